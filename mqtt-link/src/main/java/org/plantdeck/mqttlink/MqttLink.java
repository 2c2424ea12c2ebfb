package org.plantdeck.mqttlink;

import org.plantdeck.signal.Health;

/**
 * A part's link to one broker. It connects and connects again for as long as it is open, with the
 * part's last will, subscribes again after every connect, keeps what it is to publish in order in a
 * bounded queue until the broker has taken it, and publishes the part's status.
 *
 * <p>Threads: any. Handlers are called on the link's delivery thread, one at a time and in the
 * order of arrival; a handler that blocks holds back the network, which is how a bounded consumer
 * slows a fast publisher.
 */
public interface MqttLink extends AutoCloseable {

    /**
     * Adds a subscription, before or after {@link #start()}; it holds until it is ended or the link
     * closes.
     *
     * @param filter an MQTT topic filter
     * @param qos 0, 1 or 2: the highest quality of service deliveries may come with
     * @param handler what to do with each message; a throwing handler is logged once with its cause
     *     and the next message goes on
     */
    void subscribe(String filter, int qos, DeliveryHandler handler);

    /**
     * Ends every subscription with exactly this filter; what the broker has sent already may still
     * arrive and is acknowledged unseen. Does nothing where there is none.
     */
    void unsubscribe(String filter);

    /**
     * Begins to connect and returns. A broker that cannot be reached is tried again until the link
     * closes.
     */
    void start();

    /**
     * Takes a message for publishing and returns at once, connected or not.
     *
     * @return how many older messages had to be given up to make room: 0, or 1 where the queue was
     *     full of messages the broker has not taken yet
     */
    int publish(Publication publication);

    /**
     * Says how the part is; published retained on {@code status/{component}} when its state or
     * detail changes, when the link connects, and otherwise at most once per status interval. Does
     * nothing on a link without status.
     */
    void report(Health health);

    /** What the link is doing now. */
    LinkState state();

    /** Counts since the link was made. */
    LinkCounts counts();

    /**
     * Ends the link in order: waits a bounded time for the queue to empty, publishes "offline",
     * disconnects. A persistent session stays with the broker. Does nothing the second time.
     */
    @Override
    void close();
}
