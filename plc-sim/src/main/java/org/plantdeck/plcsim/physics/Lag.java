package org.plantdeck.plcsim.physics;

/** A value that follows another with a first-order lag, exact for its step. */
final class Lag {

    private final String name;
    private final double share;
    private double value;

    /**
     * Starts settled.
     *
     * @param seconds time in which two thirds of a step are followed
     * @param stepSeconds time between two steps
     * @param value where it starts
     */
    Lag(String name, double seconds, double stepSeconds, double value) {
        this.name = name;
        this.share = 1 - StrictMath.exp(-stepSeconds / seconds);
        this.value = value;
    }

    double follow(double target) {
        value += (target - value) * share;
        return value;
    }

    /** Forces the value, where something takes it there at once. */
    void set(double forced) {
        value = forced;
    }

    double value() {
        return value;
    }

    void archive(StateArchive archive) {
        value = archive.number(name, value);
    }
}
