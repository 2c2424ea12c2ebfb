package org.plantdeck.plcsim.physics;

/**
 * Compressed air: receiver, the line's and the hall's use, leaks. The receiver keeps the mass of
 * air at constant temperature. Flows are m³/h at normal conditions.
 */
final class AirNet {

    private static final double DT = PlantTime.TICK_SECONDS;
    private static final double HOUR = 3600;
    private static final double ATMOSPHERE = 1;
    private static final double LEAK_PRESSURE = 7 + ATMOSPHERE;

    private final AirParameters parameters;
    private final RandomStream dice;
    private final Wander useOfLine;
    private final Wander useOfHall;
    private double pressure;
    private double lineUse;
    private double hallUse;
    private double leaks;

    AirNet(AirParameters parameters, long seed) {
        this.parameters = parameters;
        this.dice = new RandomStream(seed, "air");
        this.useOfLine = new Wander(dice, "air.use-of-line", parameters.useSpread(), 60, DT);
        this.useOfHall = new Wander(dice, "air.use-of-hall", parameters.useSpread(), 90, DT);
        this.pressure = parameters.pressure();
        this.lineUse = parameters.lineBase() + parameters.lineWithSpeed();
        this.hallUse = parameters.hall();
        this.leaks = parameters.leakage() / 100 * parameters.capacity();
    }

    /**
     * Takes and gives air for one tick.
     *
     * @param delivered what the compressor delivers
     * @param ratio line speed over nominal
     * @param cleaning whether the line is cleaned and dried
     * @param leak of a broken pipe, at 7 bar
     */
    void step(double delivered, double ratio, boolean cleaning, double leak) {
        double open = Math.min(1, 10 * ratio);
        double line = parameters.lineBase() * open + parameters.lineWithSpeed() * ratio;
        lineUse = line * (1 + useOfLine.step());
        hallUse = (cleaning ? parameters.cleaning() : parameters.hall()) * (1 + useOfHall.step());
        double driving = (pressure + ATMOSPHERE) / LEAK_PRESSURE;
        double shut = parameters.leakageBehindValves() / 100 * (1 - open);
        double usual = parameters.leakage() / 100 * parameters.capacity() * (1 - shut);
        leaks = pressure > 0 ? (usual + leak) * driving : 0;
        double gained = (delivered - lineUse - hallUse - leaks) * DT / HOUR;
        double next = pressure + gained / parameters.receiver() * ATMOSPHERE;
        pressure = Math.max(0, Math.min(parameters.safetyPressure(), next));
    }

    /** Gauge pressure in the receiver, bar. */
    double pressure() {
        return pressure;
    }

    /** Air the line takes. */
    double lineUse() {
        return lineUse;
    }

    /** Air that does work, in line and hall. */
    double use() {
        return lineUse + hallUse;
    }

    /** Air lost. */
    double leaks() {
        return leaks;
    }

    void archive(StateArchive archive) {
        dice.archive(archive);
        useOfLine.archive(archive);
        useOfHall.archive(archive);
        pressure = archive.number("air.pressure", pressure);
        lineUse = archive.number("air.line-use", lineUse);
        hallUse = archive.number("air.hall-use", hallUse);
        leaks = archive.number("air.leaks", leaks);
    }
}
