package org.plantdeck.historian.postgres;

import org.plantdeck.signal.IsoTime;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as PostgreSQL reads them, in UTC. Threads: any. */
final class TimeLiteral {

    private static final Instant YEAR_ONE = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private TimeLiteral() {}

    /** An instant of the years 0000 to 9999; the year 0000 is 1 BC there. */
    static String of(Instant time) {
        return time.isBefore(YEAR_ONE)
                ? "0001" + IsoTime.format(time).substring(4) + " BC"
                : time.isBefore(END) ? IsoTime.format(time) : "10000-01-01T00:00:00.000Z";
    }

    /** The first stored time at or after a bound. */
    static String atOrAfter(Instant bound) {
        if (bound.isBefore(FIRST)) {
            return of(FIRST);
        }
        if (!bound.isBefore(END)) {
            return of(END);
        }
        Instant cut = bound.truncatedTo(ChronoUnit.MILLIS);
        return of(cut.equals(bound) ? cut : cut.plusMillis(1));
    }

    /** When a day of UTC begins. */
    static String of(LocalDate day) {
        return of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** The day of UTC an instant lies in. */
    static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
