package org.plantdeck.broker.guard;

/** Why a message was dropped or a client refused or cut off. */
public enum Reason {
    /** A publish its sender has no right to. */
    PUBLISH_DENIED,
    /** A delivery its receiver has no right to. */
    DELIVERY_DENIED,
    /** A subscription its holder has no right to, or one too many. */
    SUBSCRIPTION_REFUSED,
    /** A QoS 0 message for a client that does not read. */
    SLOW_CONSUMER,
    /** A QoS 1 or 2 message that found the queue of its session full. */
    QUEUE_FULL,
    /** A command that found the queue of its loop full. */
    LOOP_FULL,
    /** A packet larger than the limit. */
    TOO_LARGE,
    /** A packet that is not MQTT, or not in its place. */
    MALFORMED,
    /** A protocol version that is not spoken. */
    VERSION,
    /** A client identifier that cannot be taken. */
    IDENTIFIER,
    /** A wrong name or password, or a certificate that does not hold. */
    CREDENTIALS,
    /** Somebody who may not connect. */
    NOT_ADMITTED,
    /** One connection too many. */
    TOO_MANY_CONNECTIONS,
    /** No CONNECT in time. */
    CONNECT_TIMEOUT,
    /** No sign of life for one and a half keep-alive intervals. */
    KEEP_ALIVE,
    /** A command that failed in the broker. */
    FAILURE;

    /** Whether a message that somebody had a right to was lost. */
    public boolean isLoss() {
        return this == SLOW_CONSUMER || this == QUEUE_FULL || this == LOOP_FULL;
    }

    /** Its word in statistics: {@code publish_denied}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
