package org.plantdeck.bench.broker;

import org.plantdeck.bench.results.Percentiles;

import java.time.Duration;
import java.util.List;

/**
 * One publisher on a fixed schedule to one subscriber (QoS 1, payloads of 200 bytes): the time from
 * the moment a message was to be sent by the schedule, whether or not it could be, to its arrival.
 * So a broker that stalls is charged for every message it held up.
 *
 * @param perSecond messages a second
 * @param span how long it is measured; it warms up for a quarter of it before
 */
record Latency(int perSecond, Duration span) implements Work {

    private static final String UNIT = "µs";
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final double NANOS_A_MICRO = 1e3;

    private String name(String percentile) {
        return "latency-" + percentile + "-" + perSecond;
    }

    @Override
    public List<Figure> blank() {
        return List.of(
                Figure.failed(name("p50"), UNIT, ""),
                Figure.failed(name("p99"), UNIT, ""),
                Figure.failed(name("p999"), UNIT, ""),
                Figure.failed("lost-latency-" + perSecond, Figure.MESSAGES, ""));
    }

    @Override
    public List<Figure> measure(Ground ground) {
        Route route = new Route(Lane.freshRoot(), 1, 1, 1, Route.WINDOW);
        Deadline deadline = ground.deadline();
        try (Lane lane = Lane.open(ground.loops(), ground.subject().endpoint(), route, deadline)) {
            lane.run(pace(span.dividedBy(4)), span, QUIET, deadline);
            Outcome outcome = lane.run(pace(span), span, QUIET, deadline);
            long[] samples = outcome.deliveries().latencies();
            if (samples.length == 0) {
                throw new WorkFailure("nothing arrives " + outcome.note());
            }
            Percentiles percentiles = new Percentiles(samples);
            return List.of(
                    figure("p50", percentiles.at(50), outcome.note()),
                    figure("p99", percentiles.at(99), outcome.note()),
                    figure("p999", percentiles.at(99.9), outcome.note()),
                    Figure.lost("latency-" + perSecond, outcome.lost(), outcome.note()));
        }
    }

    private Pace pace(Duration length) {
        long interval = Duration.ofSeconds(1).toNanos() / perSecond;
        return new Pace(interval, length.toNanos() / interval);
    }

    private Figure figure(String percentile, long nanos, String note) {
        return new Figure(name(percentile), nanos / NANOS_A_MICRO, UNIT, note);
    }
}
