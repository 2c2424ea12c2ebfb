package org.plantdeck.plcsim.physics;

/** The air compressor: a motor that runs loaded or unloaded, and surges when it starts. */
final class Compressor {

    private static final double DT = PlantTime.TICK_SECONDS;

    private final AirParameters parameters;
    private final Lag power;
    private final double surgeKept;
    private boolean running = true;
    private boolean loaded;
    private double surge;

    Compressor(AirParameters parameters) {
        this.parameters = parameters;
        this.power =
                new Lag(
                        "compressor.power",
                        parameters.powerMemory(),
                        DT,
                        parameters.unloadedPower());
        this.surgeKept = StrictMath.exp(-DT / parameters.startMemory());
    }

    /**
     * Runs for one tick.
     *
     * @param run whether the motor is to run
     * @param load whether it is to deliver air
     * @param energised whether the grid feeds all three phases
     */
    void step(boolean run, boolean load, boolean energised) {
        boolean before = running;
        running = run && energised;
        loaded = running && load;
        surge = running && !before ? parameters.startFactor() - 1 : surge * surgeKept;
        if (running) {
            power.follow(loaded ? parameters.loadedPower() : parameters.unloadedPower());
        } else {
            power.set(0);
            surge = 0;
        }
    }

    /** Air delivered, m³/h at normal conditions. */
    double delivered() {
        return loaded ? parameters.capacity() : 0;
    }

    /** Electrical power, kW. */
    double power() {
        return power.value();
    }

    /** Reactive power of the starting surge, kvar. */
    double surge() {
        return surge * parameters.loadedPower();
    }

    /**
     * Power that leaks cost, kW: their share of what the compressor takes in the mean for the air
     * that leaves the net.
     */
    double costOf(double leaks, double use) {
        double taken = leaks + use;
        if (!running || taken <= 0) {
            return 0;
        }
        double share = Math.min(1, taken / parameters.capacity());
        double work = parameters.loadedPower() - parameters.unloadedPower();
        return leaks / taken * (parameters.unloadedPower() + work * share);
    }

    void archive(StateArchive archive) {
        power.archive(archive);
        running = archive.whole("compressor.running", running ? 1 : 0) == 1;
        loaded = archive.whole("compressor.loaded", loaded ? 1 : 0) == 1;
        surge = archive.number("compressor.surge", surge);
    }
}
