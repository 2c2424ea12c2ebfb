package org.plantdeck.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/** How often something is done. */
class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-21T18:50:59Z");

    private final Pace pace = new Pace(Duration.ofMillis(200));

    @Test
    void theFirstTimeIsAlwaysDue() {
        assertThat(pace.isDue(NOW)).isTrue();
    }

    @Test
    void theNextTimeIsDueWhenTheTimeIsOver() {
        pace.isDue(NOW);
        assertThat(pace.isDue(NOW.plusMillis(199))).isFalse();
        assertThat(pace.isDue(NOW.plusMillis(200))).isTrue();
        assertThat(pace.isDue(NOW.plusMillis(399))).isFalse();
    }

    @Test
    void whoIsInAHurryDoesNotWait() {
        pace.isDue(NOW);
        pace.hurry();
        assertThat(pace.isDue(NOW)).isTrue();
        assertThat(pace.isDue(NOW)).isFalse();
    }
}
