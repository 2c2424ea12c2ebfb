package org.plantdeck.bench.broker;

/**
 * A stretch of traffic that is counted for itself: warming up, or measuring.
 *
 * @param id in every payload, 1 to 255
 * @param startNanos by System.nanoTime
 */
record Phase(int id, long startNanos) {}
