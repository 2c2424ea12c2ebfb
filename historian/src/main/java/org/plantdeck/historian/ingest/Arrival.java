package org.plantdeck.historian.ingest;

import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message that waits to be stored: a reading, an observation, or what was rejected and is only to
 * be counted. Threads: guarded by its intake.
 */
final class Arrival {

    private final List<Delivery> deliveries = new ArrayList<>(1);
    private Optional<Reading> reading;
    private Optional<Observation> observation;
    private final boolean isOfPlant;

    private Arrival(
            Delivery delivery,
            boolean isOfPlant,
            Optional<Reading> reading,
            Optional<Observation> observation) {
        deliveries.add(delivery);
        this.isOfPlant = isOfPlant;
        this.reading = reading;
        this.observation = observation;
    }

    /** A message of a topic of the plant; without a reading where it was rejected. */
    static Arrival ofPlant(Delivery delivery, Optional<Reading> reading) {
        return new Arrival(delivery, true, reading, Optional.empty());
    }

    /** A message of another topic; without an observation where it was rejected. */
    static Arrival ofOther(Delivery delivery, Optional<Observation> observation) {
        return new Arrival(delivery, false, Optional.empty(), observation);
    }

    /** Whether it came on a topic of the plant. */
    boolean isOfPlant() {
        return isOfPlant;
    }

    /** The observation; empty where the message was none. */
    Optional<Observation> observation() {
        return observation;
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
        observation = Optional.empty();
    }

    List<Delivery> deliveries() {
        return deliveries;
    }
}
