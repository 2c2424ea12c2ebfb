package org.plantdeck.app.insights;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.cloudanalytics.insights.Advice;
import org.plantdeck.cloudanalytics.insights.Evidence;
import org.plantdeck.cloudanalytics.insights.Insight;
import org.plantdeck.cloudanalytics.insights.InsightKind;
import org.plantdeck.signal.Leaves;

import java.time.Instant;
import java.util.Optional;

class DismissalsTest {

    private static final Instant START = Instant.parse("2026-11-21T06:00:00Z");

    private final Dismissals dismissals = new Dismissals();

    private static Insight leak(double impact, String recommendation, Instant until) {
        return new Insight(
                "compressor-leak-r-5000",
                InsightKind.COMPRESSOR_LEAK,
                new Evidence("r", "tag", START, until, Leaves.builder().build()),
                new Advice("sentence", recommendation, impact, "kWh/day", 0.9),
                START,
                Optional.empty());
    }

    private static Insight leak(double impact) {
        return leak(impact, "Search the air net", START.plusSeconds(300));
    }

    @Test
    void whatWasDismissedStaysHiddenWhenOnlyItsIntervalHasMoved() {
        dismissals.dismiss(leak(40));

        assertThat(dismissals.isDismissed(leak(40))).isTrue();
        assertThat(dismissals.isDismissed(leak(42, "Search the air net", START.plusSeconds(3600))))
                .isTrue();
    }

    @Test
    void itComesBackWhenItsImpactHasMovedByMoreThanATenth() {
        dismissals.dismiss(leak(40));

        assertThat(dismissals.isDismissed(leak(45))).isFalse();
        assertThat(dismissals.isDismissed(leak(35))).isFalse();
    }

    @Test
    void itComesBackWhenSomethingElseIsToBeDone() {
        dismissals.dismiss(leak(40));

        assertThat(dismissals.isDismissed(leak(40, "Change the compressor", START))).isFalse();
    }

    @Test
    void undoShowsEverythingAgain() {
        dismissals.dismiss(leak(40));
        dismissals.undo();

        assertThat(dismissals.isDismissed(leak(40))).isFalse();
    }
}
