package org.plantdeck.historian.archive;

import java.time.Duration;

/**
 * How long and how much an archive keeps.
 *
 * @param raw how long every value; a day is removed when all of it is older
 * @param minutes how long what they came to by the minute; a month is removed as a whole
 * @param bytes what the files of days may take; the oldest are removed above it
 */
public record Retention(Duration raw, Duration minutes, long bytes) {

    /** A year of minutes, and no limit in bytes. */
    public static Retention of(Duration raw) {
        return new Retention(raw, Duration.ofDays(366), Long.MAX_VALUE);
    }
}
