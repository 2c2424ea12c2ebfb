package org.plantdeck.historian.export;

import org.plantdeck.historian.store.Between;
import org.plantdeck.signal.TagType;

import java.util.Locale;
import java.util.Optional;

/** A figure of the values a tag had in a bucket; without a value there is none. */
public enum Aggregate {
    /** The mean of the numbers. */
    AVG,
    /** The smallest number. */
    MIN,
    /** The largest number. */
    MAX,
    /** The sum of the numbers. */
    SUM,
    /** How many values there were. */
    COUNT,
    /** The first value. */
    FIRST,
    /** The last value. */
    LAST,
    /** The standard deviation of a sample, with one less than their count below; needs two. */
    STDDEV,
    /**
     * The mean by time: a value holds until the next one or the end of the bucket, and the last one
     * of a bucket into the bucket after it, but no further.
     */
    TIME_WEIGHTED,
    /**
     * What it was when the bucket begins: the last value of then or before, as long as it holds.
     */
    STEPPED,
    /** What it was when the bucket begins, on the straight line between two numbers. */
    LINEAR;

    /** What a tag is between two values, for a figure at the beginning of a bucket. */
    Optional<Between> between() {
        return switch (this) {
            case STEPPED -> Optional.of(Between.STEPPED);
            case LINEAR -> Optional.of(Between.LINEAR);
            default -> Optional.empty();
        };
    }

    /** Whether it is made of numbers; a text has then none. */
    public boolean needsNumbers() {
        return switch (this) {
            case COUNT, FIRST, LAST, STEPPED, LINEAR -> false;
            case AVG, MIN, MAX, SUM, STDDEV, TIME_WEIGHTED -> true;
        };
    }

    /** The type of the figure of a tag of a type. */
    TagType type(TagType of) {
        return switch (this) {
            case COUNT -> TagType.COUNT;
            case FIRST, LAST, STEPPED -> of;
            case LINEAR -> of == TagType.COUNT ? TagType.NUMBER : of;
            case MIN, MAX -> of == TagType.FLAG ? TagType.COUNT : of;
            case AVG, SUM, STDDEV, TIME_WEIGHTED -> TagType.NUMBER;
        };
    }

    /** Its word, as in {@code time-weighted}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What counts the values of one tag in one bucket; of those that are {@link #between} none. */
    Tally tally() {
        return switch (this) {
            case AVG -> new Tally.Sum(true);
            case SUM -> new Tally.Sum(false);
            case MIN -> new Tally.Extreme(-1);
            case MAX -> new Tally.Extreme(1);
            case COUNT -> new Tally.Count();
            case FIRST -> new Tally.Kept(true);
            case LAST -> new Tally.Kept(false);
            case STDDEV -> new Tally.Spread();
            case TIME_WEIGHTED -> new TimeWeighted();
            case STEPPED, LINEAR -> throw new IllegalStateException(word() + " counts nothing");
        };
    }
}
