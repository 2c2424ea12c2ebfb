package org.plantdeck.historian.export;

import org.plantdeck.signal.PartFailure;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where buckets begin and end. Without a zone they are counted from the epoch. In a zone they are
 * counted from local midnight, and the last of a day ends with the day, which where clocks change
 * has 23 or 25 hours; buckets of whole days are calendar days. Threads: any.
 */
record BucketGrid(Duration interval, Optional<ZoneId> zone) {

    private static final Duration DAY = Duration.ofDays(1);

    BucketGrid {
        boolean wholeDays = Duration.ofDays(interval.toDays()).equals(interval);
        if (zone.isPresent() && interval.compareTo(DAY) > 0 && !wholeDays) {
            throw new PartFailure(
                    "The interval is "
                            + interval
                            + "; in a time zone one longer than a day must be whole days");
        }
    }

    /** When the bucket of a time begins, both in milliseconds since the epoch. */
    long start(long at) {
        if (zone.isEmpty()) {
            return at - Math.floorMod(at, interval.toMillis());
        }
        ZoneId here = zone.get();
        long midnight = midnight(firstDay(at, here), here);
        return interval.compareTo(DAY) >= 0
                ? midnight
                : at - Math.floorMod(at - midnight, interval.toMillis());
    }

    /** When the bucket that begins at a time ends, which is when the next one begins. */
    long end(long start) {
        long whole = start + interval.toMillis();
        if (zone.isEmpty()) {
            return whole;
        }
        ZoneId here = zone.get();
        long days = Math.max(1, interval.toDays());
        long midnight = midnight(firstDay(start, here).plusDays(days), here);
        return interval.compareTo(DAY) >= 0 ? midnight : Math.min(whole, midnight);
    }

    private LocalDate firstDay(long at, ZoneId here) {
        long day = LocalDate.ofInstant(Instant.ofEpochMilli(at), here).toEpochDay();
        return LocalDate.ofEpochDay(day - Math.floorMod(day, Math.max(1, interval.toDays())));
    }

    private static long midnight(LocalDate day, ZoneId here) {
        return day.atStartOfDay(here).toInstant().toEpochMilli();
    }
}
