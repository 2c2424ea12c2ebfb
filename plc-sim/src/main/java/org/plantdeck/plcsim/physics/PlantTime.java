package org.plantdeck.plcsim.physics;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a run of the plant stands.
 *
 * @param run names the run: the same from its fresh start through all restarts
 * @param start simulated time at which the run began; the shift calendar is anchored to it
 * @param tick how many steps of {@link #TICK} the run has made
 */
public record PlantTime(String run, Instant start, long tick) {

    /** One step of the physics and one scan of each PLC. */
    public static final Duration TICK = Duration.ofMillis(100);

    /** {@link #TICK} in seconds. */
    public static final double TICK_SECONDS = 0.1;

    private static final long TICK_NANOS = TICK.toNanos();

    /** Simulated time now. */
    public Instant now() {
        // Asked for many times a tick; multiplying the Duration would cost a quarter of all.
        return start.plusNanos(TICK_NANOS * tick);
    }

    /** The same run one tick later. */
    public PlantTime next() {
        return new PlantTime(run, start, tick + 1);
    }
}
