package org.plantdeck.cloudanalytics.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.plantdeck.cloudanalytics.insights.InsightChange.Step;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class InsightEngineTest {

    private final HealthyPlant plant = new HealthyPlant("r");
    private InsightEngine engine = new InsightEngine(InsightSettings.USUAL);

    private List<InsightChange> run(int windows) {
        List<InsightChange> changes = new ArrayList<>();
        for (int i = 0; i < windows; i++) {
            changes.addAll(engine.accept(plant.next()));
        }
        return changes;
    }

    private static List<InsightKind> opened(List<InsightChange> changes) {
        return changes.stream()
                .filter(change -> change.step() == Step.OPENED)
                .map(change -> change.insight().kind())
                .toList();
    }

    @Test
    void aHealthyWeekGivesNone() {
        assertThat(run(7 * HealthyPlant.DAY)).isEmpty();
    }

    @Test
    void aLeakIsSeenAndNothingElse() {
        run(HealthyPlant.DAY);
        plant.leak = 40;

        List<InsightChange> changes = run(HealthyPlant.DAY);

        assertThat(opened(changes)).containsExactly(InsightKind.COMPRESSOR_LEAK);
        Insight insight = engine.open().getFirst();
        assertThat(insight.evidence().tag()).isEqualTo("factory/energy/compressor.air_flow");
        Leaves numbers = insight.evidence().numbers();
        assertThat(numbers.number("measured").orElseThrow()).isCloseTo(63, within(3.0));
        assertThat(numbers.number("baseline").orElseThrow()).isCloseTo(23, within(1.0));
        assertThat(numbers.text("baseline_source")).isEqualTo("learned");
        assertThat(insight.advice().impact()).isCloseTo(40 * 18.5 / 300 * 24, within(5.0));
        assertThat(insight.advice().impactUnit()).isEqualTo("kWh/day");
        assertThat(insight.advice().confidence()).isGreaterThan(0.95);
        assertThat(insight.advice().sentence()).contains("m³/h more than the 2");
    }

    @Test
    void deadCapacitorStagesAreSeenAndNothingElse() {
        run(HealthyPlant.DAY);
        plant.deadStages = 1;

        List<InsightChange> changes = run(HealthyPlant.DAY);

        assertThat(opened(changes)).containsExactly(InsightKind.CAPACITOR_FAILURE);
        Insight insight = changes.getFirst().insight();
        assertThat(insight.evidence().tag()).isEqualTo("factory/energy/capacitor.power");
        assertThat(insight.evidence().numbers().number("ratio").orElseThrow())
                .isCloseTo(0.5, within(0.02));
        assertThat(insight.advice().impact()).isCloseTo(10, within(0.5));
        assertThat(insight.advice().sentence()).contains("With 2.0 stages in").contains("50 %");
    }

    @Test
    void aCloggedFilterIsSeenAndNothingElse() {
        run(HealthyPlant.DAY);
        plant.filterResistance = 2;

        List<InsightChange> changes = run(HealthyPlant.DAY);

        assertThat(opened(changes)).containsExactly(InsightKind.CLOGGED_FILTER);
        Insight insight = changes.getFirst().insight();
        assertThat(insight.evidence().tag()).isEqualTo("factory/environment/ahu.filter_pressure");
        assertThat(insight.evidence().numbers().number("ratio").orElseThrow())
                .isCloseTo(2, within(0.1));
        assertThat(insight.advice().sentence()).contains("2.0 times");
    }

    @Test
    void aFaultThatWasThereFromTheStartIsNotLearnedAsSound() {
        plant.leak = 40;
        plant.deadStages = 1;
        plant.filterResistance = 2;

        List<InsightChange> changes = run(HealthyPlant.DAY);

        assertThat(opened(changes))
                .containsExactlyInAnyOrder(
                        InsightKind.COMPRESSOR_LEAK,
                        InsightKind.CAPACITOR_FAILURE,
                        InsightKind.CLOGGED_FILTER);
        assertThat(changes.getFirst().insight().evidence().numbers().text("baseline_source"))
                .isEqualTo("nominal");
    }

    @Test
    void anInsightOpensOnceIsBroughtUpToDateAndCloses() {
        run(HealthyPlant.DAY);
        plant.filterResistance = 2;
        List<InsightChange> whileClogged = new ArrayList<>(run(HealthyPlant.DAY / 2));
        plant.filterResistance = 3;
        whileClogged.addAll(run(HealthyPlant.DAY / 2));
        plant.filterResistance = 1;
        List<InsightChange> afterwards = run(HealthyPlant.DAY);

        assertThat(opened(whileClogged)).hasSize(1);
        assertThat(whileClogged.stream().skip(1))
                .extracting(InsightChange::step)
                .containsOnly(Step.UPDATED)
                .hasSizeGreaterThan(20);
        Insight last = whileClogged.getLast().insight();
        assertThat(last.evidence().numbers().number("ratio").orElseThrow())
                .isCloseTo(3, within(0.1));
        assertThat(last.raisedAt()).isEqualTo(whileClogged.getFirst().insight().raisedAt());
        assertThat(afterwards).filteredOn(change -> change.step() == Step.CLOSED).hasSize(1);
        Insight closed = afterwards.getLast().insight();
        assertThat(closed.id()).isEqualTo(last.id());
        assertThat(closed.evidence().numbers().number("ratio").orElseThrow()).isGreaterThan(1.6);
        assertThat(closed.closedAt()).isPresent();
        assertThat(engine.open()).isEmpty();
    }

    @Test
    void betweenTheLimitsNothingChanges() {
        run(HealthyPlant.DAY);
        plant.filterResistance = 1.5;
        assertThat(run(HealthyPlant.DAY)).isEmpty();

        plant.filterResistance = 2;
        run(HealthyPlant.DAY);
        plant.filterResistance = 1.5;

        assertThat(run(HealthyPlant.DAY))
                .extracting(InsightChange::step)
                .doesNotContain(Step.CLOSED);
    }

    @Test
    void aShortDisturbanceRaisesNothing() {
        run(HealthyPlant.DAY);
        plant.filterResistance = 3;
        List<InsightChange> changes = new ArrayList<>(run(40));
        plant.filterResistance = 1;
        changes.addAll(run(HealthyPlant.DAY));

        assertThat(changes).isEmpty();
    }

    @Test
    void aPlantThatStandsForDaysIsWatchedToo() {
        plant.isStopped = true;
        assertThat(run(3 * HealthyPlant.DAY)).isEmpty();
        plant.leak = 40;

        assertThat(opened(run(3 * HealthyPlant.DAY))).containsExactly(InsightKind.COMPRESSOR_LEAK);
    }

    @Test
    void theLengthOfAWindowDoesNotMatter() {
        plant.period = Duration.ofMinutes(1);
        assertThat(run(2 * 1440)).isEmpty();
        plant.leak = 40;
        plant.filterResistance = 2;
        plant.deadStages = 1;

        assertThat(opened(run(1440)))
                .containsExactlyInAnyOrder(
                        InsightKind.COMPRESSOR_LEAK,
                        InsightKind.CAPACITOR_FAILURE,
                        InsightKind.CLOGGED_FILTER);
    }

    @Test
    void aVoltageDipIsNoCapacitorFailure() {
        run(HealthyPlant.DAY);
        plant.voltage = 0.91;
        assertThat(run(HealthyPlant.DAY)).isEmpty();

        plant.voltage = 0.75;
        plant.alerts =
                "[{\"tag\":\"factory/energy/voltages.L1\",\"condition\":\"low\",\"value\":300}]";

        assertThat(run(HealthyPlant.DAY)).isEmpty();
    }

    @Test
    void theIntervalIsThatOfTheNumbers() {
        run(HealthyPlant.DAY);
        plant.filterResistance = 2;

        Evidence evidence = run(HealthyPlant.DAY).getFirst().insight().evidence();

        assertThat(evidence.numbers().number("windows")).hasValue(90);
        assertThat(Duration.between(evidence.from(), evidence.to()))
                .isEqualTo(HealthyPlant.PERIOD.multipliedBy(90));
    }

    @Test
    void aResumedEngineGoesOnAsIfItHadNeverStopped() {
        InsightEngine straight = new InsightEngine(InsightSettings.USUAL);
        List<InsightChange> expected = new ArrayList<>();
        List<InsightChange> changes = new ArrayList<>();
        for (int i = 0; i < 3 * HealthyPlant.DAY; i++) {
            plant.leak = i > HealthyPlant.DAY && i < 2 * HealthyPlant.DAY ? 60 : 0;
            plant.filterResistance = i > HealthyPlant.DAY ? 1 + i / 20000.0 : 1;
            AnalyticsWindow window = plant.next();
            expected.addAll(straight.accept(window));
            changes.addAll(engine.accept(window));
            if (i % 1009 == 0) {
                engine =
                        InsightEngine.resumed(InsightSettings.USUAL, engine.state(), engine.open());
            }
        }

        assertThat(changes).isEqualTo(expected);
        assertThat(opened(changes))
                .containsExactlyInAnyOrder(InsightKind.COMPRESSOR_LEAK, InsightKind.CLOGGED_FILTER);
    }

    @Test
    void aNewRunClosesWhatWasOpenAndLearnsAnew() {
        run(HealthyPlant.DAY);
        plant.filterResistance = 2;
        run(HealthyPlant.DAY);

        List<InsightChange> changes = engine.accept(new HealthyPlant("next").next());

        assertThat(changes).extracting(InsightChange::step).containsExactly(Step.CLOSED);
        assertThat(engine.open()).isEmpty();
        assertThat(engine.run()).isEqualTo("next");
    }

    @Test
    void aRepeatedWindowIsLeftOut() {
        AnalyticsWindow window = plant.next();
        engine.accept(window);
        Leaves before = engine.state();

        engine.accept(window);

        assertThat(engine.state()).isEqualTo(before);
    }
}
