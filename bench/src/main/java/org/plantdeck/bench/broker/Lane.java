package org.plantdeck.bench.broker;

import org.plantdeck.bench.mqtt.Endpoint;
import org.plantdeck.bench.mqtt.LoadClient;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Publishers and subscribers connected to one broker, and phases of traffic between them. Threads:
 * one at a time.
 */
final class Lane implements AutoCloseable {

    private static final AtomicInteger LANES = new AtomicInteger();
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Loops loops;
    private final Route route;
    private final List<LoadClient> publishers = new ArrayList<>();
    private final List<Subscriber> subscribers = new ArrayList<>();
    private int phases;

    /** A client that receives, and where it counts. */
    private static final class Subscriber {

        private volatile Tally tally = Tally.NONE;
        private final CompletableFuture<LoadClient> client;

        Subscriber(Loops loops, Endpoint endpoint, String clientId) {
            client =
                    LoadClient.connect(
                            loops.subscribing(),
                            endpoint,
                            clientId,
                            payload -> tally.arrived(payload));
        }
    }

    private Lane(Loops loops, Route route) {
        this.loops = loops;
        this.route = route;
    }

    /** A root of topics and client identifiers nobody else has. */
    static String freshRoot() {
        return "test/bench/" + ProcessHandle.current().pid() + "/" + LANES.incrementAndGet();
    }

    /**
     * Connects and subscribes everybody.
     *
     * @throws WorkFailure where the broker does not let them, or not in time
     */
    static Lane open(Loops loops, Endpoint endpoint, Route route, Deadline deadline) {
        Lane lane = new Lane(loops, route);
        String clientIds = route.root().replace('/', '-');
        try {
            for (int i = 0; i < route.subscribers(); i++) {
                Subscriber subscriber = new Subscriber(loops, endpoint, clientIds + "-s" + i);
                lane.subscribers.add(subscriber);
                LoadClient client = deadline.await(subscriber.client, "a subscriber to connect");
                deadline.await(
                        client.subscribe(route.filter(), route.qos()),
                        "a subscription to be granted");
            }
            for (int i = 0; i < route.publishers(); i++) {
                lane.publishers.add(
                        deadline.await(
                                LoadClient.connect(
                                        loops.publishing(),
                                        endpoint,
                                        clientIds + "-p" + i,
                                        _ -> {}),
                                "a publisher to connect"));
            }
            return lane;
        } catch (WorkFailure e) {
            lane.close();
            throw e;
        }
    }

    /**
     * Publishes for a while, or until every publisher has sent its messages, and waits for the
     * deliveries.
     *
     * @param span how long, where the pace does not end by itself
     * @param quiet after how long without a delivery or an acknowledgement the rest is given up
     */
    Outcome run(Pace pace, Duration span, Duration quiet, Deadline deadline) {
        Phase phase = new Phase(phases++ % 255 + 1, System.nanoTime());
        long sentBefore = publishers.stream().mapToLong(LoadClient::sent).sum();
        long acknowledgedBefore = acknowledged();
        int samples =
                pace.isScheduled() ? Math.toIntExact(pace.messagesEach() * route.publishers()) : 0;
        subscribers.forEach(it -> it.tally = new Tally(phase, samples));
        for (int i = 0; i < publishers.size(); i++) {
            publishers.get(i).publishFrom(new Stamped(phase, route, pace, i), route.window());
        }
        Traffic traffic = new Traffic(pace, sentBefore, acknowledgedBefore);
        Future<?> ticks = begin(pace, span, traffic);
        String note = traffic.awaitEnd(quiet, deadline);
        ticks.cancel(false);
        publishers.forEach(it -> {
            var _ = it.stop();
        });
        return outcome(phase, traffic, note);
    }

