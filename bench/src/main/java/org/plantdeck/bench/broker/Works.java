package org.plantdeck.bench.broker;

import org.plantdeck.bench.results.Aim;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The works of {@code bench broker} and what they are to reach. */
final class Works {

    private static final Duration SPAN = Duration.ofSeconds(3);
    private static final Duration LATENCY_SPAN = Duration.ofSeconds(4);

    /** What PlantDeck's broker is to reach beside Mosquitto. */
    static final Map<String, Aim> AIMS =
            Map.of(
                    "qos0-1-to-1", new Aim.AtLeast(0.9),
                    "qos1-1-to-1", new Aim.AtLeast(0.9),
                    "qos1-7-publishers", new Aim.AtLeast(1.2),
                    "tls-qos0-1-to-1", new Aim.AtLeast(1),
                    "tls-qos1-1-to-1", new Aim.AtLeast(1),
                    "latency-p99-10000", new Aim.AtMost(3),
                    "lost-burst-qos1-35000", new Aim.None());

    private Works() {}

    /** All of them, in the order in which they are done and shown. */
    static List<Work> all() {
        return List.of(
                new Throughput("qos0-1-to-1", 1, 0, false, SPAN),
                new Throughput("qos1-1-to-1", 1, 1, false, SPAN),
                new Throughput("qos1-7-publishers", 7, 1, false, SPAN),
                new Throughput("tls-qos0-1-to-1", 1, 0, true, SPAN),
                new Throughput("tls-qos1-1-to-1", 1, 1, true, SPAN),
                new FanOut("fan-100-to-3", 100, 3, SPAN),
                new Latency(1_000, LATENCY_SPAN),
                new Latency(10_000, LATENCY_SPAN),
                new Burst(7, 5_000),
                new Connections(5_000));
    }

    /** What a broker and the generator do before anything is measured. */
    static List<Work> warmUp() {
        Duration span = Duration.ofMillis(1_500);
        return List.of(
                new Throughput("warm-up-qos0", 1, 0, false, span),
                new Throughput("warm-up-qos1", 7, 1, false, span),
                new Throughput("warm-up-tls-qos0", 1, 0, true, span.multipliedBy(4)),
                new Throughput("warm-up-tls-qos1", 1, 1, true, span.multipliedBy(2)));
    }

    /** The names a work can be asked for by: those of its figures. */
    static Set<String> names(Work work) {
        return work.blank().stream().map(Figure::work).collect(Collectors.toSet());
    }

    /** The name of a work: that of its first figure. */
    static String name(Work work) {
        return work.blank().getFirst().work();
    }
}
