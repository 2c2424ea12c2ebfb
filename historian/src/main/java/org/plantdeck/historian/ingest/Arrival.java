package org.plantdeck.historian.ingest;

import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.signal.Reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message that waits to be stored: a reading, or what was rejected and is only to be counted.
 * Threads: guarded by its intake.
 */
final class Arrival {

    private final List<Delivery> deliveries = new ArrayList<>(1);
    private Optional<Reading> reading;

    Arrival(Delivery delivery, Optional<Reading> reading) {
        deliveries.add(delivery);
        this.reading = reading;
    }

    /** The reading; empty where the message was none. */
    Optional<Reading> reading() {
        return reading;
    }

    /** Whether this is the reading of that source, run and sequence. */
    boolean isOf(Reading other) {
        return reading.filter(it ->
                        it.sequence() == other.sequence()
                                && it.source() == other.source()
                                && it.run().equals(other.run()))
                .isPresent();
    }

    /** The same message once more, to be acknowledged with the first. */
    void cameAgain(Delivery delivery) {
        deliveries.add(delivery);
    }

    /** What could not be stored for what it holds is only counted. */
    void reject() {
        reading = Optional.empty();
    }

    List<Delivery> deliveries() {
        return deliveries;
    }
}
