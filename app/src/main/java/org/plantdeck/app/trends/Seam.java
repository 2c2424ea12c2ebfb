package org.plantdeck.app.trends;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the stored past of a source meets what arrives. The historian writes a moment later than a
 * reading is seen; while a plant catches up, that moment is minutes of plant time, which would stay
 * empty: they are read again until they are there. Threads: any; one lock guards all state.
 */
final class Seam {

    /** How often a gap is looked into; what is not stored by then never was. */
    private static final int TRIES = 12;

    /** A stretch of plant time that is not known yet. */
    record Gap(Instant from, Instant to) {}

    private final Duration bucket;
    private @Nullable Instant stored;
    private @Nullable Instant live;
    private Instant nextTry = Instant.MIN;
    private boolean asked;
    private int tries;

    /**
     * @param bucket gaps shorter than two of these are not seen
     */
    Seam(Duration bucket) {
        this.bucket = bucket;
    }

    /** What is stored has been taken over up to here. */
    synchronized void reaches(Instant end) {
        stored = stored == null || end.isAfter(stored) ? end : stored;
    }

    /** What was asked for has come, or could not be read: a gap that is left may be asked again. */
    synchronized void answered() {
        asked = false;
    }

    /** A reading has arrived; the answer is what should be read again now. */
    synchronized Optional<Gap> lives(Instant at) {
        if (live == null) {
            live = at;
        }
        if (stored == null || asked || tries >= TRIES || at.isBefore(nextTry)) {
            return Optional.empty();
        }
        Instant begin = live.minus(bucket);
        if (!stored.isBefore(begin)) {
            return Optional.empty();
        }
        asked = true;
        tries++;
        nextTry = at.plus(bucket);
        return Optional.of(new Gap(stored, begin));
    }

    /** Another run of the plant has begun: nothing is known to be stored of it. */
    synchronized void forget() {
        stored = null;
        live = null;
        nextTry = Instant.MIN;
    }
}
