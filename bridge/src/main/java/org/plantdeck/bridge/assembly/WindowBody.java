package org.plantdeck.bridge.assembly;

import org.plantdeck.bridge.alerts.CriticalAlert;
import org.plantdeck.bridge.trends.Trend;
import org.plantdeck.bridge.windows.Measure;
import org.plantdeck.bridge.windows.WindowFigures;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Value;

import java.util.List;
import java.util.OptionalDouble;

/** The leaves of a window's body, in the order of the contract. Threads: one. */
final class WindowBody {

    private static final int DECIMALS = 6;

    private final WindowFigures figures;
    private final Leaves.Builder leaves = Leaves.builder();

    private WindowBody(WindowFigures figures) {
        this.figures = figures;
    }

    /** What a window says beside its figures. */
    record Findings(Trend power, Trend temperature, long bottles, List<CriticalAlert> alerts) {}

    static Leaves of(WindowFigures figures, Findings findings) {
        WindowBody body = new WindowBody(figures);
        for (FactorySource source : FactorySource.values()) {
            body.leaves.put("count." + source.area(), figures.count(source));
        }
        body.energy(findings.power());
        body.environment(findings.temperature());
        body.production(findings.bottles());
        body.leaves.put("critical_alerts", CriticalAlert.json(findings.alerts()));
        body.facility(findings.alerts().size());
        return body.leaves.build();
    }

    private void energy(Trend trend) {
        String area = "energy_analytics.";
        mean(area + "power_consumption.average", Measure.POWER);
        leaves.put(area + "power_consumption.trend", trend.word());
        put(area + "power_consumption.maximum", figures.maximum(Measure.POWER));
        mean(area + "efficiency.average", Measure.EFFICIENCY);
        mean(area + "power_factor.average", Measure.POWER_FACTOR);
        mean(area + "reactive_power.average", Measure.REACTIVE_POWER);
        put(area + "energy_total.last", figures.last(Measure.ENERGY_TOTAL));
        put(area + "demand.last", figures.last(Measure.DEMAND));
        mean(area + "compressor.power_average", Measure.COMPRESSOR_POWER);
        mean(area + "compressor.load_share", Measure.COMPRESSOR_LOAD_SHARE);
        mean(area + "compressor.air_flow_average", Measure.AIR_FLOW);
        mean(area + "capacitor.stages_average", Measure.CAPACITOR_STAGES);
        mean(area + "capacitor.power_average", Measure.CAPACITOR_POWER);
    }

    private void environment(Trend trend) {
        String area = "environment_analytics.";
        mean(area + "temperature.average", Measure.HALL_TEMPERATURE);
        leaves.put(area + "temperature.trend", trend.word());
        mean(area + "air_quality.average_index", Measure.AIR_QUALITY);
        mean(area + "co2.average", Measure.CO2);
        mean(area + "comfort.average", Measure.COMFORT);
        mean(area + "filter_pressure.average", Measure.FILTER_PRESSURE);
        mean(area + "fan_speed.average", Measure.FAN_SPEED);
        mean(area + "supply_flow.average", Measure.SUPPLY_FLOW);
        mean(area + "outdoor_temperature.average", Measure.OUTDOOR_TEMPERATURE);
    }

    private void production(long bottles) {
        String area = "production_analytics.";
        leaves.put(area + "count", bottles);
        mean(area + "speed.average", Measure.LINE_SPEED);
        mean(area + "running_share", Measure.RUNNING);
        mean(area + "vibration.average", Measure.VIBRATION);
        put(area + "vibration.maximum", figures.maximum(Measure.VIBRATION));
        mean(area + "bearing_temperature.average", Measure.BEARING_TEMPERATURE);
        put(area + "bearing_temperature.maximum", figures.maximum(Measure.BEARING_TEMPERATURE));
        mean(area + "quality.average", Measure.QUALITY);
        OptionalDouble counter = figures.last(Measure.PRODUCTION_COUNT);
        leaves.put(
                area + "production_count.last",
                counter.isPresent() ? Value.of((long) counter.getAsDouble()) : Value.absent());
    }

    private void facility(int alerts) {
        FacilityStatus status = FacilityStatus.of(figures, alerts);
        mean("facility_status.energy_efficiency", Measure.EFFICIENCY);
        mean("facility_status.environmental_comfort", Measure.COMFORT);
        leaves.put("facility_status.overall_health", status.health());
        put("facility_status.overall_score", status.score());
    }

    private void mean(String path, Measure measure) {
        put(path, figures.mean(measure));
    }

    private void put(String path, OptionalDouble number) {
        leaves.put(
                path,
                number.isPresent()
                        ? Value.rounded(number.getAsDouble(), DECIMALS)
                        : Value.absent());
    }
}
