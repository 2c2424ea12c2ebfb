package org.plantdeck.app.live;

import org.plantdeck.signal.Reading;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The newest of one source.
 *
 * @param reading the newest reading
 * @param arrivedAt wall time of its arrival
 * @param interval simulated time between it and the one before
 * @param count how many have arrived here
 */
record SourceNow(Reading reading, Instant arrivedAt, Duration interval, long count) {

    /** Silence that is shorter than this is not worth a word on a screen, at any speed. */
    private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(1);

    private static final Duration USUAL = Duration.ofSeconds(1);
    private static final int INTERVALS = 3;

    static SourceNow next(Optional<SourceNow> before, Reading reading, Instant now) {
        Duration interval =
                before.filter(it -> it.reading.run().equals(reading.run()))
                        .map(it -> Duration.between(it.reading.measuredAt(), reading.measuredAt()))
                        .filter(Duration::isPositive)
                        .or(() -> before.map(SourceNow::interval))
                        .orElse(USUAL);
        return new SourceNow(reading, now, interval, before.map(SourceNow::count).orElse(0L) + 1);
    }

    /** Older than three intervals of simulated time over the speed is stale. */
    Freshness freshness(Instant now, double speed) {
        Duration age = Duration.between(arrivedAt, now);
        double limit = INTERVALS * (double) interval.toMillis() / Math.max(0.01, speed);
        boolean stale =
                (double) age.toMillis() > Math.max((double) SHORTEST_SILENCE.toMillis(), limit);
        return new Freshness(
                stale ? Freshness.State.STALE : Freshness.State.LIVE,
                age.isNegative() ? Duration.ZERO : age);
    }
}
