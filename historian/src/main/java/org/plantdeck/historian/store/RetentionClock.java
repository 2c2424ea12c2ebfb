package org.plantdeck.historian.store;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.IsoTime;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The event time retention counts back from: that of the newest reading, unless it stands alone. A
 * reading of another run, or further than an hour from the last ones, moves the clock only when
 * several in a row agree with it; so one message with a wrong time never makes the history old.
 * Threads: one.
 */
public final class RetentionClock {

    private static final long NEAR_MILLIS = Duration.ofHours(1).toMillis();

    /** How many readings in a row make a leap believed. */
    static final int CONFIRMATIONS = 10;

    /** Where the clock stands: in which run, at which event time. */
    public record Mark(String run, Instant at) {

        private boolean isNear(String otherRun, Instant time) {
            return run.equals(otherRun)
                    && Math.abs(time.toEpochMilli() - at.toEpochMilli()) <= NEAR_MILLIS;
        }

        private Mark advancedTo(Instant time) {
            return time.isAfter(at) ? new Mark(run, time) : this;
        }
    }

    private @Nullable Mark mark;
    private @Nullable Mark leap;
    private int confirmations;

    /** A clock that stands where it stood; empty before the first reading. */
    public RetentionClock(Optional<Mark> mark) {
        this.mark = mark.orElse(null);
    }

    /**
     * Sees a reading being stored.
     *
     * @return whether this one made the clock change to another run
     */
    public boolean sees(String run, Instant time) {
        Mark before = mark;
        if (before == null || before.isNear(run, time)) {
            mark = before == null ? new Mark(run, time) : before.advancedTo(time);
            leap = null;
            return false;
        }
        Mark expected = leap;
        if (expected != null && expected.isNear(run, time)) {
            leap = expected.advancedTo(time);
            confirmations++;
        } else {
            leap = new Mark(run, time);
            confirmations = 1;
        }
        if (confirmations < CONFIRMATIONS) {
            return false;
        }
        mark = leap;
        leap = null;
        return !before.run().equals(run);
    }

    /** At which event time it stands, as tables have it; no text before the first reading. */
    public String text() {
        return mark().map(it -> IsoTime.format(it.at())).orElse("");
    }

    /** Where it stands; empty before the first reading. */
    public Optional<Mark> mark() {
        return Optional.ofNullable(mark);
    }
}
