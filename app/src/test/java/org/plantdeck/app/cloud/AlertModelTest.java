package org.plantdeck.app.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.cloud.AlertModel.Line;
import org.plantdeck.cloudanalytics.store.AlertEpisode;
import org.plantdeck.signal.Priority;

import java.time.Instant;
import java.util.List;

class AlertModelTest {

    private static final Instant SINCE = Instant.parse("2026-11-21T09:31:00Z");
    private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");

    private static AlertEpisode episode(
            String tag, String condition, double limit, boolean active) {
        return new AlertEpisode(
                tag,
                condition,
                limit,
                "",
                SINCE,
                limit + 1,
                "sentence of " + tag,
                9,
                SINCE.plusSeconds(1_320),
                active);
    }

    @Test
    void whatIsActiveComesFirstAndTellsHowLong() {
        List<AlertEpisode> episodes =
                List.of(
                        episode("factory/environment/co2_level", "high", 1_500, false),
                        episode("factory/line1/vibration", "high", 4.5, true));

        assertThat(AlertModel.lines(episodes, NOW))
                .containsExactly(
                        new Line(
                                Priority.HIGH,
                                true,
                                "sentence of factory/line1/vibration",
                                "Sat 21 Nov 09:31",
                                "for 8 h 29 min"),
                        new Line(
                                Priority.MEDIUM,
                                false,
                                "sentence of factory/environment/co2_level",
                                "Sat 21 Nov 09:31",
                                "cleared after 22 min"));
    }

    @Test
    void ofSeveralLimitsTheNearestGivesThePriority() {
        assertThat(AlertModel.priority(episode("factory/line1/vibration", "high", 2.8, true)))
                .isEqualTo(Priority.MEDIUM);
        assertThat(
                        AlertModel.priority(
                                episode("factory/environment/temperature", "high", 32, true)))
                .isEqualTo(Priority.MEDIUM);
        assertThat(AlertModel.priority(episode("factory/environment/temperature", "low", 12, true)))
                .isEqualTo(Priority.LOW);
    }

    @Test
    void aTagWithoutALimitOnThatSideIsHigh() {
        assertThat(AlertModel.priority(episode("factory/energy/power_factor", "high", 1, true)))
                .isEqualTo(Priority.HIGH);
        assertThat(AlertModel.priority(episode("another/plant/tag", "high", 1, true)))
                .isEqualTo(Priority.HIGH);
    }

    @Test
    void aLimitThatFollowsAnotherTagCountsToo() {
        assertThat(AlertModel.priority(episode("factory/energy/demand", "high", 100, true)))
                .isEqualTo(Priority.MEDIUM);
    }
}
