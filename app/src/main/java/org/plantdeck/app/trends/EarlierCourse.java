package org.plantdeck.app.trends;

import java.time.Duration;
import java.time.Instant;

/**
 * A course as it was some time before, drawn at the present time so that both can be compared. Its
 * gaps are left open and not marked. Threads: any.
 *
 * @param course the course of the earlier time
 * @param shift how much earlier
 */
public record EarlierCourse(Course course, Duration shift) implements Course {

    @Override
    public TrendColumns columns(Instant from, Instant to, int columns) {
        return course.columns(from.minus(shift), to.minus(shift), columns);
    }

    @Override
    public int join(Instant from, Instant to, int columns) {
        return course.join(from.minus(shift), to.minus(shift), columns);
    }

    @Override
    public int filled() {
        return course.filled();
    }
}
