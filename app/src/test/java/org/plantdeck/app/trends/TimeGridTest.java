package org.plantdeck.app.trends;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

class TimeGridTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static TimeGrid hourTo(Instant end) {
        return TimeGrid.of(TimeWindow.endingAt(end, Duration.ofHours(1)), 900);
    }

    @Test
    void anHourInNineHundredColumnsHasColumnsOfFourSeconds() {
        TimeGrid grid = hourTo(NOON);

        assertThat(grid.columnWidth()).isEqualTo(Duration.ofSeconds(4));
        assertThat(grid.window()).isEqualTo(TimeWindow.endingAt(NOON, Duration.ofHours(1)));
        assertThat(grid.start(1)).isEqualTo(grid.from().plusSeconds(4));
    }

    @Test
    void timeThatGoesOnMovesItByWholeColumnsAlone() {
        assertThat(hourTo(NOON.plusSeconds(1))).isEqualTo(hourTo(NOON.plusSeconds(4)));
        assertThat(hourTo(NOON.plusSeconds(5)).from())
                .isEqualTo(hourTo(NOON).from().plusSeconds(8));
    }

    @Test
    void columnsThatDoNotDivideTheTimeAreALittleWider() {
        TimeGrid grid = TimeGrid.of(TimeWindow.endingAt(NOON, Duration.ofSeconds(10)), 877);

        assertThat(grid.columnMillis()).isEqualTo(12);
        assertThat(grid.to()).isAfterOrEqualTo(NOON);
        assertThat(grid.span()).isEqualTo(Duration.ofMillis(877 * 12));
    }

    @Test
    void aTimeCountsTheWholeColumnsBeforeIt() {
        TimeGrid grid = hourTo(NOON);

        assertThat(grid.columnsBefore(grid.from().plusSeconds(9))).isEqualTo(2);
        assertThat(grid.columnsBefore(grid.from().minusSeconds(9))).isZero();
        assertThat(grid.columnsBefore(grid.to().plusSeconds(9))).isEqualTo(900);
    }
}
