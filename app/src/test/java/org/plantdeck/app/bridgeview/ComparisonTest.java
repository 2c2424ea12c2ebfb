package org.plantdeck.app.bridgeview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.app.bridgeview.Comparison.Column;
import org.plantdeck.app.bridgeview.Comparison.Raw;
import org.plantdeck.app.bridgeview.Comparison.Verdict;
import org.plantdeck.app.fixture.Bodies;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

class ComparisonTest {

    private static final Instant START = Instant.parse("2026-11-21T18:51:00Z");
    private static final Tag POWER = tag("factory/energy/power_consumption");
    private static final Tag SPEED = tag("factory/line1/line_speed");

    @TempDir private Path folder;

    private static Tag tag(String name) {
        return FactoryTags.named(name).orElseThrow();
    }

    private static AnalyticsWindow window(String run, double power) {
        return new AnalyticsWindow(
                run,
                7,
                START,
                START.plusSeconds(10),
                Leaves.builder()
                        .put("count.line1", 0)
                        .put("count.energy", 3)
                        .put("count.environment", 0)
                        .put("energy_analytics.power_consumption.average", Value.of(power))
                        .build());
    }

    private static Raw raw(long second, double value) {
        return new Raw(START.plusSeconds(second), value);
    }

    private static Column column(Comparison of, Tag tag) {
        return of.columns().stream().filter(it -> it.tag().equals(tag)).findFirst().orElseThrow();
    }

    @Test
    void theReadingsComeToWhatTheWindowSays() {
        Comparison comparison =
                Comparison.of(
                        window("r", 100.033333),
                        Map.of(POWER, List.of(raw(0, 100.0), raw(1, 100.1), raw(2, 100.0))));

        Column power = column(comparison, POWER);
        assertThat(power)
                .isEqualTo(
                        new Column(
                                POWER,
                                List.of(100.0, 100.1, 100.0),
                                OptionalDouble.of(100.033333)));
        assertThat(List.of(power.least(), power.largest())).containsExactly(100.0, 100.1);
        assertThat(power.count()).isEqualTo(3);
        assertThat(power.verdict()).isEqualTo(Verdict.SAME);
        assertThat(comparison.title()).isEqualTo("7 · 18:51:00 – 18:51:10 · 0 + 3 + 0 readings");
        assertThat(comparison.conclusion())
                .isEqualTo(
                        "All 1 means of the window are those of the readings the historian has.");
    }

    @Test
    void aReadingTheWindowDidNotUseMakesItsMeanDiffer() {
        Comparison comparison =
                Comparison.of(
                        window("r", 100.0), Map.of(POWER, List.of(raw(0, 100.0), raw(1, 130.0))));

        assertThat(column(comparison, POWER).verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(comparison.conclusion()).startsWith("1 of 1 means differ");
    }

    @Test
    void sourcesThatAreReadAtDifferentTimesLeaveCellsEmpty() {
        Comparison comparison =
                Comparison.of(
                        window("r", 100.0),
                        Map.of(POWER, List.of(raw(1, 100.0)), SPEED, List.of(raw(0, 105.0))));

        assertThat(comparison.times()).containsExactly(START, START.plusSeconds(1));
        assertThat(column(comparison, POWER).cells()).containsExactly(Double.NaN, 100.0);
        assertThat(column(comparison, SPEED).verdict()).isEqualTo(Verdict.NOTHING);
    }

    @Test
    void aWindowWithoutReadingsIsSaidSo() {
        assertThat(Comparison.of(window("r", 100.0), Map.of()).conclusion())
                .startsWith("The historian has no reading of this window");
    }

    @Test
    void onlyReadingsOfTheWindowsRunAndIntervalAreTaken() throws Exception {
        Reading energy = Bodies.reading(FactorySource.ENERGY);
        Path database = folder.resolve("historian.db");
        try (ReadingStore store = SqliteReadingStore.open(database)) {
            store.append(
                    ReadingBatch.of(
                            List.of(
                                    at(energy, "r", 1, -1, 90.0),
                                    at(energy, "r", 2, 0, 100.0),
                                    at(energy, "other", 1, 5, 500.0),
                                    at(energy, "r", 3, 9, 110.0),
                                    at(energy, "r", 4, 10, 120.0))));
        }
        try (HistorianQueries queries = HistorianQueries.openReadOnly(database)) {
            Comparison comparison = ReadingsOfWindow.compare(queries, window("r", 105.0));

            assertThat(column(comparison, POWER).cells()).containsExactly(100.0, 110.0);
            assertThat(column(comparison, POWER).verdict()).isEqualTo(Verdict.SAME);
        }
    }

    private static Reading at(Reading like, String run, long sequence, long second, double power) {
        return new Reading(
                like.source(),
                run,
                sequence,
                START.plusSeconds(second),
                Bodies.with(like, "power_consumption", power).values());
    }
}
