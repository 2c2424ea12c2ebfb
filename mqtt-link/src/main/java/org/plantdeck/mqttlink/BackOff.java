package org.plantdeck.mqttlink;

import java.time.Duration;

/** How long to wait before the next attempt: twice as long each time, up to a limit. One thread. */
final class BackOff {

    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LAST = Duration.ofSeconds(2);

    private Duration next = FIRST;

    /** The wait before the next attempt. */
    Duration next() {
        Duration now = next;
        Duration twice = now.multipliedBy(2);
        next = twice.compareTo(LAST) < 0 ? twice : LAST;
        return now;
    }

    /** An attempt has succeeded. */
    void reset() {
        next = FIRST;
    }
}
