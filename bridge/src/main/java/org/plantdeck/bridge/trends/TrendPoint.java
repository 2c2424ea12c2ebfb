package org.plantdeck.bridge.trends;

/**
 * The mean of one window.
 *
 * @param endMillis end of the window, in milliseconds since 1970
 * @param mean what the readings of the window came to
 */
public record TrendPoint(long endMillis, double mean) {}
