package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.physics.StateArchive;

/**
 * A proportional-integral controller, one step a tick. Its integral stands still while the output
 * is at a limit and the error would drive it further (anti-windup). Threads: one.
 */
final class PiController {

    private final double gain;
    private final double resetSeconds;
    private final double low;
    private final double high;
    private double integral;

    /**
     * @param gain output per unit of error
     * @param resetSeconds time in which a constant error repeats its proportional part
     * @param low least output
     * @param high greatest output
     * @param initial output to begin with at no error
     */
    PiController(double gain, double resetSeconds, double low, double high, double initial) {
        this.gain = gain;
        this.resetSeconds = resetSeconds;
        this.low = low;
        this.high = high;
        this.integral = initial;
    }

    /** The output for an error, on top of what is known to be needed anyway. */
    double step(double error, double feedForward) {
        double wanted = feedForward + gain * error + integral;
        double output = Math.clamp(wanted, low, high);
        boolean windsUp = (wanted > high && error > 0) || (wanted < low && error < 0);
        if (!windsUp) {
            integral += gain * error * PlantTime.TICK_SECONDS / resetSeconds;
            integral = Math.clamp(integral, low - high, high - low);
        }
        return output;
    }

    /** Begins anew so that the next output at no error is the given one. */
    void reset(double output) {
        integral = output;
    }

    void archive(StateArchive archive, String name) {
        integral = archive.number(name + ".integral", integral);
    }
}
