package org.plantdeck.app.trends;

/**
 * A course in a plot.
 *
 * @param series what it shows
 * @param second whether it is the second one, thinner and dashed, without a value box
 */
public record Pen(TrendSeries series, boolean second) {}
