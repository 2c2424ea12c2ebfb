package org.plantdeck.broker.limits;

import java.time.Duration;

/**
 * What one broker takes.
 *
 * @param messageBytes largest packet
 * @param connections most connections at a time
 * @param connectionsOfUser most connections of one user at a time
 * @param subscriptions most subscriptions of one session
 * @param waitingBytes what may wait to be written to one client before its QoS 0 messages are
 *     dropped
 * @param connectTimeout how long a connection may take until its CONNECT has come
 */
public record Limits(
        int messageBytes,
        int connections,
        int connectionsOfUser,
        int subscriptions,
        int waitingBytes,
        Duration connectTimeout) {}
