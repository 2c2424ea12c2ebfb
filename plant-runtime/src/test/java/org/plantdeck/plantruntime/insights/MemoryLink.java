package org.plantdeck.plantruntime.insights;

import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkCounts;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.StatusCodec;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A link to a {@link MemoryBroker}. Threads: any; handlers are called on a thread of its own.
 * Fields that change are guarded by the broker's lock.
 */
final class MemoryLink implements MqttLink {

    /** Deliveries that may be without an acknowledgement. */
    private static final int IN_FLIGHT = 128;

    private record Waiting(Publication publication, DeliveryHandler handler, boolean retained) {}

    private final LinkSettings settings;
    private final MemoryBroker broker;
    private final ExecutorService thread;
    private final Map<String, DeliveryHandler> subscriptions = new LinkedHashMap<>();
    private final Deque<Publication> toPublish = new ArrayDeque<>();
    private final Deque<Waiting> toDeliver = new ArrayDeque<>();
    private volatile LinkState.Phase phase = LinkState.Phase.DOWN;
    private volatile int waiting;
    private final AtomicLong published = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private int inFlight;

    MemoryLink(LinkSettings settings, MemoryBroker broker) {
        this.settings = settings;
        this.broker = broker;
        thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name("link-" + settings.identity()).daemon().factory());
    }

    @Override
    public void subscribe(String filter, int qos, DeliveryHandler handler) {
        broker.does(() -> {
            subscriptions.put(filter, handler);
            if (phase == LinkState.Phase.UP) {
                broker.sendRetained(this, filter, handler);
            }
        });
    }

    @Override
    public void unsubscribe(String filter) {
        broker.does(() -> subscriptions.remove(filter));
    }

    @Override
    public void start() {
        broker.does(() -> {
            phase = LinkState.Phase.UP;
            broker.connect(this);
        });
        report(Health.online());
    }

    @Override
    public int publish(Publication publication) {
        broker.does(() -> {
            toPublish.addLast(publication);
            waiting = toPublish.size();
        });
        return 0;
    }

    @Override
    public void report(Health health) {
        PartStatus status =
                new PartStatus(settings.component(), "only", "test", Instant.EPOCH, health);
        publish(
                new Publication(
                        PartStatus.topic(settings.component()),
                        StatusCodec.encode(status),
                        1,
                        true));
    }

    Map<String, DeliveryHandler> subscriptions() {
        return subscriptions;
    }

    boolean wants(String topic) {
        return subscriptions.keySet().stream()
                .anyMatch(filter -> MemoryBroker.matches(filter, topic));
    }

    boolean hasToPublish() {
        return phase == LinkState.Phase.UP && !toPublish.isEmpty();
    }

    Publication nextToPublish() {
        return toPublish.getFirst();
    }

    Publication removePublished() {
        Publication publication = toPublish.removeFirst();
        waiting = toPublish.size();
        published.incrementAndGet();
        return publication;
    }

    int queued() {
        return toDeliver.size();
    }

    void enqueue(Publication publication, DeliveryHandler handler, boolean retained) {
        if (phase != LinkState.Phase.CLOSED) {
            toDeliver.addLast(new Waiting(publication, handler, retained));
        }
    }

    /** Hands over what may go; under the lock. */
    void deliver() {
        while (phase == LinkState.Phase.UP && inFlight < IN_FLIGHT && !toDeliver.isEmpty()) {
            Waiting next = toDeliver.removeFirst();
            inFlight++;
            received.incrementAndGet();
            thread.execute(() -> handOver(next));
        }
    }

    /** The boundary at which a handler that throws is counted and the next message goes on. */
    private void handOver(Waiting message) {
        try {
            message.handler().accept(new Handed(message));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed.incrementAndGet();
        }
    }

    /** A message handed to a part. */
    private final class Handed implements Delivery {
        private final Waiting message;
        private final AtomicBoolean acknowledged = new AtomicBoolean();

        Handed(Waiting message) {
            this.message = message;
        }

        @Override
        public String topic() {
            return message.publication().topic();
        }

        @Override
        public byte[] body() {
            return message.publication().body();
        }

        @Override
        public boolean retained() {
            return message.retained();
        }

        @Override
        public boolean duplicate() {
            return false;
        }

        @Override
        public void acknowledge() {
            if (!acknowledged.getAndSet(true)) {
                broker.does(() -> inFlight--);
            }
        }
    }

    @Override
    public LinkState state() {
        return new LinkState(phase, phase == LinkState.Phase.UP ? "" : "not connected");
    }

    @Override
    public LinkCounts counts() {
        return new LinkCounts(published.get(), received.get(), waiting, 0, failed.get(), 1);
    }

    @Override
    public void close() {
        if (phase == LinkState.Phase.CLOSED) {
            return;
        }
        report(new Health(Health.State.OFFLINE, "ended", Leaves.builder().build()));
        broker.does(() -> {
            phase = LinkState.Phase.CLOSED;
            toDeliver.clear();
        });
        thread.shutdownNow();
    }
}
