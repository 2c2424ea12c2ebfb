package org.plantdeck.cloudanalytics;

import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkCounts;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.ResendRequest;
import org.plantdeck.signal.WindowCodec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** A link that goes nowhere. */
final class FakeLink implements MqttLink {

    final BlockingQueue<Publication> published = new LinkedBlockingQueue<>();
    final BlockingQueue<Health> reports = new LinkedBlockingQueue<>();
    volatile LinkState state = new LinkState(LinkState.Phase.DOWN, "no broker there");
    final AtomicLong connects = new AtomicLong();
    volatile boolean isClosed;
    volatile LinkSettings settings;
    private final Map<String, DeliveryHandler> handlers = new ConcurrentHashMap<>();

    FakeLink madeWith(LinkSettings with) {
        settings = with;
        return this;
    }

    void comeUp() {
        connects.incrementAndGet();
        state = new LinkState(LinkState.Phase.UP, "");
    }

    void goDown() {
        state = new LinkState(LinkState.Phase.DOWN, "cable pulled");
    }

    void deliver(FakeDelivery delivery) throws InterruptedException {
        handlers.get(delivery.topic()).accept(delivery);
    }

    /** The requests published since the last call. */
    List<ResendRequest> takeRequests() {
        List<Publication> taken = new ArrayList<>();
        published.drainTo(taken);
        List<ResendRequest> requests = new ArrayList<>();
        for (Publication publication : taken) {
            if (WindowCodec.decodeResend(publication.body())
                    instanceof Decoded.Sound<ResendRequest>(var request)) {
                requests.add(request);
            }
        }
        return requests;
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
        return 0;
    }

    @Override
    public void report(Health health) {
        reports.add(health);
    }

    @Override
    public LinkState state() {
        return state;
    }

    @Override
    public LinkCounts counts() {
        return new LinkCounts(published.size(), 0, 0, 0, 0, connects.get());
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
