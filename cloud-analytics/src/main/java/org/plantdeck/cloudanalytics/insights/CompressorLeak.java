package org.plantdeck.cloudanalytics.insights;

import org.plantdeck.signal.Leaves;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A leak in the compressed air net: air taken while the line stands. What others take then, such as
 * the cleaning at night, comes on top and goes again, so the least that was taken for a block
 * within a standstill is what the net loses.
 */
final class CompressorLeak implements Cause {

    /**
     * Power for a m³ more at normal conditions, kWh: loaded instead of unloaded, 30 kW instead of
     * 11.5 kW, the compressor gives 300 m³/h.
     */
    private static final double KWH_PER_M3 = (30 - 11.5) / 300;

    @Override
    public InsightKind kind() {
        return InsightKind.COMPRESSOR_LEAK;
    }

    @Override
    public String unit() {
        return "m³/h";
    }

    @Override
    public List<Companion> companions() {
        return List.of(
                new Companion("load_share_percent", "energy_analytics.compressor.load_share"),
                new Companion("compressor_power_kw", "energy_analytics.compressor.power_average"));
    }

    @Override
    public Optional<Sample> sample(Leaves values) {
        OptionalDouble running = values.number("production_analytics.running_share");
        OptionalDouble speed = values.number("production_analytics.speed.average");
        OptionalDouble flow = values.number("energy_analytics.compressor.air_flow_average");
        boolean stands = running.orElse(1) == 0 && speed.orElse(1) < 1;
        return stands && flow.isPresent()
                ? Optional.of(new Sample(flow.getAsDouble(), 1))
                : Optional.empty();
    }

    @Override
    public boolean isJudgedByStretch() {
        return true;
    }

    @Override
    public boolean endsStretch(Leaves values) {
        return values.number("production_analytics.running_share").orElse(0) > 0;
    }

    @Override
    public Advice advice(Finding finding) {
        double excess = finding.measured() - finding.baseline();
        return new Advice(
                Words.say(
                        "compressor-leak.sentence",
                        finding.measured(),
                        finding.baseline(),
                        excess,
                        finding.companion("load_share_percent")),
                Words.say("compressor-leak.recommendation"),
                excess * KWH_PER_M3 * 24,
                "kWh/day",
                finding.confidence());
    }
}
