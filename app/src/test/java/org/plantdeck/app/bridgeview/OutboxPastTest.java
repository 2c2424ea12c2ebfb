package org.plantdeck.app.bridgeview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.outbox.OutboxCourse.Point;
import org.plantdeck.bridge.store.KeptWindow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class OutboxPastTest {

    private static final Instant NOW = Instant.parse("2026-11-21T19:00:00Z");

    private static KeptWindow window(long position, long closed, Optional<Long> sent) {
        return new KeptWindow(
                position,
                Bodies.window("r", position),
                NOW.plusSeconds(closed),
                sent.map(NOW::plusSeconds));
    }

    private static Point point(long at, long depth, long age) {
        return new Point(NOW.plusSeconds(at), depth, Duration.ofSeconds(age));
    }

    @Test
    void itFillsWhileNothingIsSentAndDrainsAtOnce() {
        List<KeptWindow> newestFirst =
                List.of(
                        window(3, -10, Optional.of(-7L)),
                        window(2, -20, Optional.of(-7L)),
                        window(1, -30, Optional.of(-7L)));

        assertThat(OutboxPast.of(newestFirst, NOW))
                .containsExactly(
                        point(-30, 1, 0),
                        point(-25, 1, 5),
                        point(-20, 2, 10),
                        point(-15, 2, 15),
                        point(-10, 3, 20),
                        point(-5, 0, 0),
                        point(0, 0, 0));
    }

    @Test
    void whatIsNotSentYetWaitsUntilNow() {
        assertThat(OutboxPast.of(List.of(window(1, -10, Optional.empty())), NOW))
                .containsExactly(point(-10, 1, 0), point(-5, 1, 5), point(0, 1, 10));
    }

    @Test
    void itReachesBackAnHourAtMost() {
        List<Point> points = OutboxPast.of(List.of(window(1, -86_400, Optional.of(-86_399L))), NOW);

        assertThat(points.getFirst().at()).isEqualTo(NOW.minus(Duration.ofHours(1)));
        assertThat(points).allMatch(it -> it.depth() == 0);
    }

    @Test
    void withoutAWindowNothingIsKnown() {
        assertThat(OutboxPast.of(List.of(), NOW)).isEmpty();
    }
}
