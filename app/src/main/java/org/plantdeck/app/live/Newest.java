package org.plantdeck.app.live;

import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Command;
import org.plantdeck.signal.CommandCodec;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;
import org.plantdeck.signal.StatusCodec;
import org.plantdeck.signal.WindowCodec;
import org.plantdeck.signal.brokers.BrokerCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads bodies, tells them to those who listen and remembers the newest. Threads: those of the
 * links; one lock guards all state.
 */
final class Newest {

    private static final Logger LOG = LoggerFactory.getLogger(Newest.class);

    private static final String OF_A_BROKER = "$SYS/broker/";

    /** Statuses of more components than this are not remembered. */
    private static final int COMPONENTS_MAX = 64;

    /** Nor is more that a broker says of itself: nobody shows it. */
    private static final int SAID_MAX = 500;

    private final InstantSource wallClock;
    private final Object lock = new Object();
    private final Map<FactorySource, SourceNow> sources = new EnumMap<>(FactorySource.class);
    private final Map<String, PartNow> parts = new HashMap<>();
    private final Map<Feed.Broker, Map<String, String>> said = new EnumMap<>(Feed.Broker.class);
    private Optional<AnalyticsWindow> window = Optional.empty();
    private Instant windowAt = Instant.EPOCH;
    private long malformed;

    Newest(InstantSource wallClock) {
        this.wallClock = wallClock;
    }

    void take(Feed feed, Delivery delivery, List<LiveListener> listeners) {
        switch (feed) {
            case LINE -> reading(FactorySource.LINE, delivery, listeners);
            case ENERGY -> reading(FactorySource.ENERGY, delivery, listeners);
            case ENVIRONMENT -> reading(FactorySource.ENVIRONMENT, delivery, listeners);
            case FACTORY_STATUS, CLOUD_STATUS -> status(delivery);
            case COMMANDS -> command(delivery, listeners);
            case WINDOWS -> window(delivery, listeners);
            case INSIGHTS -> listeners.forEach(LiveListener::insightStep);
            case LOCAL_BROKER, CLOUD_BROKER -> ofBroker(feed.broker(), delivery, listeners);
        }
        listeners.forEach(LiveListener::changed);
    }

    private <T> void sound(Decoded<T> decoded, Delivery delivery, Consumer<T> use) {
        switch (decoded) {
            case Decoded.Sound<T>(T value) -> use.accept(value);
            case Decoded.Malformed<T>(String reason) -> {
                synchronized (lock) {
                    malformed++;
                }
                LOG.atDebug()
                        .addKeyValue("topic", delivery.topic())
                        .addKeyValue("reason", reason)
                        .log("Malformed body");
            }
        }
    }

    private void reading(FactorySource source, Delivery delivery, List<LiveListener> listeners) {
        Decoded<Reading> decoded = ReadingCodec.decode(source, delivery.body());
        sound(
                decoded,
                delivery,
                reading -> {
                    Instant now = wallClock.instant();
                    synchronized (lock) {
                        Optional<SourceNow> before = Optional.ofNullable(sources.get(source));
                        sources.put(source, SourceNow.next(before, reading, now));
                    }
                    listeners.forEach(it -> it.reading(reading));
                });
    }

    private void status(Delivery delivery) {
        Decoded<PartStatus> decoded = StatusCodec.decode(delivery.body());
        sound(
                decoded,
                delivery,
                status -> {
                    synchronized (lock) {
                        if (parts.size() < COMPONENTS_MAX
                                || parts.containsKey(status.component())) {
                            parts.put(status.component(), new PartNow(status, wallClock.instant()));
                        }
                    }
                });
    }

    private void command(Delivery delivery, List<LiveListener> listeners) {
        for (FactorySource plc : FactorySource.values()) {
            if (delivery.topic().equals(plc.commandTopic())) {
                Decoded<Command> decoded = CommandCodec.decode(delivery.body());
                sound(
                        decoded,
                        delivery,
                        it -> listeners.forEach(listener -> listener.command(plc, it)));
            } else if (delivery.topic().equals(plc.resultTopic())) {
                Decoded<CommandResult> decoded = CommandCodec.decodeResult(delivery.body());
                sound(
                        decoded,
                        delivery,
                        it -> listeners.forEach(listener -> listener.result(plc, it)));
            }
        }
    }

    private void ofBroker(Feed.Broker broker, Delivery delivery, List<LiveListener> listeners) {
        if (delivery.topic().startsWith(OF_A_BROKER)) {
            String name = delivery.topic().substring(OF_A_BROKER.length());
            String text = new String(delivery.body(), StandardCharsets.UTF_8);
            synchronized (lock) {
                Map<String, String> its = said.computeIfAbsent(broker, _ -> new HashMap<>());
                if (its.size() < SAID_MAX || its.containsKey(name)) {
                    its.put(name, text);
                }
            }
        } else {
            sound(
                    BrokerCodec.decodeAnswer(delivery.body()),
                    delivery,
                    answer -> listeners.forEach(it -> it.brokerAnswers(broker, answer)));
        }
    }

    private void window(Delivery delivery, List<LiveListener> listeners) {
        sound(
                WindowCodec.decode(delivery.body()),
                delivery,
                it -> {
                    synchronized (lock) {
                        if (isNewer(it)) {
                            window = Optional.of(it);
                            windowAt = wallClock.instant();
                        }
                    }
                    listeners.forEach(listener -> listener.window(it));
                });
    }

    /** A window that is sent again because somebody missed it is not news. */
    private boolean isNewer(AnalyticsWindow candidate) {
        return window.map(it ->
                        !it.run().equals(candidate.run()) || candidate.sequence() > it.sequence())
                .orElse(true);
    }

    /** Forgets what a broker has said of itself: nobody hears it any more. */
    void forget(Feed.Broker broker) {
        synchronized (lock) {
            said.remove(broker);
        }
    }

    Snapshot snapshot(Instant now, LinkState local, LinkState cloud) {
        synchronized (lock) {
            return new Snapshot(
                    now,
                    new Snapshot.State(
                            Map.copyOf(sources),
                            Map.copyOf(parts),
                            copy(said),
                            window,
                            windowAt,
                            local,
                            cloud));
        }
    }

    private static Map<Feed.Broker, Map<String, String>> copy(
            Map<Feed.Broker, Map<String, String>> of) {
        Map<Feed.Broker, Map<String, String>> copy = new EnumMap<>(Feed.Broker.class);
        of.forEach((broker, its) -> copy.put(broker, Map.copyOf(its)));
        return copy;
    }

    long malformed() {
        synchronized (lock) {
            return malformed;
        }
    }
}
