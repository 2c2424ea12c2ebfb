package org.plantdeck.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.app.fixture.FakeLive;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known: windows, statuses, the plant's own time. */
class SnapshotTest {

    private final FakeLive plant = FakeLive.heard();

    @Test
    void theNewestWindowIsKnownWithItsAge() {
        plant.says(Bodies.window("r", 5));
        plant.clock.advance(Duration.ofSeconds(4));
        assertThat(plant.now().window()).contains(Bodies.window("r", 5));
        assertThat(plant.now().windowAge()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void anOlderWindowThatIsSentAgainIsHeardAndIsNotNews() {
        List<Long> heard = new ArrayList<>();
        plant.live.open(
                Set.of(Feed.WINDOWS),
                new LiveListener() {
                    @Override
                    public void window(AnalyticsWindow window) {
                        heard.add(window.sequence());
                    }
                });
        plant.says(Bodies.window("r", 5));
        plant.clock.advance(Duration.ofSeconds(7));
        plant.says(Bodies.window("r", 3));
        plant.says(Bodies.window("r", 5));
        assertThat(plant.now().window().map(AnalyticsWindow::sequence)).contains(5L);
        assertThat(plant.now().windowAge()).isEqualTo(Duration.ofSeconds(7));
        assertThat(heard).containsExactly(5L, 3L, 5L);
    }

    @Test
    void theFirstWindowOfAnotherRunIsNews() {
        plant.says(Bodies.window("r", 5));
        plant.says(Bodies.window("fresh", 1));
        assertThat(plant.now().window()).contains(Bodies.window("fresh", 1));
    }

    @Test
    void whatPartsSayOnEitherBrokerIsKnownWithTheTimeItWasHeard() {
        PartStatus historian = Bodies.online("Historian", Leaves.builder().put("stored", 7));
        PartStatus analytics = Bodies.online("Analytics", Leaves.builder());
        plant.says(historian);
        plant.clock.advance(Duration.ofSeconds(2));
        plant.saysToCloud(analytics);
        Snapshot now = plant.now();
        assertThat(now.part("Historian")).contains(new PartNow(historian, Bodies.AT));
        assertThat(now.part("Analytics"))
                .contains(new PartNow(analytics, Bodies.AT.plusSeconds(2)));
        assertThat(now.part("Bridge")).isEmpty();
        assertThat(now.figures("Historian").number("stored")).hasValue(7);
        assertThat(now.figures("Bridge").paths()).isEmpty();
    }

    @Test
    void componentsBeyondTheSixtyFourthAreNotRemembered() {
        for (int i = 0; i < 70; i++) {
            plant.says(Bodies.online("Stranger" + i, Leaves.builder()));
        }
        assertThat(plant.now().parts()).hasSize(64);
        plant.says(Bodies.online("Stranger3", Leaves.builder().put("stored", 1)));
        assertThat(plant.now().figures("Stranger3").number("stored")).hasValue(1);
    }

    @Test
    void thePlantsTimeIsThatOfItsNewestReadingWhateverTheSource() {
        plant.says(Bodies.later(Bodies.reading(FactorySource.ENERGY), 3));
        plant.says(Bodies.later(Bodies.line(), 2));
        assertThat(plant.now().clock().now()).contains(Bodies.AT.plusSeconds(3));
    }

    @Test
    void thePlantsClockSaysWhatThePlantSaysOfIt() {
        plant.says(
                Bodies.online(
                        "Plant",
                        Leaves.builder()
                                .put("speed", Value.of(50.0))
                                .put("true_speed", Value.of(41.5))
                                .put("catching_up", true)
                                .put("catch_up_progress", Value.of(0.25))
                                .put("waiting_for", "PLC2")));
        assertThat(plant.now().clock())
                .isEqualTo(new PlantClock(Optional.empty(), 50, 41.5, true, 0.25, "PLC2"));
    }

    @Test
    void withoutAWordFromThePlantItRunsAtItsUsualSpeed() {
        assertThat(plant.now().clock())
                .isEqualTo(new PlantClock(Optional.empty(), 1, 1, false, 1, ""));
    }

    @Test
    void aTagThatDoesNotExistIsAnErrorOfTheProgram() {
        Snapshot now = plant.now();
        assertThatThrownBy(() -> now.shown("factory/line1/steam"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("factory/line1/steam is no tag");
    }

    @Test
    void theLinksAreKnownEachByItself() {
        plant.cloud.up(false);
        assertThat(plant.now().local().isUp()).isTrue();
        assertThat(plant.now().cloud().reason()).isEqualTo("no broker there");
        assertThat(plant.now().now()).isEqualTo(Instant.parse("2026-11-21T18:50:59Z"));
    }
}
