package org.plantdeck.mqttlink;

/**
 * What a link has done since it was made.
 *
 * @param published messages the broker has taken
 * @param received messages handed to handlers
 * @param waiting messages in the queue, not yet taken by the broker
 * @param dropped messages given up because the queue was full
 * @param failed handler calls that threw
 * @param connects successful connects
 */
public record LinkCounts(
        long published, long received, long waiting, long dropped, long failed, long connects) {}
