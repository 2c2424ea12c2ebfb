package org.plantdeck.historian.export;

import org.plantdeck.signal.PartFailure;

import java.time.Duration;

/**
 * What readings are summed up in.
 *
 * @param interval how long a bucket is: whole milliseconds, at least one
 * @param aggregate the figure of a bucket
 */
public record Buckets(Duration interval, Aggregate aggregate) {

    /**
     * @throws PartFailure naming an interval that is none
     */
    public Buckets {
        if (interval.toMillis() < 1 || interval.toNanosPart() % 1_000_000 != 0) {
            throw new PartFailure(
                    "The interval is " + interval + ", must be whole milliseconds and at least 1");
        }
    }
}
