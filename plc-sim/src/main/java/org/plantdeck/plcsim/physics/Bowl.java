package org.plantdeck.plcsim.physics;

/** The filler's bowl: its pressure, held by a regulator from the compressed-air net. */
final class Bowl {

    private final FillerParameters parameters;
    private final RandomStream dice;
    private final Wander hunting;
    private final Lag pressure;

    Bowl(FillerParameters parameters, long seed) {
        this.parameters = parameters;
        this.dice = new RandomStream(seed, "bowl");
        this.hunting =
                new Wander(
                        dice, "bowl.hunting", parameters.bowlSpread(), 15, PlantTime.TICK_SECONDS);
        this.pressure =
                new Lag(
                        "bowl.pressure",
                        parameters.bowlMemory(),
                        PlantTime.TICK_SECONDS,
                        parameters.bowlPressure());
    }

    /**
     * Regulates for one tick.
     *
     * @param setpoint of the regulator, bar
     * @param error of a failed regulator, bar
     * @param ratio line speed over nominal
     * @param receiver pressure in the air receiver, bar
     */
    void step(double setpoint, double error, double ratio, double receiver) {
        double droop = parameters.bowlDroop() * (ratio > 0 ? ratio - 1 : 0);
        double held = setpoint + error - droop + hunting.step();
        pressure.follow(Math.max(0, Math.min(held, receiver - parameters.dropout())));
    }

    double pressure() {
        return pressure.value();
    }

    /** Error against the pressure the product needs, bar. */
    double error() {
        return pressure.value() - parameters.bowlPressure();
    }

    void archive(StateArchive archive) {
        dice.archive(archive);
        hunting.archive(archive);
        pressure.archive(archive);
    }
}
