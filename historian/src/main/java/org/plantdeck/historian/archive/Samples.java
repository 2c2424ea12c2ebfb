package org.plantdeck.historian.archive;

import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.time.Instant;

/**
 * Some samples of one tag in the order of time, each instant once. Valid only while the consumer
 * that was given it is called; an instant may have no sample ({@link #has}). Threads: the
 * consumer's.
 */
public final class Samples {

    private final long[] times;
    private final Column column;
    private final int from;
    private final int to;

    Samples(long[] times, Column column, int from, int to) {
        this.times = times;
        this.column = column;
        this.from = from;
        this.to = to;
    }

    /** How many instants. */
    public int size() {
        return to - from;
    }

    /** Whether there is a sample at an instant; without one the rest must not be asked. */
    public boolean has(int i) {
        return column.has(from + i);
    }

    /** Milliseconds since 1970. */
    public long timeMs(int i) {
        return times[from + i];
    }

    public Instant measuredAt(int i) {
        return Instant.ofEpochMilli(times[from + i]);
    }

    /** The number, a flag as 0 or 1; not-a-number where it is none. */
    public double number(int i) {
        return column.number(from + i);
    }

    public Value value(int i) {
        return column.value(from + i);
    }

    public Quality quality(int i) {
        return column.quality(from + i);
    }

    /**
     * The number where it counts in figures: finite, and good or uncertain. Not-a-number or
     * infinite where it does not, also where there is no sample.
     */
    public double usable(int i) {
        return column.usable(from + i);
    }

    /** Takes samples, part by part. */
    @FunctionalInterface
    public interface Consumer {

        /** Whether it wants more. */
        boolean accept(Samples part);
    }
}
