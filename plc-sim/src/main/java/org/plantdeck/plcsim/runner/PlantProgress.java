package org.plantdeck.plcsim.runner;

import java.time.Instant;

/**
 * Where the plant is on its way.
 *
 * @param run names the run
 * @param simulatedTime where simulated time stands
 * @param speed simulated over wall time as it was set
 * @param trueSpeed simulated over wall time as it was in the last seconds
 * @param catchingUp whether simulated time is still on its way to the wall clock
 * @param catchUpShare how much of that way is done, 0 to 1
 * @param waitingFor whom the plant is waiting for; empty when it runs
 * @param faults how many faults act or will act
 */
public record PlantProgress(
        String run,
        Instant simulatedTime,
        double speed,
        double trueSpeed,
        boolean catchingUp,
        double catchUpShare,
        String waitingFor,
        int faults) {}
