package org.plantdeck.app.energy;

import org.plantdeck.signal.Leaves;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the capacitor bank does to the infeed, and what it would do with other stages in: S² = P² +
 * Q², I = S ÷ (√3 · U), each stage taking its reactive power off Q.
 *
 * @param powerKw active power taken
 * @param reactiveKvar reactive power taken, negative where the plant gives some back
 * @param volts mean line voltage
 * @param stages that are in, 0 to {@link #STAGES}
 * @param stageKvar what one stage gives
 */
record Compensation(
        double powerKw, double reactiveKvar, double volts, int stages, double stageKvar) {

    /** Stages of the bank. */
    static final int STAGES = 4;

    /** What is written on a stage: kvar at the nominal voltage. */
    private static final double RATED_KVAR = 10;

    private static final double NOMINAL_VOLTS = 400;
    private static final double NOTHING = 1;

    /**
     * As it is in a reading; empty where a value is missing or nothing is taken. A stage gives what
     * the stages that are in give on average; while none is in, what is written on it.
     */
    static Optional<Compensation> of(Leaves energy) {
        OptionalDouble power = energy.number("power_consumption");
        OptionalDouble reactive = energy.number("reactive_power");
        OptionalDouble stages = energy.number("capacitor.stages");
        double volts =
                (energy.get("voltages.L1").asDouble()
                                + energy.get("voltages.L2").asDouble()
                                + energy.get("voltages.L3").asDouble())
                        / 3;
        if (power.isEmpty()
                || reactive.isEmpty()
                || stages.isEmpty()
                || !(volts > NOTHING && power.getAsDouble() > NOTHING)) {
            return Optional.empty();
        }
        int in = (int) stages.getAsDouble();
        double relative = volts / NOMINAL_VOLTS;
        double given = energy.number("capacitor.power").orElse(0);
        return Optional.of(
                new Compensation(
                        power.getAsDouble(),
                        reactive.getAsDouble(),
                        volts,
                        in,
                        in > 0 && given > 0 ? given / in : RATED_KVAR * relative * relative));
    }

    /** Reactive power taken with so many stages in, kvar. */
    double reactive(int in) {
        return reactiveKvar - (in - stages) * stageKvar;
    }

    private double apparent(int in) {
        return Math.hypot(powerKw, reactive(in));
    }

    /** Power factor with so many stages in. */
    double powerFactor(int in) {
        return powerKw / apparent(in);
    }

    /** Mean current of the phases with so many stages in, A. */
    double amperes(int in) {
        return apparent(in) * 1000 / (Math.sqrt(3) * volts);
    }

    /** What so many stages would take off each phase, A; negative where they would add. */
    double saving(int in) {
        return amperes(stages) - amperes(in);
    }

    /** With how many stages the current is lowest. */
    int best() {
        int best = stages;
        for (int in = 0; in <= STAGES; in++) {
            if (amperes(in) < amperes(best)) {
                best = in;
            }
        }
        return best;
    }
}
