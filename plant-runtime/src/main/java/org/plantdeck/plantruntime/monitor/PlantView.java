package org.plantdeck.plantruntime.monitor;

import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;
import org.plantdeck.signal.StatusCodec;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The newest of everything a client sees of the plant. Bodies are read only when they are asked
 * for. Threads: any; one lock guards all state.
 */
final class PlantView {

    /** Statuses of more components than PlantDeck has are not kept. */
    private static final int COMPONENTS_MAX = 32;

    private final Object lock = new Object();
    private final Map<FactorySource, byte[]> readings = new EnumMap<>(FactorySource.class);
    private final Map<String, byte[]> statuses = new HashMap<>();

    void takeReading(FactorySource source, byte[] body) {
        synchronized (lock) {
            readings.put(source, body);
        }
    }

    void takeStatus(String topic, byte[] body) {
        synchronized (lock) {
            if (statuses.size() < COMPONENTS_MAX || statuses.containsKey(topic)) {
                statuses.put(topic, body);
            }
        }
    }

    /** The newest reading of a source, where it is a sound one. */
    Optional<Reading> reading(FactorySource source) {
        byte[] body;
        synchronized (lock) {
            body = readings.getOrDefault(source, new byte[0]);
        }
        return body.length > 0
                        && ReadingCodec.decode(source, body)
                                instanceof Decoded.Sound<Reading>(Reading reading)
                ? Optional.of(reading)
                : Optional.empty();
    }

    /** What a component says of itself; none where it said nothing, or that it is offline. */
    Leaves figures(String component) {
        byte[] body;
        synchronized (lock) {
            body = statuses.getOrDefault(PartStatus.topic(component), new byte[0]);
        }
        return body.length > 0
                        && StatusCodec.decode(body)
                                instanceof Decoded.Sound<PartStatus>(PartStatus status)
                ? status.health().figures()
                : Leaves.builder().build();
    }
}
