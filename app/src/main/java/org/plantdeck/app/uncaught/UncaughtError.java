package org.plantdeck.app.uncaught;

import java.time.Instant;

/**
 * An error that nobody has caught, and how often it has come.
 *
 * @param summary what it says, in one line
 * @param details its stack
 * @param thread on which it came last
 * @param first when it came first, wall time
 * @param count how often it has come since
 */
record UncaughtError(String summary, String details, String thread, Instant first, long count) {

    UncaughtError again(String onThread) {
        return new UncaughtError(summary, details, onThread, first, count + 1);
    }
}
