package org.plantdeck.app.trends;

/**
 * A dashed line across a plot.
 *
 * @param value where
 * @param word what it is, such as "high"; empty for a line without a word
 */
public record LimitLine(double value, String word) {}
