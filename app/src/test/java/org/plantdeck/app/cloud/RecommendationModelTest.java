package org.plantdeck.app.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.app.cloud.RecommendationModel.Evidence;
import org.plantdeck.app.cloud.RecommendationModel.Line;
import org.plantdeck.app.insights.Dismissals;
import org.plantdeck.cloudanalytics.insights.Advice;
import org.plantdeck.cloudanalytics.insights.Insight;
import org.plantdeck.cloudanalytics.insights.InsightKind;
import org.plantdeck.signal.Leaves;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

class RecommendationModelTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private static Insight insight(InsightKind kind, double impact, String unit) {
        Leaves numbers =
                Leaves.builder()
                        .put("measured", 48.3, 3)
                        .put("baseline", 23.1, 3)
                        .put("baseline_source", "learned")
                        .put("unit", "m³/h")
                        .put("ratio", 2.091, 3)
                        .put("windows", 30)
                        .put("load_share_percent", 21.9, 3)
                        .put("newer_figure", 1.5, 3)
                        .build();
        return new Insight(
                kind.word() + "-r-1",
                kind,
                new org.plantdeck.cloudanalytics.insights.Evidence(
                        "r", kind.tag(), START, START.plusSeconds(900), numbers),
                new Advice("What is seen.", "Do " + kind.word(), impact, unit, 0.97),
                START,
                Optional.empty());
    }

    private static final Insight LEAK = insight(InsightKind.COMPRESSOR_LEAK, 9.34, "kWh/day");
    private static final Insight FILTER = insight(InsightKind.CLOGGED_FILTER, 53.9, "kWh/day");
    private static final Insight BANK = insight(InsightKind.CAPACITOR_FAILURE, 300, "kvar");

    @Test
    void whatCostsMostEnergyComesFirstAndOtherUnitsAfterIt() {
        var shown = RecommendationModel.of(List.of(BANK, LEAK, FILTER), new Dismissals());

        assertThat(shown.lines()).extracting(Line::insight).containsExactly(FILTER, LEAK, BANK);
        assertThat(shown.dismissed()).isZero();
        assertThat(shown.lines().get(1))
                .isEqualTo(
                        new Line(
                                LEAK,
                                "Do compressor-leak",
                                "Compressed air leak · confidence 97 % · since Sat 21 Nov 10:00",
                                "9.3 kWh/day"));
    }

    @Test
    void whatWasDismissedIsCountedAndNotShown() {
        Dismissals dismissals = new Dismissals();
        dismissals.dismiss(FILTER);

        var shown = RecommendationModel.of(List.of(LEAK, FILTER), dismissals);

        assertThat(shown.lines()).extracting(Line::insight).containsExactly(LEAK);
        assertThat(shown.dismissed()).isEqualTo(1);
    }

    @Test
    void theEvidenceHoldsEveryNumberEvenOneNobodyKnows() {
        assertThat(RecommendationModel.evidence(LEAK))
                .containsExactly(
                        new Evidence("Measured", "48.30 m³/h"),
                        new Evidence("Sound, learned here", "23.10 m³/h"),
                        new Evidence("Ratio", "2.09"),
                        new Evidence("Windows", "30"),
                        new Evidence("Compressor loaded", "21.9 %"),
                        new Evidence("Newer figure", "1.500"));
        assertThat(RecommendationModel.interval(LEAK))
                .isEqualTo("Sat 21 Nov 10:00 to Sat 21 Nov 10:15");
    }
}
