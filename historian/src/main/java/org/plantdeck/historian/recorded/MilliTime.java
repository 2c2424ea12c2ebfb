package org.plantdeck.historian.recorded;

import java.time.Instant;

/** Instants as the archive counts them. */
final class MilliTime {

    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private MilliTime() {}

    /** The first millisecond since 1970 at an instant or after it, of those that can be stored. */
    static long atOrAfter(Instant time) {
        if (time.isBefore(EARLIEST)) {
            return EARLIEST.toEpochMilli();
        }
        if (time.isAfter(END)) {
            return END.toEpochMilli();
        }
        long floor = time.toEpochMilli();
        return Instant.ofEpochMilli(floor).isBefore(time) ? floor + 1 : floor;
    }
}
