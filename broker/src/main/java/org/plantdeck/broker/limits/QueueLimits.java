package org.plantdeck.broker.limits;

/**
 * How much may wait for one session.
 *
 * @param messages most QoS 1 and 2 messages that wait beside those in flight
 * @param inFlight most messages sent and not acknowledged, 1 to 65535
 * @param dropOldest what gives way in a full queue: the oldest waiting message, else the newest
 */
public record QueueLimits(int messages, int inFlight, boolean dropOldest) {}
