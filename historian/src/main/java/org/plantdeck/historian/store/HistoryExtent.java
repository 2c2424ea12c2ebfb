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
        Optional<Instant> runThrough) {

    /** The same where it reaches an instant as well. */
    public HistoryExtent reaching(Instant at) {
        return new HistoryExtent(
                oldest.filter(it -> it.isBefore(at)).or(() -> Optional.of(at)),
                newest.filter(it -> it.isAfter(at)).or(() -> Optional.of(at)),
                run,
                runThrough);
    }

    /** The same where a clock of retention says which run is being recorded. */
    public HistoryExtent recordedBy(RetentionClock clock) {
        return new HistoryExtent(
                oldest,
                newest,
                clock.mark().map(RetentionClock.Mark::run).orElse(""),
                clock.mark().map(RetentionClock.Mark::at));
    }
}
