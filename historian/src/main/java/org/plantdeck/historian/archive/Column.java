package org.plantdeck.historian.archive;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.util.Arrays;

/**
 * The samples of one tag beside the instants of its lane: for each instant a mark, and the bits of
 * a number or the text. Grows at its end. Threads: one.
 */
final class Column {

    byte[] marks;
    long[] bits;

    /** By position; null until there is a text. */
    @Nullable String @Nullable [] texts;

    int size;

    /** What is given up when it is written, by position; null for nothing. */
    boolean @Nullable [] dropped;

    /** Whether it comes back as the value before, and not as one on the line to the next. */
    boolean held;

    Column(int capacity) {
        marks = new byte[capacity];
        bits = new long[capacity];
    }

    /** Makes it as long as its lane, with no sample at what is new. */
    void extend(int newSize) {
        if (newSize > marks.length) {
            int capacity = Math.max(newSize, marks.length * 2);
            marks = Arrays.copyOf(marks, capacity);
            bits = Arrays.copyOf(bits, capacity);
            if (texts != null) {
                texts = Arrays.copyOf(texts, capacity);
            }
        }
        if (newSize > size) {
            size = newSize;
        }
    }

    /** Empties it and makes it as long as asked for. */
    void reset(int newSize) {
        Arrays.fill(marks, 0, size, Mark.NONE);
        texts = null;
        dropped = null;
        size = 0;
        extend(newSize);
    }

    /** Sets the sample at a position it has; that nothing is known replaces none. */
    void set(int position, byte mark, long value, @Nullable String text) {
        if (mark == Mark.UNKNOWN && marks[position] != Mark.NONE) {
            return;
        }
        marks[position] = mark;
        bits[position] = value;
        if (text != null) {
            @Nullable String[] all = texts == null ? new String[marks.length] : texts;
            all[position] = text;
            texts = all;
        }
    }

    void set(int position, Column from, int fromPosition) {
        set(
                position,
                from.marks[fromPosition],
                from.bits[fromPosition],
                Mark.kind(from.marks[fromPosition]) == Mark.TEXT ? from.text(fromPosition) : null);
    }

    boolean has(int position) {
        return marks[position] != Mark.NONE;
    }

    double number(int position) {
        return Mark.number(marks[position], bits[position]);
    }

    /** The number where it counts in figures; not-a-number or infinite where it does not. */
    double usable(int position) {
        return Mark.isUsable(marks[position]) ? number(position) : Double.NaN;
    }

    Quality quality(int position) {
        return Mark.quality(marks[position]);
    }

    String text(int position) {
        String text = texts == null ? null : texts[position];
        return text == null ? "" : text;
    }

    Value value(int position) {
        return switch (Mark.kind(marks[position])) {
            case Mark.REAL -> Value.of(Double.longBitsToDouble(bits[position]));
            case Mark.WHOLE -> Value.of(bits[position]);
            case Mark.FLAG -> Value.of(bits[position] != 0);
            case Mark.TEXT -> Value.of(text(position));
            default -> Value.absent();
        };
    }
}
