package org.plantdeck.plcsim.physics;

import java.time.Instant;
import java.util.Optional;

/**
 * A fault that the plant has, or will have once its onset is over.
 *
 * @param fault what it is
 * @param begins simulated time from which it acts
 * @param ends simulated time from which it no longer acts; empty where it stays until it is ended
 */
public record ActiveFault(Fault fault, Instant begins, Optional<Instant> ends) {

    /** Whether it acts at an instant. */
    public boolean actsAt(Instant now) {
        return !now.isBefore(begins) && ends.map(now::isBefore).orElse(true);
    }
}
