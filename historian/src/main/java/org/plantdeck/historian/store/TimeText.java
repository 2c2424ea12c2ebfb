package org.plantdeck.historian.store;

import org.plantdeck.signal.IsoTime;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Bounds of time as text that sorts as time does. */
final class TimeText {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00.000Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private TimeText() {}

    /** The first stored time stamp that is at or after an instant. */
    static String atOrAfter(Instant bound) {
        if (bound.isBefore(FIRST)) {
            return "";
        }
        if (bound.isAfter(LAST)) {
            return "~"; // after every digit
        }
        Instant cut = bound.truncatedTo(ChronoUnit.MILLIS);
        return IsoTime.format(cut.equals(bound) ? cut : cut.plusMillis(1));
    }

    /** Whether a time can be stored: its year has four digits. */
    static boolean canHold(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }
}
