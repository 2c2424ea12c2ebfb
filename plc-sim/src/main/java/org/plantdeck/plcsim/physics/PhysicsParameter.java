package org.plantdeck.plcsim.physics;

/**
 * One parameter of the physics as the settings file shows it.
 *
 * @param key its dotted key, as in {@code physics.tank.volume}
 * @param standard its value unless it is set
 * @param unit the unit; empty for a ratio or a count
 * @param min the least that can be set
 * @param max the most that can be set
 * @param meaning what it means for the plant, one phrase in sentence case
 */
public record PhysicsParameter(
        String key, double standard, String unit, double min, double max, String meaning) {

    /**
     * Passes a value that is in range.
     *
     * @throws IllegalArgumentException with one sentence that names the key and the range
     */
    double checked(double value) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(
                    key + " is " + value + ", must be between " + min + " and " + max + suffix());
        }
        return value;
    }

    private String suffix() {
        return unit.isEmpty() ? "" : " " + unit;
    }
}
