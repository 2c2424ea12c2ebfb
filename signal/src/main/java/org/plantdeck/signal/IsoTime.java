package org.plantdeck.signal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/**
 * The one way time is written in bodies, tables and exports: ISO-8601 in UTC with milliseconds and
 * Z.
 */
public final class IsoTime {

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private IsoTime() {}

    /** For example {@code 2026-11-21T10:00:07.000Z}; finer fractions are cut off. */
    public static String format(Instant time) {
        return MILLISECONDS.format(time);
    }

    /** Reads any ISO-8601 instant, with an offset or Z; empty where the text is none. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }
}
