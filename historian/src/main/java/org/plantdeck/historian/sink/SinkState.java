package org.plantdeck.historian.sink;

/**
 * How the forwarding goes.
 *
 * @param waiting messages that are committed and not forwarded yet
 * @param forwarded messages forwarded since the start
 * @param lost messages given up since the start because more waited than may
 * @param refused messages the sink does not take for what they hold, since the start
 * @param trouble why nothing can be forwarded now, for an operator; empty where all is well
 */
public record SinkState(long waiting, long forwarded, long lost, long refused, String trouble) {}
