package org.plantdeck.bench.results;

/**
 * What one work measured on one subject.
 *
 * @param work the work's name, such as qos1-1-to-1
 * @param subject whom it was measured on: {@link #PLANTDECK} or {@link #PEER}
 * @param value in the unit; NaN where nothing could be measured, and the note says why
 * @param unit such as msg/s, µs or messages
 * @param note what a reader must know about this value, in one sentence; empty where there is
 *     nothing
 */
public record Result(String work, String subject, double value, String unit, String note) {

    /** The subject that is ours. */
    public static final String PLANTDECK = "plantdeck";

    /** The subject it is held against. */
    public static final String PEER = "peer";

    /** A value that needs no word. */
    public Result(String work, String subject, double value, String unit) {
        this(work, subject, value, unit, "");
    }

    /** Whether there is a value. */
    public boolean isMeasured() {
        return !Double.isNaN(value);
    }
}