    /** Wakes the publishers in turn when their messages are due, or stops a flood in time. */
    private Future<?> begin(Pace pace, Duration span, Traffic traffic) {
        if (pace.isScheduled()) {
            AtomicLong tick = new AtomicLong();
            return loops.pacer()
                    .scheduleAtFixedRate(
                            () -> {
                                int turn = Math.floorMod(tick.getAndIncrement(), publishers.size());
                                publishers.get(turn).wake();
                            },
                            0,
                            pace.intervalNanos(),
                            TimeUnit.NANOSECONDS);
        }
        if (pace.isCounted()) {
            return CompletableFuture.completedFuture(null);
        }
        return loops.pacer().schedule(traffic::stopSending, span.toNanos(), TimeUnit.NANOSECONDS);
    }

    private Outcome outcome(Phase phase, Traffic traffic, String note) {
        long received = 0;
        long repeated = 0;
        long lastNanos = phase.startNanos();
        for (Subscriber subscriber : subscribers) {
            received += subscriber.tally.received();
            repeated += subscriber.tally.repeated();
            lastNanos = Math.max(lastNanos, subscriber.tally.lastNanos());
        }
        return new Outcome(
                traffic.sent(),
                traffic.acknowledged(),
                traffic.due(),
                new Outcome.Deliveries(
                        received,
                        repeated,
                        lastNanos - phase.startNanos(),
                        subscribers.getFirst().tally.latencies()),
                note);
    }

    private long acknowledged() {
        return publishers.stream().mapToLong(LoadClient::acknowledged).sum();
    }

    private long received() {
        return subscribers.stream().mapToLong(it -> it.tally.received()).sum();
    }

    @Override
    public void close() {
        publishers.forEach(Lane::leave);
        subscribers.forEach(it -> {
            var _ = it.client.thenAccept(Lane::leave);
        });
    }

    private static void leave(LoadClient client) {
        var _ = client.disconnect();
    }

    /** The traffic of one phase while it runs. */
    private final class Traffic {

        private final Pace pace;
        private final long sentBefore;
        private final long acknowledgedBefore;
        private final CompletableFuture<Void> stopped = new CompletableFuture<>();

        Traffic(Pace pace, long sentBefore, long acknowledgedBefore) {
            this.pace = pace;
            this.sentBefore = sentBefore;
            this.acknowledgedBefore = acknowledgedBefore;
        }

        long sent() {
            return publishers.stream().mapToLong(LoadClient::sent).sum() - sentBefore;
        }

        long acknowledged() {
            return Lane.this.acknowledged() - acknowledgedBefore;
        }

        long due() {
            return sent() * subscribers.size();
        }

        void stopSending() {
            CompletableFuture<?>[] all =
                    publishers.stream().map(LoadClient::stop).toArray(CompletableFuture[]::new);
            var _ = CompletableFuture.allOf(all).whenComplete((_, _) -> stopped.complete(null));
        }

        private boolean isAllSent() {
            return pace.isCounted()
                    ? sent() == pace.messagesEach() * publishers.size()
                    : stopped.isDone();
        }

        private boolean isComplete() {
            return isAllSent()
                    && received() == due()
                    && (route.qos() == 0 || acknowledged() == sent());
        }

        /** Says why it ended; nothing where everything came. */
        String awaitEnd(Duration quiet, Deadline deadline) {
            long progress = -1;
            Deadline patience = deadline.orIn(quiet);
            while (!isComplete()) {
                long now = sent() + acknowledged() + received();
                if (now != progress || (!isAllSent() && !pace.isCounted())) {
                    progress = now;
                    patience = deadline.orIn(quiet);
                }
                if (deadline.isOver()) {
                    return "timed out";
                }
                String ending = ending();
                if (!ending.isEmpty()) {
                    return ending;
                }
                if (patience.isOver()) {
                    return isAllSent() ? "" : "stood still before everything was sent";
                }
                deadline.pause(LOOK);
            }
            return "";
        }

        private String ending() {
            return Stream.concat(
                            publishers.stream(), subscribers.stream().map(it -> it.client.join()))
                    .map(LoadClient::ending)
                    .filter(it -> !it.isEmpty())
                    .findFirst()
                    .orElse("");
        }
    }
}
