package org.plantdeck.mqttlink;

import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttTopic;
import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A link over Paho. Everything that touches the connection runs on the link's own thread, one step
 * at a time: connect, subscribe, pump the queue, say the status. Threads: the public methods from
 * any.
 */
final class PahoLink implements MqttLink {

    private static final Logger LOG = LoggerFactory.getLogger(PahoLink.class);
    private static final Duration STATUS_CHECK = Duration.ofMillis(250);
    private static final Duration DRAIN = Duration.ofSeconds(5);

    /** Valid for the life of the link. */
    private final LinkSettings settings;

    private final Supplier<Approach> approaches;

    private final StatusBeacon beacon;
    private final RivalWatch rivals;
    private final Outgoing outgoing;
    private final Subscriptions subscriptions = new Subscriptions();
    private final LinkThread thread;
    private final AtomicBoolean started = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean pumpWaits = new AtomicBoolean();
    private final AtomicLong connects = new AtomicLong();
    private final BackOff backOff = new BackOff();
    private volatile LinkState state = new LinkState(LinkState.Phase.DOWN, "not connected yet");

    /** Valid for one connection; the link's own thread only. */
    private @Nullable Connection connection;

    PahoLink(
            LinkSettings settings,
            InstantSource wallClock,
            String version,
            Supplier<Approach> approaches) {
        this.settings = settings;
        this.approaches = approaches;
        String instance = UUID.randomUUID().toString().substring(0, 8);
        beacon = new StatusBeacon(settings.component(), instance, version, wallClock);
        rivals = new RivalWatch(beacon, settings.speaksAlone(), wallClock);
        outgoing = new Outgoing(settings.queueCapacity(), settings.inFlight());
        if (!beacon.isSilent()) {
            subscriptions.addOwn(beacon.topic(), DeliveryHandler.acknowledging(this::seeOwnStatus));
        }
        thread = new LinkThread("link-" + settings.identity());
    }

    @Override
    public void subscribe(String filter, int qos, DeliveryHandler handler) {
        MqttTopic.validate(filter, true);
        subscriptions.add(filter, qos, handler);
        whileUp(open -> open.subscribe(new String[] {filter}, new int[] {qos}));
    }

    @Override
    public void unsubscribe(String filter) {
        if (subscriptions.remove(filter)) {
            whileUp(open -> open.unsubscribe(filter));
        }
    }

    /** A step that needs a connection. */
    private interface Step {
        void take(Connection open) throws MqttException;
    }

    /** Takes a step on the link's thread where it is up; a later connect finds what is wanted. */
    private void whileUp(Step step) {
        thread.execute(() -> take(step));
    }

    private void take(Step step) {
        Connection open = connection;
        if (open != null && state.isUp()) {
            try {
                step.take(open);
            } catch (MqttException e) {
                lost(open, Reasons.of(e));
            }
        }
    }

    @Override
    public void start() {
        if (!started.getAndSet(true)) {
            thread.execute(this::connect);
            thread.every(STATUS_CHECK, this::sayStatus);
        }
    }

    @Override
    public int publish(Publication publication) {
        MqttTopic.validate(publication.topic(), false);
        int givenUp = outgoing.add(publication);
        wantPump();
        return givenUp;
    }

    private void wantPump() {
        if (state.isUp() && !pumpWaits.getAndSet(true)) {
            thread.execute(this::pump);
        }
    }

    @Override
    public void report(Health health) {
        beacon.report(health);
        thread.execute(this::sayStatus);
    }

    @Override
    public LinkState state() {
        return state;
    }

    @Override
    public LinkCounts counts() {
        return new LinkCounts(
                outgoing.takenCount(),
                subscriptions.receivedCount(),
                outgoing.waitingCount(),
                outgoing.droppedCount(),
                subscriptions.failedCount(),
                connects.get());
    }

