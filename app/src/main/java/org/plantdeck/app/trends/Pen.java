package org.plantdeck.app.trends;

/**
 * A course in a plot.
 *
 * @param course what it shows
 * @param second whether it is the second one, thinner and dashed, without a value box
 */
public record Pen(Course course, boolean second) {}
