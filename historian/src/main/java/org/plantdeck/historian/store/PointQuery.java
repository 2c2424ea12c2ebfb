package org.plantdeck.historian.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which tags to give at one instant.
 *
 * @param topic whose
 * @param tags which of {@link HistorianQueries#tags(String)}
 * @param at the instant, taken to the millisecond
 * @param hold how long a value holds, and how far apart two values may be that a line leads
 *     between: 1 ms or longer
 * @param between what a tag is between two values
 */
public record PointQuery(
        String topic, List<StoredTag> tags, Instant at, Duration hold, Between between) {

    public PointQuery {
        tags = List.copyOf(tags);
        if (hold.toMillis() < 1) {
            throw new IllegalArgumentException("hold is " + hold + ", must be 1 ms or longer");
        }
    }
}