    private void connect() {
        if (closed.get() || state.phase() == LinkState.Phase.TAKEN_OVER) {
            return;
        }
        Connection attempt = null;
        try {
            Approach approach = approaches.get();
            String rival = rivals.rival(approach, settings.identity());
            if (rival != null) {
                state = new LinkState(LinkState.Phase.TAKEN_OVER, rival);
                log(LOG.atError()).log(rival);
                return;
            }
            ConnectionEvents events =
                    new ConnectionEvents(
                            subscriptions,
                            (which, reason) -> thread.execute(() -> lost(which, reason)));
            attempt = new Connection(settings.broker(), settings.identity(), events);
            events.of(attempt);
            attempt.connect(ConnectOptions.of(settings, beacon, approach));
            subscriptions.openOn(attempt);
        } catch (MqttException e) {
            if (attempt != null) {
                attempt.drop();
            }
            retry(Reasons.ofAttempt(e, settings.broker()));
            return;
        } catch (PartFailure e) {
            retry(e.sentence());
            return;
        }
        connection = attempt;
        if (!attempt.isOpen()) {
            lost(attempt, "connection lost");
            return;
        }
        opened();
    }

    private void opened() {
        connects.incrementAndGet();
        rivals.connected();
        backOff.reset();
        state = new LinkState(LinkState.Phase.UP, "");
        log(LOG.atInfo()).log("Link up");
        beacon.forgetSaid();
        sayStatus();
        pump();
    }

    private void lost(Connection which, String reason) {
        if (connection != which) {
            return;
        }
        connection = null;
        outgoing.returnUnderWay();
        rivals.lost();
        which.drop();
        retry(reason);
    }

    private void retry(String reason) {
        if (closed.get()) {
            return;
        }
        String sentence = "no link to " + settings.broker() + ": " + reason;
        if (state.isUp() || !state.reason().equals(sentence)) {
            log(LOG.atWarn()).addKeyValue("reason", reason).log("Link down, trying again");
        }
        state = new LinkState(LinkState.Phase.DOWN, sentence);
        thread.after(backOff.next(), this::connect);
    }

    private void pump() {
        pumpWaits.set(false);
        Connection open = connection;
        if (open == null || !state.isUp()) {
            return;
        }
        for (Optional<Outgoing.Entry> next = outgoing.next();
                next.isPresent();
                next = outgoing.next()) {
            Outgoing.Entry entry = next.get();
            try {
                open.publish(
                        entry.publication(),
                        () -> {
                            outgoing.taken(entry);
                            wantPump();
                        });
            } catch (MqttException e) {
                lost(open, Reasons.of(e));
                return;
            }
        }
    }

    private void sayStatus() {
        take(open -> {
            Optional<Publication> status = beacon.due();
            if (status.isPresent()) {
                open.publish(status.get(), () -> {});
            }
        });
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        if (started.get() && state.isUp()) {
            try {
                log(LOG.atDebug())
                        .addKeyValue("empty", outgoing.awaitEmpty(DRAIN.toMillis()))
                        .log("Drained");
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        thread.execute(this::farewell);
        thread.end(DRAIN);
        state = new LinkState(LinkState.Phase.CLOSED, "closed");
    }

    private void farewell() {
        Connection open = connection;
        connection = null;
        if (open != null && !beacon.isSilent()) {
            open.publishLast(beacon.farewell());
        }
        if (open != null) {
            open.disconnect();
        }
    }

    private LoggingEventBuilder log(LoggingEventBuilder event) {
        return event.addKeyValue("identity", settings.identity())
                .addKeyValue("broker", settings.broker());
    }

    /** Somebody else's end with our name hides that we live: say again that we do. */
    private void seeOwnStatus(Delivery delivery) {
        if (beacon.sighting(delivery.body()) == StatusBeacon.Sighting.FOREIGN_END) {
            beacon.forgetSaid();
            thread.execute(this::sayStatus);
        }
    }
}
