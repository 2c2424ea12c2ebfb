package org.plantdeck.plcsim.physics;

/**
 * The grid before transformer and feeder: three line voltages and the frequency, which wander, dip
 * and lose a phase. Lines are L1-L2, L2-L3, L3-L1.
 */
final class Grid {

    /** Line voltage over normal where one of its two conductors is dead: 1 over root 3. */
    private static final double HALF_DEAD = 1 / Math.sqrt(3);

    private static final int PHASES = 3;

    private final GridParameters parameters;
    private final RandomStream dice;
    private final Wander frequency;
    private final Wander voltage;
    private final Wander[] line = new Wander[PHASES];
    private final double[] open = new double[PHASES];
    private int lostPhase = -1;

    Grid(GridParameters parameters, long seed) {
        this.parameters = parameters;
        this.dice = new RandomStream(seed, "grid");
        double dt = PlantTime.TICK_SECONDS;
        this.frequency = new Wander(dice, "grid.frequency", parameters.frequencySpread(), 40, dt);
        this.voltage = new Wander(dice, "grid.voltage", parameters.voltageSpread(), 900, dt);
        for (int k = 0; k < PHASES; k++) {
            line[k] = new Wander(dice, "grid.line" + k, parameters.phaseSpread(), 240, dt);
            open[k] = parameters.openVoltage();
        }
    }

    void step(FaultBook faults) {
        frequency.step();
        double common = parameters.openVoltage() + voltage.step();
        double left = 1 - faults.size(FaultKind.VOLTAGE_DIP) / 100;
        lostPhase = (int) faults.size(FaultKind.PHASE_LOSS) - 1;
        for (int k = 0; k < PHASES; k++) {
            double alive = conductorsOf(k) ? 1 : HALF_DEAD;
            open[k] = (common + line[k].step()) * left * alive;
        }
    }

    private boolean conductorsOf(int lineIndex) {
        return !phaseLost() || (lostPhase != lineIndex && lostPhase != (lineIndex + 1) % PHASES);
    }

    /** Line voltage without load, V. */
    double open(int lineIndex) {
        return open[lineIndex];
    }

    /** Hz. */
    double frequency() {
        return parameters.frequency() + frequency.value();
    }

    boolean phaseLost() {
        return lostPhase >= 0;
    }

    /** Part of what a phase feeds that it can feed: 1, or 0 where it is lost. */
    double alive(int phase) {
        return phase == lostPhase ? 0 : 1;
    }

    void archive(StateArchive archive) {
        dice.archive(archive);
        frequency.archive(archive);
        voltage.archive(archive);
        for (int k = 0; k < PHASES; k++) {
            line[k].archive(archive);
            open[k] = archive.number("grid.open" + k, open[k]);
        }
        lostPhase = (int) archive.whole("grid.lost-phase", lostPhase);
    }
}
