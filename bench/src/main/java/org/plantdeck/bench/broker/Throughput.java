package org.plantdeck.bench.broker;

import org.plantdeck.bench.mqtt.Endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Publishers as fast as the broker takes it to one subscriber for a while, payloads of 200 bytes:
 * messages a second at the subscriber, from the first one sent to the last one received. At QoS 1
 * also how many a second the broker acknowledged to the publishers, whatever became of them.
 *
 * @param name of the work
 * @param publishers how many
 * @param qos 0 or 1
 * @param overTls whether over TLS
 * @param span how long it is measured; it warms up for a quarter of it before
 */
record Throughput(String name, int publishers, int qos, boolean overTls, Duration span)
        implements Work {

    private static final String UNIT = "msg/s";
    private static final Duration QUIET = Duration.ofSeconds(1);

    @Override
    public List<Figure> blank() {
        Figure rate = Figure.failed(name, UNIT, "");
        Figure lost = Figure.failed("lost-" + name, Figure.MESSAGES, "");
        return qos == 0
                ? List.of(rate, lost)
                : List.of(rate, lost, Figure.failed("acknowledged-" + name, UNIT, ""));
    }

    @Override
    public boolean isPossibleOn(Subject subject) {
        return endpoint(subject).isPresent();
    }

    private Optional<Endpoint> endpoint(Subject subject) {
        return overTls ? subject.tls() : Optional.of(subject.endpoint());
    }

    @Override
    public List<Figure> measure(Ground ground) {
        Route route = new Route(Lane.freshRoot(), publishers, 1, qos, Route.WINDOW);
        Deadline deadline = ground.deadline();
        try (Lane lane =
                Lane.open(
                        ground.loops(),
                        endpoint(ground.subject()).orElseThrow(),
                        route,
                        deadline)) {
            Outcome warm = lane.run(Pace.FLOOD, span.dividedBy(4), QUIET, deadline);
            if (warm.deliveries().received() == 0) {
                throw new WorkFailure("nothing arrives " + warm.note());
            }
            Outcome outcome = lane.run(Pace.FLOOD, span, QUIET, deadline);
            return figures(outcome);
        }
    }

    private List<Figure> figures(Outcome outcome) {
        Figure rate = new Figure(name, outcome.perSecond(), UNIT, outcome.note());
        Figure lost = Figure.lost(name, outcome.lost(), outcome.note());
        if (qos == 0) {
            return List.of(rate, lost);
        }
        double acknowledged = outcome.acknowledged() * 1e9 / span.toNanos();
        return List.of(rate, lost, Figure.of("acknowledged-" + name, acknowledged, UNIT));
    }
}
