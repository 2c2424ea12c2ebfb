package org.plantdeck.historian.store;

import java.time.Instant;
import java.util.List;

/**
 * Which readings to give.
 *
 * @param topic whose
 * @param from measured at this instant or later
 * @param to measured before this instant
 * @param tags which of {@link HistorianQueries#tags(String)}; the values come in this order
 */
public record ReadingQuery(String topic, Instant from, Instant to, List<StoredTag> tags) {

    public ReadingQuery {
        tags = List.copyOf(tags);
    }
}
