package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.PlantTime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where simulated time is to be, beside the wall clock: on its way to it until it has been reached
 * once, and from then on by itself. A run with a start of its own is by itself from the beginning.
 * Threads: one.
 */
final class Timeline {

    private static final long JUMP_STEP_TICKS = 600;

    private final Duration history;
    private Instant began;
    private boolean live;
    private boolean looked;

    Timeline(PlantSettings settings, Instant simulatedNow) {
        history = settings.history();
        began = simulatedNow;
        live = settings.simulationStart().isPresent();
    }

    /** Whether simulated time goes by itself, at the set speed. */
    boolean isLive() {
        return live;
    }

    /**
     * The tick to set the run forward to because more than the history is missing; at most once.
     */
    Optional<Long> jump(PlantTime time, Instant wallNow) {
        if (looked) {
            return Optional.empty();
        }
        looked = true;
        Duration tooMuch = Duration.between(time.now(), wallNow).minus(history);
        long ticks = tooMuch.toMillis() / PlantTime.TICK.toMillis();
        long forward = ticks / JUMP_STEP_TICKS * JUMP_STEP_TICKS;
        if (time.tick() == 0 || forward <= 0) {
            return Optional.empty();
        }
        began = time.now().plus(PlantTime.TICK.multipliedBy(forward));
        return Optional.of(time.tick() + forward);
    }

    /** Whether simulated time has still to reach the wall clock; once it has, it goes by itself. */
    boolean isBehind(Instant simulatedNow, Instant wallNow) {
        live = simulatedNow.plus(PlantTime.TICK).isAfter(wallNow);
        return !live;
    }

    /** How much of the way to the wall clock is done, 0 to 1. */
    double share(Instant simulatedNow, Instant wallNow) {
        double way = Duration.between(began, wallNow).toMillis();
        double done = Duration.between(began, simulatedNow).toMillis();
        return way > 0 ? Math.clamp(done / way, 0, 1) : 1;
    }
}
