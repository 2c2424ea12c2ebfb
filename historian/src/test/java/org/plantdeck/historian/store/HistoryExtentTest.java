package org.plantdeck.historian.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

class HistoryExtentTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final HistoryExtent NOTHING =
            new HistoryExtent(Optional.empty(), Optional.empty(), "run", Optional.of(NOON));

    @Test
    void whatItReachesWidensItToEitherSide() {
        HistoryExtent noon = NOTHING.reaching(NOON);
        assertThat(noon).isEqualTo(extent(NOON, NOON));
        assertThat(noon.reaching(NOON)).isEqualTo(noon);
        HistoryExtent wide = noon.reaching(NOON.plusMillis(1)).reaching(NOON.minusMillis(1));
        assertThat(wide).isEqualTo(extent(NOON.minusMillis(1), NOON.plusMillis(1)));
        assertThat(wide.reaching(NOON)).isEqualTo(wide);
    }

    @Test
    void theClockOfRetentionSaysWhichRunIsRecorded() {
        RetentionClock clock = new RetentionClock(Optional.empty());
        assertThat(NOTHING.recordedBy(clock))
                .isEqualTo(
                        new HistoryExtent(
                                Optional.empty(), Optional.empty(), "", Optional.empty()));
        var _ = clock.sees("run", NOON);
        assertThat(NOTHING.recordedBy(clock)).isEqualTo(NOTHING);
    }

    private static HistoryExtent extent(Instant oldest, Instant newest) {
        return new HistoryExtent(
                Optional.of(oldest), Optional.of(newest), "run", Optional.of(NOON));
    }
}
