package org.plantdeck.historian.store;

import java.time.Instant;
import java.util.Optional;

/**
 * From when to when a history reaches.
 *
 * @param oldest time of the oldest reading there is
 * @param newest time of the newest
 * @param run the run that is being recorded; empty before the first reading
 * @param runThrough event time up to which that run is recorded
 */
public record HistoryExtent(
        Optional<Instant> oldest,
        Optional<Instant> newest,
        String run,
        Optional<Instant> runThrough) {}
