package org.plantdeck.plcsim.physics;

/**
 * Transformer, feeder, capacitor bank and infeed meter. Consumers take constant power whatever the
 * voltage; the voltage sags with what they take, and the currents follow from both, so that P = √3
 * · U · I · PF holds for the means of the three lines.
 */
final class Network {

    private static final int PHASES = 3;
    private static final double ROOT3 = Math.sqrt(3);
    private static final double KILO = 1000;
    private static final double HOUR = 3600;
    private static final double LEAST_VOLTAGE = 20;

    private final GridParameters parameters;
    private final double[] taken = new double[PHASES];
    private final double[] voltage = new double[PHASES];
    private final double[] current = new double[PHASES];
    private double active;
    private double reactive;
    private double copperLoss;
    private double capacitors;
    private double energy;

    Network(GridParameters parameters) {
        this.parameters = parameters;
        this.energy = parameters.energyTotal();
        for (int k = 0; k < PHASES; k++) {
            voltage[k] = parameters.nominalVoltage();
            current[k] = 185;
        }
    }

    /** Starts the balance of a tick: nothing is taken yet. */
    void open() {
        active = 0;
        reactive = 0;
        for (int k = 0; k < PHASES; k++) {
            taken[k] = 0;
        }
    }

    /** Adds a consumer on all phases, kW and kvar. */
    void take(double kw, double kvar) {
        active += kw;
        reactive += kvar;
        double apparent = Math.sqrt(kw * kw + kvar * kvar) / PHASES;
        for (int k = 0; k < PHASES; k++) {
            taken[k] += apparent;
        }
    }

    /** Adds a consumer on one phase, 0 to 2. */
    void takeOn(int phase, double kw, double kvar) {
        active += kw;
        reactive += kvar;
        taken[phase] += Math.sqrt(kw * kw + kvar * kvar);
    }

    /** Closes the balance of a tick with losses and capacitors. */
    void close(Grid grid, double stages) {
        double squares = 0;
        for (int k = 0; k < PHASES; k++) {
            squares += current[k] * current[k];
        }
        copperLoss = parameters.resistance() * squares / KILO;
        double relative = meanVoltage() / parameters.nominalVoltage();
        capacitors =
                grid.phaseLost() ? 0 : stages * parameters.capacitorStage() * relative * relative;
        active += parameters.ironLoss() + copperLoss;
        reactive +=
                parameters.ironReactive() + parameters.reactance() * squares / KILO - capacitors;
        sag(grid);
    }

    /** Counts the energy of one tick at the power of its balance. */
    void meter() {
        energy += active * PlantTime.TICK_SECONDS / HOUR;
    }

    private void sag(Grid grid) {
        double total = 0;
        for (int k = 0; k < PHASES; k++) {
            taken[k] *= grid.alive(k);
            total += taken[k];
        }
        double mean = Math.max(LEAST_VOLTAGE, meanVoltage());
        double drop =
                KILO
                        * (parameters.resistance() * active + parameters.reactance() * reactive)
                        / mean;
        for (int k = 0; k < PHASES; k++) {
            double share = total > 0 ? (taken[k] + taken[(k + 1) % PHASES]) * 1.5 / total : 1;
            voltage[k] = Math.max(LEAST_VOLTAGE, grid.open(k) - drop * share);
        }
        double apparent = Math.sqrt(active * active + reactive * reactive);
        double meanCurrent = apparent * KILO / (ROOT3 * meanVoltage());
        for (int k = 0; k < PHASES; k++) {
            current[k] = total > 0 ? meanCurrent * PHASES * taken[k] / total : 0;
        }
    }

    private double meanVoltage() {
        return (voltage[0] + voltage[1] + voltage[2]) / PHASES;
    }

    /** Lowest line voltage over nominal. */
    double lowestVoltage() {
        double lowest = Math.min(voltage[0], Math.min(voltage[1], voltage[2]));
        return lowest / parameters.nominalVoltage();
    }

    /** Line voltage, V. */
    double voltage(int line) {
        return voltage[line];
    }

    /** Current of a phase, A. */
    double current(int phase) {
        return current[phase];
    }

    /** Active power at the infeed, kW. */
    double active() {
        return active;
    }

    /** Reactive power at the infeed, kvar. */
    double reactive() {
        return reactive;
    }

    /** Losses of transformer and feeder, kW. */
    double losses() {
        return parameters.ironLoss() + copperLoss;
    }

    /** Reactive power the capacitors give, kvar. */
    double capacitors() {
        return capacitors;
    }

    /** kWh. */
    double energy() {
        return energy;
    }

    /** Power that a poor power factor costs in transformer and feeder, kW. */
    double costOfPowerFactor() {
        double apparent = Math.sqrt(active * active + reactive * reactive);
        double factor = apparent > 0 ? active / apparent : 1;
        double relative = factor / parameters.soundPowerFactor();
        return copperLoss * Math.max(0, 1 - relative * relative);
    }

    void archive(StateArchive archive) {
        for (int k = 0; k < PHASES; k++) {
            voltage[k] = archive.number("network.voltage" + k, voltage[k]);
            current[k] = archive.number("network.current" + k, current[k]);
        }
        energy = archive.number("network.energy", energy);
    }
}
