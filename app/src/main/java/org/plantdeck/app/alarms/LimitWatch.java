package org.plantdeck.app.alarms;

import org.plantdeck.signal.AlarmLimit;
import org.plantdeck.signal.AlarmLimit.Condition;
import org.plantdeck.signal.Leaves;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** Decides when one limit is broken, by delay and deadband. Threads: one. */
final class LimitWatch {

    private final AlarmLimit limit;
    private Optional<Instant> wrongSince = Optional.empty();
    private boolean broken;

    LimitWatch(AlarmLimit limit) {
        this.limit = limit;
    }

    AlarmLimit limit() {
        return limit;
    }

    /**
     * Looks at a reading.
     *
     * @param running whether line 1 runs
     * @return whether the limit is broken now
     */
    boolean look(Leaves values, Instant at, boolean running) {
        boolean counts = running || !limit.onset().whileRunning();
        boolean wrong = counts && isWrong(values, broken ? limit.onset().deadband() : 0);
        if (!wrong) {
            wrongSince = Optional.empty();
            broken = false;
            return false;
        }
        Instant since = wrongSince.filter(it -> !it.isAfter(at)).orElse(at);
        wrongSince = Optional.of(since);
        broken = broken || !at.isBefore(since.plus(limit.onset().delay()));
        return broken;
    }

    /** Begins anew, as for another run of the plant. */
    void forget() {
        wrongSince = Optional.empty();
        broken = false;
    }

    /** When what is wrong now began. */
    Instant since(Instant at) {
        return wrongSince.orElse(at);
    }

    private boolean isWrong(Leaves values, double deadband) {
        String key = limit.tag().key();
        if (limit.condition() instanceof Condition.Is(String word)) {
            return values.text(key).equals(word);
        }
        OptionalDouble value = values.number(key);
        OptionalDouble bound = limit.bound(values);
        if (value.isEmpty() || bound.isEmpty()) {
            return false;
        }
        return limit.condition() instanceof Condition.High
                ? value.getAsDouble() > bound.getAsDouble() - deadband
                : value.getAsDouble() < bound.getAsDouble() + deadband;
    }
}
