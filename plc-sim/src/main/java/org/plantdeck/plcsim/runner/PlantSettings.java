package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.PlantParameters;
import org.plantdeck.signal.PartFailure;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The settings of the plant.
 *
 * @param broker where the local broker is
 * @param directory where the plant keeps its snapshot and its journal; made where it is missing
 * @param seed of every disturbance ({@code simulation.seed})
 * @param simulationStart simulated time at which a fresh run begins ({@code simulation.start});
 *     empty: the history before the wall clock, with catching up to it
 * @param history how far before the wall clock a fresh run begins, and the most a restarted one
 *     catches up ({@code simulation.history}, 24 h); zero begins at the wall clock
 * @param speed simulated over wall time, 0.1 to 100 ({@code simulation.speed})
 * @param fresh whether to begin a new run although there is one to resume ({@code --fresh})
 * @param faults faults to give the plant when its live time begins, after the catching up
 * @param parameters of the physics
 */
public record PlantSettings(
        URI broker,
        Path directory,
        long seed,
        Optional<Instant> simulationStart,
        Duration history,
        double speed,
        boolean fresh,
        List<Fault> faults,
        PlantParameters parameters) {

    /**
     * Checks the settings.
     *
     * @throws PartFailure with a sentence that names the key
     */
    public PlantSettings {
        if (!isSpeed(speed)) {
            throw new PartFailure("simulation.speed is " + speed + ", must be between 0.1 and 100");
        }
        if (history.isNegative()) {
            throw new PartFailure("simulation.history is " + history + ", must not be negative");
        }
        faults = List.copyOf(faults);
    }

    /** Whether a speed can be set. */
    static boolean isSpeed(double speed) {
        return speed >= Pace.SLOWEST && speed <= Pace.FASTEST;
    }
}
