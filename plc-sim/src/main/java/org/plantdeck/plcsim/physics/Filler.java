package org.plantdeck.plcsim.physics;

/** The filler: turns line speed, product and caps into bottles. */
final class Filler {

    private static final double MINUTE = 60;
    private static final double LITRES = 1000;

    private final FillerParameters parameters;
    private long bottles;
    private double started;
    private double speed;
    private boolean bottleOut;

    Filler(FillerParameters parameters, double speed) {
        this.parameters = parameters;
        this.speed = speed;
    }

    /** Moves on for one tick at a speed in bottles a minute. */
    void step(double bottlesPerMinute) {
        speed = bottlesPerMinute;
        started += bottlesPerMinute / MINUTE * PlantTime.TICK_SECONDS;
        bottleOut = started >= 1;
        if (bottleOut) {
            started -= 1;
            bottles++;
        }
    }

    /** Product the filler would draw at its speed, m³/h. */
    double demand() {
        return speed * parameters.bottleVolume() * parameters.overfill() * MINUTE / LITRES;
    }

    /**
     * Chance that a bottle is underfilled.
     *
     * @param bowlError error of the bowl pressure, bar
     * @param shortage part of the product that does not come, 0 to 1
     * @param ratio line speed over nominal
     */
    double underfilledChance(double bowlError, double shortage, double ratio) {
        double relative = bowlError / parameters.pressureTolerance();
        return parameters.underfilled() * ratio * (1 + relative * relative) + shortage;
    }

    /** Whether a bottle left the filler in this tick; one at most does. */
    boolean bottleOut() {
        return bottleOut;
    }

    double speed() {
        return speed;
    }

    long bottles() {
        return bottles;
    }

    void archive(StateArchive archive) {
        bottles = archive.whole("filler.bottles", bottles);
        started = archive.number("filler.started", started);
        speed = archive.number("filler.speed", speed);
        bottleOut = archive.whole("filler.bottle-out", bottleOut ? 1 : 0) == 1;
    }
}
