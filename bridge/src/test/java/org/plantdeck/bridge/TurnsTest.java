package org.plantdeck.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.signal.FactorySource.ENVIRONMENT;
import static org.plantdeck.signal.FactorySource.LINE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.bridge.windows.FactoryReadings;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Value;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

class TurnsTest {

    @TempDir private Path folder;
    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(Bench.settings(folder));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aReadingIsAcknowledgedOnlyOnceItIsCommitted() {
        FakeLink.Sent sent = bench.deliver(FactoryReadings.at("run", LINE, 0));
        assertThat(sent.acknowledged).isFalse();
        bench.turns.take(false);
        assertThat(sent.acknowledged).isFalse();
        bench.turns.take(true);
        assertThat(sent.acknowledged).isTrue();
        assertThat(bench.figure("readings")).isEqualTo(1);
    }

    @Test
    void eightWaitingReadingsAreCommittedAtOnce() {
        List<FakeLink.Sent> sent =
                LongStream.range(0, 8)
                        .mapToObj(second -> bench.deliver(FactoryReadings.at("run", LINE, second)))
                        .toList();
        bench.turns.take(false);
        assertThat(sent).allMatch(delivery -> delivery.acknowledged);
    }

    @Test
    void windowsGoOutAsTheContractSays() {
        bench.run(0, 23);
        assertThat(bench.cloud.published)
                .extracting(Publication::topic, Publication::qos, Publication::retained)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(AnalyticsWindow.TOPIC, 1, false));
        assertThat(bench.sequences()).containsExactly(1L, 2L);
        assertThat(bench.figure("windows_sent")).isEqualTo(1);
        bench.turns.take(true);
        assertThat(bench.figure("windows_sent")).isEqualTo(2);
        assertThat(bench.figure("outbox.depth")).isZero();
    }

    @Test
    void theAveragesAreThoseOfTheRawReadings() {
        bench.run(0, 13);
        Leaves values = bench.windows().getFirst().values();
        assertThat(values.number("energy_analytics.power_consumption.average").orElseThrow())
                .isEqualTo(mean(FactorySource.ENERGY, "power_consumption"));
        assertThat(values.number("environment_analytics.co2.average").orElseThrow())
                .isEqualTo(mean(ENVIRONMENT, "co2_level"));
        assertThat(values.number("production_analytics.vibration.average").orElseThrow())
                .isEqualTo(mean(LINE, "vibration"));
        assertThat(values.get("count.line1")).isEqualTo(Value.of(10L));
        assertThat(values.get("production_analytics.count")).isEqualTo(Value.of(18L));
        assertThat(values.get("production_analytics.production_count.last"))
                .isEqualTo(Value.of(1018L));
    }

    private static double mean(FactorySource source, String key) {
        ToDoubleFunction<Long> value =
                second ->
                        FactoryReadings.at("run", source, second)
                                .values()
                                .number(key)
                                .orElseThrow();
        double mean =
                LongStream.range(0, 10).boxed().mapToDouble(value).reduce(0, Double::sum) / 10;
        return Value.rounded(mean, 6).asDouble();
    }

    @Test
    void lateRepeatedAndMissingReadingsAreCounted() {
        bench.run(0, 5);
        bench.run(6, 13);
        assertThat(bench.figure("missing")).isEqualTo(3);
        bench.deliver(FactoryReadings.at("run", LINE, 5));
        bench.deliver(FactoryReadings.at("run", LINE, 12));
        bench.turns.take(true);
        assertThat(bench.figure("late")).isEqualTo(1);
        assertThat(bench.figure("repeated")).isEqualTo(1);
        assertThat(bench.figure("missing")).isEqualTo(2);
    }

    @Test
    void aMalformedMessageIsCountedAndTheNextGoesOn() {
        FakeLink.Sent bad =
                bench.local.deliver("factory/line1", "{\"a\":".getBytes(StandardCharsets.UTF_8));
        bench.run(0, 13);
        assertThat(bad.acknowledged).isTrue();
        assertThat(bench.figure("malformed")).isEqualTo(1);
        assertThat(bench.sequences()).containsExactly(1L);
    }

    @Test
    void aSourceThatFallsSilentDoesNotStopTheWindows() {
        bench.run(0, 3);
        for (long second = 3; second < 13; second++) {
            bench.pass(Duration.ofSeconds(1));
            bench.deliver(FactoryReadings.at("run", LINE, second));
        }
        bench.turns.take(true);
        assertThat(bench.windows().getFirst().values().get("count.energy")).isEqualTo(Value.of(3L));
    }

    @Test
    void whileTheLocalBrokerIsAwaySilenceIsNotBelieved() {
        bench.run(0, 3);
        for (long second = 3; second < 13; second++) {
            bench.deliver(FactoryReadings.at("run", LINE, second));
        }
        bench.turns.take(true);
        bench.local.phase = LinkState.Phase.DOWN;
        bench.pass(Duration.ofMinutes(1));
        assertThat(bench.windows()).isEmpty();
        bench.local.phase = LinkState.Phase.UP;
        bench.run(3, 13);
        assertThat(bench.windows().getFirst().values().get("count.energy"))
                .isEqualTo(Value.of(10L));
        assertThat(bench.figure("late")).isZero();
    }

    @Test
    void aNewRunClosesTheWindowsOfTheEarlierOneAndBeginsAtOne() {
        bench.run("old", 0, 16);
        bench.run("new", 100, 101);
        bench.now = bench.now.plusSeconds(3);
        bench.run("new", 101, 113);
        bench.turns.take(true);
        assertThat(bench.windows())
                .extracting(AnalyticsWindow::run, AnalyticsWindow::sequence)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("old", 1L),
                        org.assertj.core.groups.Tuple.tuple("old", 2L),
                        org.assertj.core.groups.Tuple.tuple("new", 1L));
        assertThat(bench.word("progress.run")).isEqualTo("new");
    }

    @Test
    void aRunThatComesBackGoesOnWithItsNumbers() {
        bench.run("one", 0, 16);
        bench.now = bench.now.plusSeconds(3);
        bench.run("two", 0, 16);
        bench.now = bench.now.plusSeconds(3);
        bench.run("one", 20, 33);
        bench.turns.take(true);
        assertThat(bench.windows())
                .filteredOn(window -> window.run().equals("one"))
                .extracting(AnalyticsWindow::sequence)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void noMoreThanFourRunsStayOpen() {
        for (int run = 0; run < 6; run++) {
            bench.now = bench.now.plusMillis(1);
            bench.run("run" + run, 0, 2);
        }
        assertThat(bench.windows())
                .extracting(AnalyticsWindow::run)
                .containsExactly("run0", "run1");
    }

    @Test
    void anAlertReachesTheWindow() {
        for (long second = 0; second < 73; second++) {
            bench.deliver(
                    FactoryReadings.at(
                            "run", ENVIRONMENT, second, Map.of("co2_level", Value.of(1_700.0))));
            bench.deliver(FactoryReadings.at("run", LINE, second));
            bench.deliver(FactoryReadings.at("run", FactorySource.ENERGY, second));
            bench.turns.take(true);
        }
        AnalyticsWindow last = bench.windows().getLast();
        assertThat(last.values().get("critical_alerts"))
                .isEqualTo(
                        Value.of(
                                "[{\"tag\":\"factory/environment/co2_level\",\"condition\":\"high\","
                                    + "\"value\":1700.0,\"limit\":1500.0,\"unit\":\"ppm\","
                                    + "\"since\":\"2026-11-21T10:00:00.000Z\",\"message\":\"Carbon"
                                    + " dioxide in the hall: 1700.0 ppm, above the limit of 1500"
                                    + " ppm\"}]"));
        assertThat(last.values().text("facility_status.overall_health")).isEqualTo("fair");
        assertThat(bench.windows().getFirst().values().text("facility_status.overall_health"))
                .isEqualTo("good");
    }

    @Test
    void aCloudBrokerThatIsAwayOnlyDegrades() {
        bench.cloudIs(false);
        bench.run(0, 33);
        assertThat(bench.turns.hasBeenLinked()).isTrue();
        Health health = bench.turns.health();
        assertThat(health.state()).isEqualTo(Health.State.DEGRADED);
        assertThat(health.detail()).isEqualTo("Windows wait in the outbox: no broker there");
        assertThat(bench.windows()).isEmpty();
        assertThat(bench.figure("outbox.depth")).isEqualTo(3);
        bench.pass(Duration.ofSeconds(70));
        assertThat(bench.figure("outbox.oldest_age_s")).isEqualTo(70);
        bench.cloudIs(true);
        bench.turns.take(true);
        assertThat(bench.sequences()).containsExactly(1L, 2L, 3L);
        assertThat(bench.turns.health().state()).isEqualTo(Health.State.ONLINE);
    }

    @Test
    void theLocalBrokerThatIsAwayIsNamed() {
        bench.local.phase = LinkState.Phase.DOWN;
        bench.turns.take(true);
        assertThat(bench.turns.hasBeenLinked()).isFalse();
        assertThat(bench.turns.health().detail()).isEqualTo("No readings arrive: no broker there");
    }

    @Test
    void progressIsToldEverySecondWhileReadingsPourIn() {
        bench.turns.take(true);
        assertThat(bench.local.reports).hasSize(1);
        bench.run(0, 50);
        bench.pass(Duration.ofMillis(999));
        assertThat(bench.local.reports).hasSize(1);
        bench.pass(Duration.ofMillis(1));
        assertThat(bench.local.reports).hasSize(2).isEqualTo(bench.cloud.reports);
        Leaves figures = bench.local.reports.getLast().figures();
        assertThat(figures.text("progress.run")).isEqualTo("run");
        assertThat(figures.text("progress.through")).isEqualTo("2026-11-21T10:00:49.000Z");
        bench.pass(Duration.ofMillis(4_999));
        assertThat(bench.local.reports).hasSize(2);
        bench.pass(Duration.ofMillis(1));
        assertThat(bench.local.reports).hasSize(3);
    }

    @Test
    void aDatabaseThatTakesNothingIsToldAndNothingIsLost() {
        bench.run(0, 5);
        FakeLink.Sent sent;
        try (var blocker = new DatabaseBlocker(folder.resolve("bridge.db"))) {
            blocker.refuseReadings();
            sent = bench.deliver(FactoryReadings.at("run", LINE, 5));
            bench.turns.take(true);
            assertThat(sent.acknowledged).isFalse();
            assertThat(bench.turns.health().state()).isEqualTo(Health.State.DEGRADED);
            assertThat(bench.turns.health().detail()).startsWith("Cannot keep readings: ");
            blocker.acceptReadings();
        }
        bench.turns.take(true);
        assertThat(sent.acknowledged).isFalse();
        bench.pass(Duration.ofSeconds(1));
        assertThat(sent.acknowledged).isTrue();
        assertThat(bench.turns.health().state()).isEqualTo(Health.State.ONLINE);
        bench.run(5, 13);
        assertThat(bench.windows().getFirst().values().get("count.line1")).isEqualTo(Value.of(10L));
    }
}
