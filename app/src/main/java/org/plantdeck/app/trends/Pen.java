package org.plantdeck.app.trends;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A course in a plot.
 *
 * @param course what it shows
 * @param second whether it is the second one, thinner and dashed, without a value box
 * @param ink which of the colours that are told apart, 1 to {@link #INKS}; 0 for that of a pen
 *     alone
 * @param scale the scale it is drawn on; empty for that of the plot
 */
public record Pen(Course course, boolean second, int ink, Optional<TrendScale> scale) {

    /** So many pens of one plot are told apart. */
    public static final int INKS = 8;

    /** A pen that is alone in its plot, or compared with one that is. */
    public Pen(Course course, boolean second) {
        this(course, second, 0, Optional.empty());
    }

    /** The same among others. */
    public Pen among(int colour, TrendScale its) {
        return new Pen(course, second, colour, Optional.of(its));
    }

    /** Its gaps to mark; among others they are left open, because those have values there. */
    public List<Course.Gap> gaps(Instant from, Instant to) {
        return ink == 0 ? course.gaps(from, to) : List.of();
    }
}
