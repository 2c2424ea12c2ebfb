package org.plantdeck.plcsim.runner;

import org.plantdeck.signal.Health;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;

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
        int faults) {

    /** The health of a plant that is there, with what troubles it; empty where nothing does. */
    Health health(String trouble) {
        Leaves figures =
                Leaves.builder()
                        .put("run", run)
                        .put("simulated_time", IsoTime.format(simulatedTime))
                        .put("speed", speed, 3)
                        .put("true_speed", trueSpeed, 3)
                        .put("catching_up", catchingUp)
                        .put("catch_up_progress", catchUpShare, 3)
                        .put("waiting_for", waitingFor)
                        .put("faults", faults)
                        .build();
        if (!trouble.isEmpty()) {
            return new Health(Health.State.DEGRADED, trouble, figures);
        }
        return new Health(
                Health.State.ONLINE, catchingUp ? "Catching up with the wall clock" : "", figures);
    }
}
