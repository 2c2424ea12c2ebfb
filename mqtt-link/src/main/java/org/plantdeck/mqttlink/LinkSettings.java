package org.plantdeck.mqttlink;

import java.net.URI;
import java.time.Duration;

/**
 * How a part is linked to a broker.
 *
 * @param broker where the broker is, such as {@code tcp://127.0.0.1:1883}; {@code ssl}, {@code ws}
 *     and {@code wss} are the other schemes
 * @param identity the MQTT client id; one client at a time may hold it
 * @param session whether the broker keeps subscriptions and undelivered messages while the link is
 *     away
 * @param component whose status the link publishes; empty for a link without status and last will
 * @param keepAlive how often an idle connection shows it is alive; a dead one is noticed within 1.5
 *     of these
 * @param queueCapacity how many messages may wait to be published, at least 1; the oldest is given
 *     up beyond that
 * @param inFlight how many messages may be under way without an acknowledgement, 1 to 1000
 */
public record LinkSettings(
        URI broker,
        String identity,
        Session session,
        String component,
        Duration keepAlive,
        int queueCapacity,
        int inFlight) {

    /** What the broker keeps for a client that is away. */
    public enum Session {
        CLEAN,
        PERSISTENT
    }

    /**
     * Whether the link alone may speak for its component, because the identity is the component's
     * name. Several links may speak for a component together, such as the desks that have the same
     * screen open; each has an identity of its own then.
     */
    public boolean speaksAlone() {
        return identity.equals(component);
    }

    /**
     * A part's usual link: identity and status under the component's name, keep-alive 10 s, 10,000
     * waiting.
     */
    public static LinkSettings of(URI broker, String component, Session session) {
        return new LinkSettings(
                broker, component, session, component, Duration.ofSeconds(10), 10_000, 64);
    }
}
