package org.plantdeck.plantruntime.parts;

import org.plantdeck.signal.Health;
import org.plantdeck.signal.Part;

import java.util.Optional;

/**
 * A part of this process with the links it has.
 *
 * @param part the part
 * @param links its links
 */
record RunPart(Part part, WatchedLinks links) {

    /** Why the part has ended for good by itself; empty while it goes on. */
    Optional<String> end() {
        Health health = part.health();
        return links.takenOver()
                .or(() ->
                        health.state() == Health.State.OFFLINE
                                ? Optional.of(health.detail())
                                : Optional.empty());
    }
}
