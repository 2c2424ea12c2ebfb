package org.plantdeck.historian.store;

import org.plantdeck.signal.FactorySource;

import java.time.Instant;
import java.util.List;

/**
 * Which readings to give.
 *
 * @param source whose
 * @param from measured at this instant or later
 * @param to measured before this instant
 * @param tags which of {@link HistorianQueries#tags(FactorySource)}; the values come in this order
 */
public record ReadingQuery(FactorySource source, Instant from, Instant to, List<StoredTag> tags) {

    public ReadingQuery {
        tags = List.copyOf(tags);
    }
}
