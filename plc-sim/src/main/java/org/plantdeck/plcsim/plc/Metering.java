package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.FieldBus;
import org.plantdeck.plcsim.physics.Sensor;

/**
 * What the infeed meter makes of its inputs.
 *
 * @param voltageL1 line to line, V
 * @param voltageL2 line to line, V
 * @param voltageL3 line to line, V
 * @param currentL1 A
 * @param currentL2 A
 * @param currentL3 A
 * @param powerKw active power
 * @param reactiveKvar reactive power, negative where the plant gives some back
 * @param frequency Hz
 */
record Metering(
        double voltageL1,
        double voltageL2,
        double voltageL3,
        double currentL1,
        double currentL2,
        double currentL3,
        double powerKw,
        double reactiveKvar,
        double frequency) {

    private static final double NOTHING = 1e-3;

    static Metering read(FieldBus field) {
        return new Metering(
                field.read(Sensor.VOLTAGE_L1),
                field.read(Sensor.VOLTAGE_L2),
                field.read(Sensor.VOLTAGE_L3),
                field.read(Sensor.CURRENT_L1),
                field.read(Sensor.CURRENT_L2),
                field.read(Sensor.CURRENT_L3),
                field.read(Sensor.ACTIVE_POWER),
                field.read(Sensor.REACTIVE_POWER),
                field.read(Sensor.FREQUENCY));
    }

    /** Mean line voltage, V. */
    double meanVoltage() {
        return (voltageL1 + voltageL2 + voltageL3) / 3;
    }

    /** Mean current, A. */
    double meanCurrent() {
        return (currentL1 + currentL2 + currentL3) / 3;
    }

    /** S = √3·U·I, kVA. */
    double apparentKva() {
        return StrictMath.sqrt(3) * meanVoltage() * meanCurrent() / 1000;
    }

    /** P ÷ S, 0 to 1; 1 where nothing is taken. */
    double powerFactor() {
        double apparent = apparentKva();
        return apparent < NOTHING ? 1 : Math.clamp(powerKw / apparent, 0, 1);
    }

    /** NEMA: largest deviation from the mean line voltage, % of the mean. */
    double voltageUnbalance() {
        return unbalance(voltageL1, voltageL2, voltageL3);
    }

    /** Largest deviation from the mean current, % of the mean. */
    double currentUnbalance() {
        return unbalance(currentL1, currentL2, currentL3);
    }

    /** 100 · max|x − mean| ÷ mean; 0 where there is nothing. */
    static double unbalance(double a, double b, double c) {
        double mean = (a + b + c) / 3;
        if (mean < NOTHING) {
            return 0;
        }
        double largest =
                Math.max(Math.abs(a - mean), Math.max(Math.abs(b - mean), Math.abs(c - mean)));
        return 100 * largest / mean;
    }

    /**
     * Reactive power to be added to reach a power factor: P·(tan φ1 − tan φ2), kvar; 0 where it is
     * reached.
     */
    static double reactiveNeeded(double powerKw, double reactiveKvar, double targetPowerFactor) {
        double allowed =
                powerKw
                        * StrictMath.sqrt(1 - targetPowerFactor * targetPowerFactor)
                        / targetPowerFactor;
        return Math.max(0, reactiveKvar - allowed);
    }
}
