package org.plantdeck.cloudanalytics.insights;

import org.plantdeck.signal.Leaves;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Capacitor stages that are switched in and give less reactive power than they should. They give
 * less in proportion to the square of a low voltage too, so windows with a voltage alert say
 * nothing, and the limit lies below what the lowest voltage without one leaves.
 */
final class CapacitorFailure implements Cause {

    /** Below this mean number of stages a window says too little. */
    private static final double STAGES_MIN = 0.95;

    private static final String VOLTAGE_ALERT = "\"factory/energy/voltages.";

    @Override
    public InsightKind kind() {
        return InsightKind.CAPACITOR_FAILURE;
    }

    @Override
    public String unit() {
        return "kvar/stage";
    }

    @Override
    public List<Companion> companions() {
        return List.of(
                new Companion("stages", "energy_analytics.capacitor.stages_average"),
                new Companion("bank_kvar", "energy_analytics.capacitor.power_average"),
                new Companion("power_factor", "energy_analytics.power_factor.average"),
                new Companion("reactive_power_kvar", "energy_analytics.reactive_power.average"));
    }

    @Override
    public Optional<Sample> sample(Leaves values) {
        OptionalDouble stages = values.number("energy_analytics.capacitor.stages_average");
        OptionalDouble power = values.number("energy_analytics.capacitor.power_average");
        boolean voltageAlert = values.text("critical_alerts").contains(VOLTAGE_ALERT);
        if (stages.orElse(0) < STAGES_MIN || power.isEmpty() || voltageAlert) {
            return Optional.empty();
        }
        return Optional.of(new Sample(power.getAsDouble(), stages.getAsDouble()));
    }

    @Override
    public Advice advice(Finding finding) {
        double stages = finding.companion("stages");
        return new Advice(
                Words.say(
                        "capacitor-failure.sentence",
                        finding.companion("bank_kvar"),
                        stages,
                        finding.ratio(),
                        finding.companion("power_factor")),
                Words.say("capacitor-failure.recommendation"),
                (finding.baseline() - finding.measured()) * stages,
                "kvar",
                finding.confidence());
    }
}
