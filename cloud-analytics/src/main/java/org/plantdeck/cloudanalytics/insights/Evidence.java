package org.plantdeck.cloudanalytics.insights;

import org.plantdeck.signal.Leaves;

import java.time.Instant;

/**
 * What an insight stands on.
 *
 * @param run the plant's run
 * @param tag full name of the tag it is about, as in {@code factory/energy/capacitor.power}
 * @param from start of the first window it was computed from
 * @param to end of the last window it was computed from
 * @param numbers the numbers, each named with its unit, among them measured, baseline and ratio
 */
public record Evidence(String run, String tag, Instant from, Instant to, Leaves numbers) {}
