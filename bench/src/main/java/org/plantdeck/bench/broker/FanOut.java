package org.plantdeck.bench.broker;

import java.time.Duration;
import java.util.List;

/**
 * Many publishers, each at a slow and even pace, to a few subscribers that read all of it (QoS 1):
 * deliveries a second.
 *
 * @param name of the work
 * @param publishers how many, with ten messages a second each
 * @param subscribers how many
 * @param span how long it is measured
 */
record FanOut(String name, int publishers, int subscribers, Duration span) implements Work {

    private static final String UNIT = "msg/s";
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration BETWEEN = Duration.ofMillis(100);

    @Override
    public List<Figure> blank() {
        return List.of(
                Figure.failed(name, UNIT, ""), Figure.failed("lost-" + name, Figure.MESSAGES, ""));
    }

    @Override
    public List<Figure> measure(Ground ground) {
        Route route = new Route(Lane.freshRoot(), publishers, subscribers, 1, Route.WINDOW);
        Deadline deadline = ground.deadline();
        long each = span.dividedBy(BETWEEN);
        try (Lane lane = Lane.open(ground.loops(), ground.subject().endpoint(), route, deadline)) {
            Pace pace = new Pace(BETWEEN.toNanos() / publishers, each);
            Outcome outcome = lane.run(pace, span, QUIET, deadline);
            return List.of(
                    new Figure(name, outcome.perSecond(), UNIT, outcome.note()),
                    Figure.lost(name, outcome.lost(), outcome.note()));
        }
    }
}
