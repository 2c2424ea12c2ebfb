package org.plantdeck.bridge;

import org.plantdeck.bridge.windows.FactoryReadings;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.ReadingCodec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Says how many readings a second the bridge makes durable and aggregates, eight to a commit, on
 * one thread and without a network: decoding, database, windows and outbox. Not a test; run by
 * hand.
 */
final class MeasureThroughput {

    private static final int HOURS = 6;

    private MeasureThroughput() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("bridge");
        List<Map<FactorySource, byte[]>> bodies = bodies();
        long readings = 0;
        try (Bench bench = new Bench(Bench.settings(folder))) {
            long begun = System.nanoTime();
            for (Map<FactorySource, byte[]> second : bodies) {
                for (Map.Entry<FactorySource, byte[]> body : second.entrySet()) {
                    bench.local.deliver(body.getKey().topic(), body.getValue());
                    if (++readings % 8 == 0) {
                        bench.turns.take(false);
                    }
                }
            }
            bench.turns.take(true);
            bench.turns.take(true);
            Duration taken = Duration.ofNanos(System.nanoTime() - begun);
            System.out.printf(
                    "readings %d, windows sent %d, %.1f s, %.0f readings/s%n",
                    bench.figure("readings"),
                    bench.figure("windows_sent"),
                    taken.toMillis() / 1000.0,
                    readings * 1000.0 / taken.toMillis());
        }
    }

    private static List<Map<FactorySource, byte[]>> bodies() {
        List<Map<FactorySource, byte[]>> bodies = new ArrayList<>();
        for (long second = 0; second < HOURS * 3600; second++) {
            Map<FactorySource, byte[]> ofSecond = new EnumMap<>(FactorySource.class);
            for (FactorySource source : FactorySource.values()) {
                ofSecond.put(
                        source, ReadingCodec.encode(FactoryReadings.at("run", source, second)));
            }
            bodies.add(ofSecond);
        }
        return bodies;
    }
}
