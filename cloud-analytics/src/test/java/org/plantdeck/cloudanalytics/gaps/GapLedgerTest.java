package org.plantdeck.cloudanalytics.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.ResendRequest;

import java.time.Duration;
import java.time.Instant;

class GapLedgerTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private final GapLedger ledger =
            new GapLedger(
                    new GapPolicy(
                            1,
                            Duration.ofSeconds(10),
                            Duration.ofSeconds(5),
                            Duration.ofHours(1),
                            1));

    @Test
    void eachRunHasItsOwnNumbers() {
        ledger.arrived("old", 2, NOON);
        ledger.arrived("new", 1, NOON);

        assertThat(ledger.arrived("old", 1, NOON)).isTrue();
        assertThat(ledger.currentRun()).contains("new");
        assertThat(ledger.runAfter("old")).contains("new");
        assertThat(ledger.runAfter("new")).isEmpty();
    }

    @Test
    void whatIsMissingAndWhatIsLostIsCounted() {
        ledger.arrived("r", 1, NOON);
        ledger.arrived("r", 5, NOON);
        assertThat(ledger.missing()).isEqualTo(3);

        assertThat(ledger.due(NOON, 10)).containsExactly(new ResendRequest("r", 2, 4));
        ledger.takeChanged();
        ledger.due(NOON.plusSeconds(5), 10);

        assertThat(ledger.missing()).isZero();
        assertThat(ledger.lost()).isEqualTo(3);
        assertThat(ledger.takeChanged()).singleElement().extracting(RunGaps::run).isEqualTo("r");
    }

    @Test
    void noMoreRequestsThanAskedForAreMadeAtOnce() {
        for (long sequence = 1; sequence < 20; sequence += 2) {
            ledger.arrived("r", sequence, NOON);
        }

        assertThat(ledger.due(NOON, 4)).hasSize(4);
        assertThat(ledger.due(NOON, 100)).hasSize(5);
    }
}
