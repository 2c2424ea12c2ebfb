package org.plantdeck.bridge.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.bridge.alerts.AlertThresholds;
import org.plantdeck.bridge.windows.FactoryReadings;
import org.plantdeck.bridge.windows.Sample;
import org.plantdeck.bridge.windows.WindowRule;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;
import org.plantdeck.signal.WindowCodec;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class RunAggregatorTest {

    private static final Instant WALL = Instant.parse("2026-11-21T12:00:00Z");
    private static final WindowRule RULE =
            new WindowRule(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    Duration.ZERO);

    private final RunAggregator run =
            new RunAggregator("run", RULE, AlertThresholds.defaults(), RunState.FRESH, WALL);
    private final List<AnalyticsWindow> windows = new ArrayList<>();

    private void take(Reading reading) {
        run.take(Sample.of(reading), WALL);
        windows.addAll(run.closeDue(WALL));
    }

    private void takeAll(long from, long to) {
        for (long second = from; second < to; second++) {
            for (FactorySource source : FactorySource.values()) {
                take(FactoryReadings.at("run", source, second));
            }
        }
    }

    @Test
    void theBodyHasItsLeavesInTheOrderOfTheContract() {
        takeAll(0, 13);
        assertThat(windows.getFirst().values().paths())
                .containsExactly(
                        "count.line1",
                        "count.energy",
                        "count.environment",
                        "energy_analytics.power_consumption.average",
                        "energy_analytics.power_consumption.trend",
                        "energy_analytics.power_consumption.maximum",
                        "energy_analytics.efficiency.average",
                        "energy_analytics.power_factor.average",
                        "energy_analytics.reactive_power.average",
                        "energy_analytics.energy_total.last",
                        "energy_analytics.demand.last",
                        "energy_analytics.compressor.power_average",
                        "energy_analytics.compressor.load_share",
                        "energy_analytics.compressor.air_flow_average",
                        "energy_analytics.capacitor.stages_average",
                        "energy_analytics.capacitor.power_average",
                        "environment_analytics.temperature.average",
                        "environment_analytics.temperature.trend",
                        "environment_analytics.air_quality.average_index",
                        "environment_analytics.co2.average",
                        "environment_analytics.comfort.average",
                        "environment_analytics.filter_pressure.average",
                        "environment_analytics.fan_speed.average",
                        "environment_analytics.supply_flow.average",
                        "environment_analytics.outdoor_temperature.average",
                        "production_analytics.count",
                        "production_analytics.speed.average",
                        "production_analytics.running_share",
                        "production_analytics.vibration.average",
                        "production_analytics.vibration.maximum",
                        "production_analytics.bearing_temperature.average",
                        "production_analytics.bearing_temperature.maximum",
                        "production_analytics.quality.average",
                        "production_analytics.production_count.last",
                        "critical_alerts",
                        "facility_status.energy_efficiency",
                        "facility_status.environmental_comfort",
                        "facility_status.overall_health",
                        "facility_status.overall_score");
    }

    @Test
    void theBodyReadsBackToTheWindow() {
        takeAll(0, 13);
        AnalyticsWindow window = windows.getFirst();
        assertThat(WindowCodec.decode(WindowCodec.encode(window)))
                .isEqualTo(new Decoded.Sound<>(window));
    }

    @Test
    void anEmptyWindowHasCountsOfZeroAndNoAverages() {
        takeAll(0, 13);
        takeAll(40, 53);
        AnalyticsWindow empty = windows.get(2);
        assertThat(empty.start()).isEqualTo(FactoryReadings.START.plusSeconds(20));
        empty.values()
                .forEach((path, value) ->
                        assertThat(value)
                                .as(path)
                                .isEqualTo(
                                        switch (path) {
                                            case "count.line1",
                                                    "count.energy",
                                                    "count.environment",
                                                    "production_analytics.count" ->
                                                    Value.of(0L);
                                            case "energy_analytics.power_consumption.trend",
                                                    "environment_analytics.temperature.trend" ->
                                                    Value.of("stable");
                                            case "critical_alerts" -> Value.of("[]");
                                            case "facility_status.overall_health" ->
                                                    Value.of("unknown");
                                            default -> Value.absent();
                                        }));
    }

    @Test
    void bottlesAreCountedOverTheEndOfAShift() {
        takeAll(0, 13);
        for (long second = 13; second < 23; second++) {
            long count = second < 15 ? 1_000 + 2 * second : 3 * (second - 15);
            for (FactorySource source : FactorySource.values()) {
                Map<String, Value> set =
                        source == FactorySource.LINE
                                ? Map.of("production_count", Value.of(count))
                                : Map.of();
                take(FactoryReadings.at("run", source, second, set));
            }
        }
        assertThat(windows)
                .extracting(window -> window.values().get("production_analytics.count"))
                .containsExactly(Value.of(18L), Value.of(10L + 12L));
    }

    @Test
    void bottlesOfAStretchThatIsNotToldAreNotCounted() {
        takeAll(0, 13);
        takeAll(90_000, 90_013);
        assertThat(windows.getLast().values().get("production_analytics.count"))
                .isEqualTo(Value.of(18L));
    }

    @Test
    void aRiseInPowerIsATrend() {
        for (long second = 0; second < 100; second++) {
            for (FactorySource source : FactorySource.values()) {
                Map<String, Value> set =
                        source == FactorySource.ENERGY
                                ? Map.of("power_consumption", Value.of(100 + 0.1 * second))
                                : Map.of();
                take(FactoryReadings.at("run", source, second, set));
            }
        }
        assertThat(windows)
                .extracting(
                        window -> window.values().text("energy_analytics.power_consumption.trend"))
                .containsExactly(
                        "stable", "stable", "stable", "stable", "rising", "rising", "rising",
                        "rising", "rising");
    }
}
