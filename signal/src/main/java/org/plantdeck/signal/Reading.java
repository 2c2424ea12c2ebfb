package org.plantdeck.signal;

import java.time.Instant;

/**
 * What one PLC measured at one instant: one body of a factory topic.
 *
 * @param source which PLC, on which topic
 * @param run the run of the plant: the same from its fresh start through all restarts
 * @param sequence counts the readings of this source within the run, from 1 without a gap
 * @param measuredAt simulated time at the device, to the millisecond
 * @param values everything else of the body, in order
 */
public record Reading(
        FactorySource source, String run, long sequence, Instant measuredAt, Leaves values) {}
