package org.plantdeck.app.bridgeview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.bridgeview.BridgeModel.Count;
import org.plantdeck.app.bridgeview.BridgeModel.Line;
import org.plantdeck.app.bridgeview.BridgeModel.Look;
import org.plantdeck.app.bridgeview.BridgeModel.State;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.fixture.FakeLive;
import org.plantdeck.bridge.store.KeptWindow;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class BridgeModelTest {

    private static final Instant CLOSED = Instant.parse("2026-11-21T18:51:12Z");

    private final FakeLive plant = FakeLive.heard();

    private static Leaves.Builder figures(String cloudLink) {
        return Leaves.builder()
                .put("local_link", "up")
                .put("cloud_link", cloudLink)
                .put("readings", 269_910)
                .put("late", 2)
                .put("windows", 8_996)
                .put("windows_sent", 8_990);
    }

    @Test
    void aBridgeAtWorkIsLinkedOnBothSides() {
        plant.says(Bodies.online("Bridge", figures("up")));

        BridgeModel.Path path = BridgeModel.path(plant.now());

        assertThat(List.of(path.local(), path.bridge(), path.cloud()))
                .containsExactly(
                        new State("linked", Look.WORKS),
                        new State("online", Look.WORKS),
                        new State("linked", Look.WORKS));
        assertThat(path.detail()).isEmpty();
        assertThat(path.counts())
                .startsWith(
                        new Count("Used", "269,910"),
                        new Count("Closed", "8,996"),
                        new Count("Late", "2"),
                        new Count("Sent", "8,990"),
                        new Count("Repeated", "–"));
    }

    @Test
    void aCloudBrokerThatIsAwayIsSaidAndTheBridgeStillWorks() {
        Health degraded =
                new Health(
                        Health.State.DEGRADED,
                        "Windows wait in the outbox",
                        figures("down").build());
        plant.says(Bodies.status("Bridge", degraded));

        BridgeModel.Path path = BridgeModel.path(plant.now());

        assertThat(path.bridge()).isEqualTo(new State("degraded", Look.WORKS));
        assertThat(path.cloud()).isEqualTo(new State("no link", Look.DOES_NOT));
        assertThat(path.detail()).isEqualTo("Windows wait in the outbox");
    }

    @Test
    void aBridgeNobodyHeardOfIsNotDrawnAsIfItStood() {
        assertThat(BridgeModel.path(plant.now()).bridge())
                .isEqualTo(new State("not heard of", Look.UNKNOWN));
    }

    @Test
    void whatWasHeardBeforeBothLinksBrokeHasItsAge() {
        plant.says(Bodies.online("Bridge", figures("up")));
        plant.local.up(false);
        plant.cloud.up(false);
        plant.clock.advance(Duration.ofSeconds(40));

        BridgeModel.Path path = BridgeModel.path(plant.now());

        assertThat(path.bridge()).isEqualTo(new State("online, 40 s old", Look.UNKNOWN));
        assertThat(path.cloud()).isEqualTo(new State("linked", Look.UNKNOWN));
    }

    @Test
    void aWindowTellsWhenItWasSentOrHowLongItHasWaited() {
        KeptWindow sent =
                new KeptWindow(
                        7, Bodies.window("r", 9_193), CLOSED, Optional.of(CLOSED.plusMillis(254)));
        KeptWindow waiting = new KeptWindow(8, Bodies.window("r", 9_194), CLOSED, Optional.empty());

        assertThat(BridgeModel.lines(List.of(sent, waiting), CLOSED.plusSeconds(34)))
                .containsExactly(
                        new Line(
                                7,
                                "9,193",
                                "18:51:00 – 18:51:10",
                                "10 + 10 + 10",
                                "18:51:12",
                                "0.25 s"),
                        new Line(
                                8,
                                "9,194",
                                "18:51:00 – 18:51:10",
                                "10 + 10 + 10",
                                "waits",
                                "34 s"));
    }

    @Test
    void whatWaitsIsToldInASentence() {
        assertThat(BridgeModel.waiting(0, Optional.empty(), CLOSED)).isEqualTo("nothing waits");
        assertThat(BridgeModel.waiting(1, Optional.of(CLOSED), CLOSED.plusSeconds(9)))
                .isEqualTo("one window waits, for 9 s");
        assertThat(BridgeModel.waiting(31, Optional.of(CLOSED), CLOSED.plusSeconds(310)))
                .isEqualTo("31 windows wait, the oldest for 5 min");
    }
}
