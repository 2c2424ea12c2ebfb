package org.plantdeck.cloudanalytics.kpis;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of event time, [from, to).
 *
 * @param from first instant inside
 * @param to first instant after it, not before from
 */
public record Interval(Instant from, Instant to) {

    public Interval {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("an interval must not end before it begins");
        }
    }

    public boolean contains(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** How many windows of a period begin inside; windows begin at multiples of their period. */
    public long windows(Duration period) {
        return Math.ceilDiv(to.toEpochMilli(), period.toMillis())
                - Math.ceilDiv(from.toEpochMilli(), period.toMillis());
    }
}
