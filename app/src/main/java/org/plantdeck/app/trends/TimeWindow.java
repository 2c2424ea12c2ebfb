package org.plantdeck.app.trends;

import java.time.Duration;
import java.time.Instant;

/**
 * The stretch of time a picture shows, and how it is zoomed and moved. Threads: any.
 *
 * @param from the left edge
 * @param to the right edge, later than from
 */
public record TimeWindow(Instant from, Instant to) {

    /** Nothing shorter is shown: about ten readings. */
    public static final Duration SHORTEST = Duration.ofSeconds(10);

    public TimeWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException(from + " is not before " + to);
        }
    }

    /** A window of a length that ends at a time. */
    public static TimeWindow endingAt(Instant to, Duration span) {
        return new TimeWindow(to.minus(span), to);
    }

    /** How long it is. */
    public Duration span() {
        return Duration.between(from, to);
    }

    /** The time at a share of the way from the left edge to the right one; may lie outside. */
    public Instant at(double share) {
        return from.plusMillis(Math.round(span().toMillis() * share));
    }

    /** Where a time lies, 0 at the left edge to 1 at the right one; may lie outside. */
    public double share(Instant at) {
        return (double) Duration.between(from, at).toMillis() / span().toMillis();
    }

    /**
     * Zoomed around a share of the way, where the picture stands still.
     *
     * @param factor of the length; below 1 shows less
     * @param longest beyond this it does not grow; nor does it shrink below {@link #SHORTEST}
     */
    public TimeWindow zoomed(double share, double factor, Duration longest) {
        long wanted = Math.round(span().toMillis() * factor);
        long span = Math.clamp(wanted, SHORTEST.toMillis(), longest.toMillis());
        Instant left = at(share).minusMillis(Math.round(span * share));
        return new TimeWindow(left, left.plusMillis(span));
    }

    /** The same length, later by something, which may be negative. */
    public TimeWindow moved(Duration by) {
        return new TimeWindow(from.plus(by), to.plus(by));
    }

    /** The same length within bounds; where it is longer than they are, it ends at the last. */
    public TimeWindow within(Instant first, Instant last) {
        if (to.isAfter(last) || span().compareTo(Duration.between(first, last)) > 0) {
            return endingAt(last, span());
        }
        return from.isBefore(first) ? new TimeWindow(first, first.plus(span())) : this;
    }
}
