package org.plantdeck.signal;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When a tag calls for somebody.
 *
 * @param tag what is watched
 * @param condition what is wrong
 * @param onset how long it must be wrong, and how it becomes right
 * @param priority how soon it wants an answer
 * @param words what an operator reads
 */
public record AlarmLimit(
        Tag tag, Condition condition, Onset onset, Priority priority, Words words) {

    /** What is wrong with a value. */
    public sealed interface Condition {

        /** The value is above a bound. */
        record High(Bound bound) implements Condition {}

        /** The value is below a bound. */
        record Low(Bound bound) implements Condition {}

        /** The value is a word. */
        record Is(String word) implements Condition {}
    }

    /** A bound: a number that stands, or what another tag of the source says. */
    public sealed interface Bound {

        /** A number in the unit of the tag. */
        record Fixed(double value) implements Bound {}

        /** The value of another tag of the same source, by its key. */
        record Follows(String key) implements Bound {}
    }

    /**
     * When the condition makes an alarm.
     *
     * @param delay how long it must hold, in simulated time
     * @param deadband how far the value must come back before the alarm returns to normal, in the
     *     unit of the tag
     * @param whileRunning whether it counts only while line 1 runs
     */
    public record Onset(Duration delay, double deadband, boolean whileRunning) {}

    /**
     * What an operator reads.
     *
     * @param message what is wrong
     * @param response what to do
     */
    public record Words(String message, String response) {}

    /** A name that no other limit has and that stays the same from start to start. */
    public String name() {
        return tag.name()
                + switch (condition) {
                    case Condition.High(Bound bound) -> "/high/" + text(bound);
                    case Condition.Low(Bound bound) -> "/low/" + text(bound);
                    case Condition.Is(String word) -> "/is/" + word;
                };
    }

    private static String text(Bound bound) {
        return switch (bound) {
            case Bound.Fixed(double value) -> Double.toString(value);
            case Bound.Follows(String key) -> key;
        };
    }

    /** The bound as it is now; empty for a word, or where the tag it follows has no value. */
    public OptionalDouble bound(Leaves values) {
        Optional<Bound> bound =
                switch (condition) {
                    case Condition.High(Bound it) -> Optional.of(it);
                    case Condition.Low(Bound it) -> Optional.of(it);
                    case Condition.Is _ -> Optional.empty();
                };
        return bound.map(it ->
                        switch (it) {
                            case Bound.Fixed(double value) -> OptionalDouble.of(value);
                            case Bound.Follows(String key) -> values.number(key);
                        })
                .orElse(OptionalDouble.empty());
    }
}
