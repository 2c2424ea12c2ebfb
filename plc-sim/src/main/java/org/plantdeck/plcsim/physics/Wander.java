package org.plantdeck.plcsim.physics;

/**
 * A disturbance that wanders around zero and forgets where it was: an Ornstein-Uhlenbeck process,
 * exact for its step. Draws once a step.
 */
final class Wander {

    private final String name;
    private final RandomStream dice;
    private final double kept;
    private final double kick;
    private double value;

    /**
     * Starts where such a process would be found.
     *
     * @param deviation standard deviation around zero
     * @param memorySeconds time in which a deviation falls to a third
     * @param stepSeconds time between two steps
     */
    Wander(
            RandomStream dice,
            String name,
            double deviation,
            double memorySeconds,
            double stepSeconds) {
        this.name = name;
        this.dice = dice;
        this.kept = StrictMath.exp(-stepSeconds / memorySeconds);
        this.kick = deviation * Math.sqrt(1 - kept * kept);
        this.value = deviation * dice.gaussian();
    }

    double step() {
        value = value * kept + kick * dice.gaussian();
        return value;
    }

    double value() {
        return value;
    }

    void archive(StateArchive archive) {
        value = archive.number(name, value);
    }
}
