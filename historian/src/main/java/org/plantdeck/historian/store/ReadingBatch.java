package org.plantdeck.historian.store;

import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Reading;

import java.util.List;

/**
 * What is stored in one transaction.
 *
 * @param readings in the order of arrival
 * @param observations what came on topics that are not of the plant, in the order of arrival
 * @param rejected how many messages that were no reading arrived with them
 * @param repeated how many messages arrived that repeat a reading of this batch
 */
public record ReadingBatch(
        List<Reading> readings, List<Observation> observations, long rejected, long repeated) {

    public ReadingBatch {
        readings = List.copyOf(readings);
        observations = List.copyOf(observations);
    }

    /** Readings alone. */
    public static ReadingBatch of(List<Reading> readings) {
        return new ReadingBatch(readings, List.of(), 0, 0);
    }
}
