package org.plantdeck.bridge;

import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkCounts;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.Health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A link to no broker: a test says what arrives, what is taken and when it is up. */
final class FakeLink implements MqttLink {

    private final Map<String, DeliveryHandler> handlers = new LinkedHashMap<>();
    private final List<Publication> waiting = new ArrayList<>();
    final List<Publication> published = new ArrayList<>();
    final List<Health> reports = new ArrayList<>();

    /** Whether the broker takes a publication at once. */
    boolean taking = true;

    /** Whether the broker hears of acknowledgements. */
    boolean hearing = true;

    volatile LinkState.Phase phase = LinkState.Phase.UP;

    /** A message handed to the part. */
    final class Sent implements Delivery {
        private final String topic;
        private final byte[] body;
        boolean acknowledged;

        Sent(String topic, byte[] body) {
            this.topic = topic;
            this.body = body;
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public byte[] body() {
            return body;
        }

        @Override
        public boolean retained() {
            return false;
        }

        @Override
        public boolean duplicate() {
            return false;
        }

        @Override
        public void acknowledge() {
            acknowledged = acknowledged || hearing;
        }
    }

    /** Hands a message to the handler of its topic. */
    Sent deliver(String topic, byte[] body) {
        Sent sent = new Sent(topic, body);
        try {
            handlers.get(topic).accept(sent);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        return sent;
    }

    /** The broker takes everything it was given and has not taken. */
    void takeAll() {
        List<Publication> given = List.copyOf(waiting);
        waiting.clear();
        given.forEach(publication -> publication.taken().run());
    }

    List<String> topics() {
        return List.copyOf(handlers.keySet());
    }

    @Override
    public void subscribe(String filter, int qos, DeliveryHandler handler) {
        handlers.put(filter, handler);
    }

    @Override
    public void unsubscribe(String filter) {
        handlers.remove(filter);
    }

    @Override
    public void start() {}

    @Override
    public int publish(Publication publication) {
        published.add(publication);
        if (taking) {
            publication.taken().run();
        } else {
            waiting.add(publication);
        }
        return 0;
    }

    @Override
    public void report(Health health) {
        reports.add(health);
    }

    @Override
    public LinkState state() {
        return new LinkState(phase, phase == LinkState.Phase.UP ? "" : "no broker there");
    }

    @Override
    public LinkCounts counts() {
        return new LinkCounts(0, 0, 0, 0, 0, 0);
    }

    @Override
    public void close() {
        phase = LinkState.Phase.CLOSED;
    }
}
