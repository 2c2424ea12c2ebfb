package org.plantdeck.signal;

/**
 * What one leaf of a JSON body holds. Numbers keep the kind they were published with, so that a
 * stored or exported figure reads as it did on the wire.
 */
public sealed interface Value {

    /** The one value that stands for JSON null. */
    static Value absent() {
        return Absent.NULL;
    }

    static Value of(double value) {
        return new Real(value);
    }

    static Value of(long value) {
        return new Whole(value);
    }

    static Value of(boolean value) {
        return value ? Flag.TRUE : Flag.FALSE;
    }

    static Value of(String value) {
        return new Text(value);
    }

    /**
     * The value rounded half up to a number of decimals, as published.
     *
     * @param value any finite number
     * @param decimals 0 to 6
     */
    static Value rounded(double value, int decimals) {
        return new Real(Decimals.round(value, decimals));
    }

    /** A number with a fraction part; finite. */
    record Real(double value) implements Value {}

    /** A whole number, such as a counter. */
    record Whole(long value) implements Value {}

    /** A truth value. */
    record Flag(boolean value) implements Value {
        private static final Flag TRUE = new Flag(true);
        private static final Flag FALSE = new Flag(false);
    }

    /** A word or a sentence; also a JSON array in its compact text, where a body has one. */
    record Text(String value) implements Value {}

    /** JSON null: the source had nothing to say, such as the average of an empty window. */
    record Absent() implements Value {
        private static final Absent NULL = new Absent();
    }

    /** The number this value holds; not-a-number where it holds none. */
    default double asDouble() {
        return switch (this) {
            case Real real -> real.value();
            case Whole whole -> whole.value();
            case Flag flag -> flag.value() ? 1 : 0;
            case Text _, Absent _ -> Double.NaN;
        };
    }

    /** The value as a person or a CSV file reads it; empty where it is absent. */
    default String asText() {
        return switch (this) {
            case Real real -> Double.toString(real.value());
            case Whole whole -> Long.toString(whole.value());
            case Flag flag -> Boolean.toString(flag.value());
            case Text text -> text.value();
            case Absent _ -> "";
        };
    }
}
