package org.plantdeck.plcsim.physics;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the shift calendar says of one instant. In the shift a run begins in, time before the start
 * of the run is not counted: no plant was there to use it.
 *
 * @param shift name of the shift: A, B or cleaning
 * @param phase what is planned now
 * @param shiftStart when the shift began
 * @param shiftEnd when it ends
 * @param plannedBusy planned busy time of the shift up to now: production and changeovers
 * @param plannedProduction time of the shift up to now in which bottles were planned
 * @param shiftProduction time of the whole shift in which bottles are planned
 * @param nextChangeover when the next changeover of this shift begins; empty when none is left
 * @param people how many people the plan has on the floor
 */
public record ShiftMoment(
        String shift,
        ShiftPhase phase,
        Instant shiftStart,
        Instant shiftEnd,
        Duration plannedBusy,
        Duration plannedProduction,
        Duration shiftProduction,
        Optional<Instant> nextChangeover,
        int people) {

    /**
     * Bottles planned up to now in this shift.
     *
     * @param bottlesPerMinute planned speed of the line
     */
    public long plannedCount(double bottlesPerMinute) {
        return bottles(plannedProduction, bottlesPerMinute);
    }

    /**
     * Bottles planned for the whole shift.
     *
     * @param bottlesPerMinute planned speed of the line
     */
    public long targetCount(double bottlesPerMinute) {
        return bottles(shiftProduction, bottlesPerMinute);
    }

    private static long bottles(Duration time, double bottlesPerMinute) {
        return (long) Math.floor(time.toMillis() / 60_000.0 * bottlesPerMinute);
    }
}
