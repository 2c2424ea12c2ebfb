package org.plantdeck.app.trends;

/**
 * A dashed line across a plot.
 *
 * @param value where
 * @param word what it is, such as "high"; empty for a line without a word
 * @param below whether the word stands under the line, as for a limit at the low side
 */
public record LimitLine(double value, String word, boolean below) {

    /** A line whose word stands over it. */
    public LimitLine(double value, String word) {
        this(value, word, false);
    }
}
