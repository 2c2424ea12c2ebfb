package org.plantdeck.mqttlink;

import org.eclipse.paho.client.mqttv3.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What a link has subscribed to, and who handles what arrives. Threads: any. */
final class Subscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    private record Subscription(String filter, int qos, DeliveryHandler handler, boolean counted) {}

    private final List<Subscription> wanted = new CopyOnWriteArrayList<>();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    void add(String filter, int qos, DeliveryHandler handler) {
        wanted.add(new Subscription(filter, qos, handler, true));
    }

    /** Forgets what was wanted with a filter; says whether there was anything. */
    boolean remove(String filter) {
        return wanted.removeIf(it -> it.counted() && it.filter().equals(filter));
    }

    /** Adds what the link itself wants to hear; it is not counted as received. */
    void addOwn(String filter, DeliveryHandler handler) {
        wanted.add(new Subscription(filter, 0, handler, false));
    }

    /** Subscribes to everything wanted. */
    void openOn(Connection connection) throws MqttException {
        List<Subscription> all = List.copyOf(wanted);
        if (!all.isEmpty()) {
            connection.subscribe(
                    all.stream().map(Subscription::filter).toArray(String[]::new),
                    all.stream().mapToInt(Subscription::qos).toArray());
        }
    }

    /**
     * Hands a message to the first handler whose filter matches; what nobody wants any more is
     * acknowledged.
     */
    void dispatch(Delivery delivery) throws InterruptedException {
        for (Subscription subscription : wanted) {
            if (TopicFilter.matches(subscription.filter(), delivery.topic())) {
                if (subscription.counted()) {
                    received.incrementAndGet();
                }
                try {
                    subscription.handler().accept(delivery);
                } catch (RuntimeException e) {
                    failed.incrementAndGet();
                    LOG.atError()
                            .addKeyValue("topic", delivery.topic())
                            .setCause(e)
                            .log("Handler failed");
                }
                return;
            }
        }
        delivery.acknowledge();
    }

    long receivedCount() {
        return received.get();
    }

    long failedCount() {
        return failed.get();
    }
}
