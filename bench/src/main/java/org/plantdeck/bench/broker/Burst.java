package org.plantdeck.bench.broker;

import java.time.Duration;
import java.util.List;

/**
 * Publishers that each send a burst of QoS 1 messages with a wide window to one subscriber:
 * messages a second until the last one is there, and how many the broker acknowledged and never
 * delivered.
 *
 * @param publishers how many
 * @param each messages of each publisher
 */
record Burst(int publishers, int each) implements Work {

    private static final String UNIT = "msg/s";

    /** As many as a publisher may have under way that does not care for anybody. */
    private static final int WINDOW = 1000;

    /** Longer than a broker waits before it sends again what was not acknowledged. */
    private static final Duration QUIET = Duration.ofSeconds(6);

    private String name() {
        return "burst-qos1-" + publishers * each;
    }

    @Override
    public List<Figure> blank() {
        return List.of(
                Figure.failed(name(), UNIT, ""),
                Figure.failed("lost-" + name(), Figure.MESSAGES, ""));
    }

    @Override
    public List<Figure> measure(Ground ground) {
        Route route = new Route(Lane.freshRoot(), publishers, 1, 1, WINDOW);
        Deadline deadline = ground.deadline();
        try (Lane lane = Lane.open(ground.loops(), ground.subject().endpoint(), route, deadline)) {
            Outcome outcome = lane.run(Pace.burst(each), Duration.ZERO, QUIET, deadline);
            long lost = Math.max(0, outcome.acknowledged() - outcome.deliveries().received());
            return List.of(
                    new Figure(name(), outcome.perSecond(), UNIT, outcome.note()),
                    Figure.lost(name(), lost, unacknowledged(outcome)));
        }
    }

    private static String unacknowledged(Outcome outcome) {
        return outcome.acknowledged() == outcome.sent()
                ? ""
                : outcome.acknowledged() + " of " + outcome.sent() + " were acknowledged";
    }
}
