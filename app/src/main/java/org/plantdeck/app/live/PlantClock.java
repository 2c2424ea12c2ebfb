package org.plantdeck.app.live;

import java.time.Instant;
import java.util.Optional;

/**
 * The plant's own time.
 *
 * @param now simulated time of the newest reading; empty before the first
 * @param speed simulated over wall time as it was set
 * @param trueSpeed as it was in the last seconds
 * @param catchingUp whether the plant is on its way to the wall clock
 * @param catchUpShare how much of that way is done, 0 to 1
 * @param waitingFor whom the plant waits for; empty where it runs
 */
public record PlantClock(
        Optional<Instant> now,
        double speed,
        double trueSpeed,
        boolean catchingUp,
        double catchUpShare,
        String waitingFor) {}
