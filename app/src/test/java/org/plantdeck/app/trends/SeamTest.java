package org.plantdeck.app.trends;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

class SeamTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration BUCKET = Duration.ofSeconds(10);

    private final Seam seam = new Seam(BUCKET);

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }

    @Test
    void nothingIsAskedBeforeTheHistoryWasRead() {
        assertThat(seam.lives(at(600))).isEmpty();
    }

    @Test
    void aHistoryThatEndsBesideTheFirstReadingLeavesNoGap() {
        seam.reaches(at(590));
        assertThat(seam.lives(at(600))).isEmpty();
    }

    @Test
    void whatWasNotStoredYetIsReadAgainUntilItIsThere() {
        assertThat(seam.lives(at(600))).isEmpty();
        seam.reaches(at(100));
        assertThat(seam.lives(at(601))).contains(new Seam.Gap(at(100), at(590)));
        assertThat(seam.lives(at(602))).as("asked already").isEmpty();
        seam.reaches(at(400));
        seam.answered();
        assertThat(seam.lives(at(603))).as("too soon").isEmpty();
        assertThat(seam.lives(at(611))).contains(new Seam.Gap(at(400), at(590)));
        seam.reaches(at(590));
        assertThat(seam.lives(at(700))).isEmpty();
    }

    @Test
    void aGapThatCouldNotBeReadIsAskedForAgain() {
        seam.reaches(at(100));
        assertThat(seam.lives(at(600))).isPresent();
        seam.answered();
        assertThat(seam.lives(at(610))).contains(new Seam.Gap(at(100), at(590)));
    }

    @Test
    void whatNeverComesIsNotAskedForWithoutEnd() {
        seam.reaches(at(0));
        long asked = 0;
        for (int second = 600; second < 6_000; second++) {
            Optional<Seam.Gap> gap = seam.lives(at(second));
            asked += gap.isPresent() ? 1 : 0;
            gap.ifPresent(_ -> seam.answered());
        }
        assertThat(asked).isEqualTo(12);
    }

    @Test
    void anotherRunBeginsWithNothing() {
        seam.reaches(at(100));
        seam.forget();
        assertThat(seam.lives(at(600))).isEmpty();
    }
}
