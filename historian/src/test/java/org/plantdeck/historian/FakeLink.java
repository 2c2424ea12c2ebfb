package org.plantdeck.historian;

import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkCounts;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A link without a network: the test is the broker. Threads: any. */
final class FakeLink implements MqttLink, LinkFactory {

    private static final long PATIENCE_SECONDS = 20;

    private record Wish(Predicate<Health> wanted, CompletableFuture<Health> come) {}

    private final Map<String, DeliveryHandler> handlers = new TreeMap<>();
    private final Map<String, Integer> qos = new TreeMap<>();
    private final List<Health> reports = new ArrayList<>();
    private final List<Wish> wishes = new ArrayList<>();
    private volatile LinkSettings settings = null;
    private volatile LinkState state = new LinkState(LinkState.Phase.DOWN, "not connected yet");

    @Override
    public MqttLink link(LinkSettings wanted) {
        settings = wanted;
        return this;
    }

    LinkSettings settings() {
        return settings;
    }

    Map<String, Integer> subscriptions() {
        return qos;
    }

    @Override
    public void subscribe(String filter, int wantedQos, DeliveryHandler handler) {
        handlers.put(filter, handler);
        qos.put(filter, wantedQos);
    }

    @Override
    public void unsubscribe(String filter) {
        handlers.remove(filter);
    }

    @Override
    public void start() {
        state = new LinkState(LinkState.Phase.UP, "");
    }

    void lose(String reason) {
        state = new LinkState(LinkState.Phase.DOWN, reason);
    }

    @Override
    public int publish(Publication publication) {
        throw new AssertionError("The historian publishes nothing but its status");
    }

    @Override
    public synchronized void report(Health health) {
        reports.add(health);
        wishes.removeIf(it -> it.wanted().test(health) && it.come().complete(health));
    }

    /** The first report from now on, or the last one before, that is as wanted. */
    Health awaitReport(Predicate<Health> wanted) throws Exception {
        CompletableFuture<Health> come = new CompletableFuture<>();
        synchronized (this) {
            if (!reports.isEmpty() && wanted.test(reports.getLast())) {
                return reports.getLast();
            }
            wishes.add(new Wish(wanted, come));
        }
        return come.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public LinkState state() {
        return state;
    }

    @Override
    public LinkCounts counts() {
        return new LinkCounts(0, 0, 0, 0, 0, 1);
    }

    @Override
    public void close() {
        state = new LinkState(LinkState.Phase.CLOSED, "closed");
    }

    /** Delivers a reading as its PLC published it. */
    Delivered deliver(Reading reading) throws InterruptedException {
        return deliver(reading.source(), ReadingCodec.encode(reading), false);
    }

    /** Delivers a reading again, as a broker does with what was not acknowledged. */
    Delivered deliverAgain(Reading reading) throws InterruptedException {
        return deliver(reading.source(), ReadingCodec.encode(reading), true);
    }

    /** Delivers a message of any topic to the handler of a filter. */
    Delivered deliver(String filter, String topic, String body) throws InterruptedException {
        Delivered delivered = new Delivered(topic, body.getBytes(StandardCharsets.UTF_8), false);
        Objects.requireNonNull(handlers.get(filter)).accept(delivered);
        return delivered;
    }

    Delivered deliverRetained(String filter, String topic, String body)
            throws InterruptedException {
        Delivered delivered = new Delivered(topic, body.getBytes(StandardCharsets.UTF_8), false);
        delivered.retained = true;
        Objects.requireNonNull(handlers.get(filter)).accept(delivered);
        return delivered;
    }

    Delivered deliver(FactorySource source, byte[] body, boolean duplicate)
            throws InterruptedException {
        Delivered delivered = new Delivered(source.topic(), body, duplicate);
        Objects.requireNonNull(handlers.get(source.topic())).accept(delivered);
        return delivered;
    }

    /** A delivery that remembers its acknowledgement. */
    static final class Delivered implements Delivery {

        private final String topic;
        private final byte[] body;
        private final boolean duplicate;
        private boolean retained;
        private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();

        Delivered(String topic, byte[] body, boolean duplicate) {
            this.topic = topic;
            this.body = body;
            this.duplicate = duplicate;
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
            return retained;
        }

        @Override
        public boolean duplicate() {
            return duplicate;
        }

        @Override
        public void acknowledge() {
            acknowledged.complete(null);
        }

        boolean isAcknowledged() {
            return acknowledged.isDone();
        }

        void awaitAcknowledged() throws Exception {
            acknowledged.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }
}
