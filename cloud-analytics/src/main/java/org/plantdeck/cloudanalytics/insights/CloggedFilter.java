package org.plantdeck.cloudanalytics.insights;

import org.plantdeck.signal.Leaves;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A supply filter full of dust: more pressure drop for the same flow. The drop grows with the
 * square of the flow, so their ratio shows the filter and not the fan.
 */
final class CloggedFilter implements Cause {

    /** Below this supply flow the pressure drop is too small to judge, m³/s. */
    private static final double FLOW_MIN = 0.8;

    /** Shaft and motor of the fan: air power over electric power. */
    private static final double FAN_EFFICIENCY = 0.6;

    @Override
    public InsightKind kind() {
        return InsightKind.CLOGGED_FILTER;
    }

    @Override
    public String unit() {
        return "Pa/(m³/s)²";
    }

    @Override
    public List<Companion> companions() {
        return List.of(
                new Companion("pressure_pa", "environment_analytics.filter_pressure.average"),
                new Companion("flow_m3_per_s", "environment_analytics.supply_flow.average"),
                new Companion("fan_speed_percent", "environment_analytics.fan_speed.average"));
    }

    @Override
    public Optional<Sample> sample(Leaves values) {
        OptionalDouble pressure = values.number("environment_analytics.filter_pressure.average");
        OptionalDouble flow = values.number("environment_analytics.supply_flow.average");
        if (pressure.isEmpty() || flow.orElse(0) < FLOW_MIN) {
            return Optional.empty();
        }
        double metres = flow.getAsDouble();
        return Optional.of(new Sample(pressure.getAsDouble(), metres * metres));
    }

    @Override
    public Advice advice(Finding finding) {
        double flow = finding.companion("flow_m3_per_s");
        double excessPa = (finding.measured() - finding.baseline()) * flow * flow;
        return new Advice(
                Words.say(
                        "clogged-filter.sentence",
                        finding.companion("pressure_pa"),
                        flow,
                        finding.ratio()),
                Words.say("clogged-filter.recommendation"),
                excessPa * flow / FAN_EFFICIENCY / 1000 * 24,
                "kWh/day",
                finding.confidence());
    }
}
