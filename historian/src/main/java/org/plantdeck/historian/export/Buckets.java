package org.plantdeck.historian.export;

import org.plantdeck.signal.PartFailure;

import java.time.Duration;

/**
 * What readings are summed up in.
 *
 * @param interval how long a bucket is: whole milliseconds, at least one
 * @param aggregate the figure of a bucket
 * @param hold how long a value holds, for the figures at the beginning of a bucket: 1 ms to {@link
 *     #MOST_HELD} intervals
 */
public record Buckets(Duration interval, Aggregate aggregate, Duration hold) {

    /** Intervals a value holds at most. */
    public static final int MOST_HELD = 10_000;

    private static final Duration USUAL_HOLD = Duration.ofHours(1);

    /**
     * @throws PartFailure naming an interval that is none
     */
    public Buckets {
        if (interval.toMillis() < 1 || interval.toNanosPart() % 1_000_000 != 0) {
            throw new PartFailure(
                    "The interval is " + interval + ", must be whole milliseconds and at least 1");
        }
        if (hold.toMillis() < 1 || hold.compareTo(interval.multipliedBy(MOST_HELD)) > 0) {
            throw new PartFailure(
                    "A value is to hold for "
                            + hold
                            + ", must be from 1 ms to "
                            + MOST_HELD
                            + " times the interval");
        }
    }

    /** Buckets in which a value holds for an hour, or as long as it can. */
    public Buckets(Duration interval, Aggregate aggregate) {
        this(interval, aggregate, usualHold(interval));
    }

    private static Duration usualHold(Duration interval) {
        if (interval.toMillis() < 1) {
            return USUAL_HOLD; // the interval itself is refused
        }
        Duration most = interval.multipliedBy(MOST_HELD);
        return most.compareTo(USUAL_HOLD) < 0 ? most : USUAL_HOLD;
    }
}
