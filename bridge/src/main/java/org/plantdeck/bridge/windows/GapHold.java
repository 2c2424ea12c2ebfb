package org.plantdeck.bridge.windows;

import java.time.Duration;
import java.time.Instant;

/**
 * Holds the windows of one source open where a gap in its numbers may still be filled: from the
 * event time before the gap on, until as many numbers are missing as before it, or for the patience
 * of wall time. Threads: one.
 */
final class GapHold {

    /** Event time that holds every window open. */
    private static final long FROM_THE_BEGINNING = Long.MIN_VALUE;

    private final Duration patience;
    private boolean active;
    private long fromMillis;
    private long missingBefore;
    private Instant until = Instant.MIN;

    GapHold(Duration patience) {
        this.patience = patience;
    }

    /** What was missing when the source was last kept may be on its way again. */
    void resume(long missing, Instant now) {
        if (missing > 0) {
            open(FROM_THE_BEGINNING, 0, now);
        }
    }

    /**
     * Notes how many numbers are missing, after a reading.
     *
     * @param before how many were before it
     * @param fromMillis newest event time before it
     */
    void note(long before, long missing, long fromMillis, Instant now) {
        if (active) {
            active = missing > missingBefore;
        } else if (missing > before) {
            open(fromMillis, before, now);
        }
    }

    private void open(long from, long before, Instant now) {
        active = true;
        fromMillis = from;
        missingBefore = before;
        until = now.plus(patience);
    }

    /** Waits anew: nobody delivered for a while, so the time until now does not count. */
    void renew(Instant now) {
        until = now.plus(patience);
    }

    /** Whether windows are held open at a wall time. */
    boolean holds(Instant now) {
        active = active && now.isBefore(until);
        return active;
    }

    /** The event time a source has come to without a gap, given how far it has come at all. */
    long limited(long newestMillis) {
        return Math.min(newestMillis, fromMillis);
    }
}
