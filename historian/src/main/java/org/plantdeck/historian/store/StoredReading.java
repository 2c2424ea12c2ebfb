package org.plantdeck.historian.store;

import org.plantdeck.signal.Value;

import java.time.Instant;
import java.util.List;

/**
 * A reading as it was stored.
 *
 * @param topic the topic it came on
 * @param run the run of the plant
 * @param sequence counts the readings of this source within the run
 * @param measuredAt simulated time at the device, to the millisecond
 * @param values the values of the tags that were asked for, in that order; {@link Value#absent()}
 *     where the reading had none
 */
public record StoredReading(
        String topic, String run, long sequence, Instant measuredAt, List<Value> values) {

    public StoredReading {
        values = List.copyOf(values);
    }
}
