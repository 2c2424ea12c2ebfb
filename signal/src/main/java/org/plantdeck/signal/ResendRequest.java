package org.plantdeck.signal;

/**
 * What a consumer of windows asks for when it sees a gap.
 *
 * @param run the run the windows belong to
 * @param from first missing sequence number, from 1
 * @param to last missing sequence number, at least from
 */
public record ResendRequest(String run, long from, long to) {}
