package org.plantdeck.plantruntime.processes;

import org.plantdeck.broker.access.AccessFiles;
import org.plantdeck.broker.access.GeneratedCredentials;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.Login;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.PahoLinks;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.plantruntime.parts.PartLogins;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.StatusCodec;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A client that remembers everything a broker delivers to it. */
final class Witness implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    /** What was delivered. */
    record Seen(String topic, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final MqttLink link;
    private final List<Seen> seen = new ArrayList<>();

    /** A witness of some topics, with a session the broker keeps. */
    Witness(URI broker, String... filters) throws InterruptedException {
        this(broker, new PahoLinks(InstantSource.system(), "test"), filters);
    }

    /** A witness who may command, with the password of the desk of a data directory. */
    static Witness whoMayCommand(Path data, URI broker, String... filters)
            throws InterruptedException {
        GeneratedCredentials generated =
                GeneratedCredentials.open(new AccessFiles(data).credentials());
        Login desk = new Login(PartLogins.DESK, generated.password(PartLogins.DESK));
        return new Witness(
                broker,
                new PahoLinks(InstantSource.system(), "test", _ -> Optional.of(desk)),
                filters);
    }

    /** A witness who comes to the broker as these links do. */
    Witness(URI broker, LinkFactory links, String... filters) throws InterruptedException {
        link =
                links.link(
                        new LinkSettings(
                                broker,
                                "Witness-" + UUID.randomUUID(),
                                LinkSettings.Session.PERSISTENT,
                                "",
                                Duration.ofSeconds(10),
                                100,
                                16));
        String hello = "test/witness/" + UUID.randomUUID();
        for (String filter : filters) {
            link.subscribe(
                    filter, 1, DeliveryHandler.acknowledging(it -> take(it.topic(), it.body())));
        }
        link.subscribe(hello, 1, DeliveryHandler.acknowledging(it -> take(it.topic(), it.body())));
        link.start();
        link.publish(new Publication(hello, new byte[] {1}, 1, false));
        await(
                all -> all.stream().anyMatch(it -> it.topic().equals(hello)),
                () -> "its own message");
    }

    private void take(String topic, byte[] body) {
        synchronized (seen) {
            seen.add(new Seen(topic, body));
            seen.notifyAll();
        }
    }

    void publish(String topic, byte[] body) {
        link.publish(new Publication(topic, body, 1, false));
    }

    /** Everything so far, in order. */
    List<Seen> all() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    /** Everything of a topic so far, in order. */
    List<Seen> of(String topic) {
        return all().stream().filter(it -> it.topic().equals(topic)).toList();
    }

    /** Waits until what was seen is so, looking again with every message. */
    void await(Predicate<List<Seen>> so, Supplier<String> what) throws InterruptedException {
        long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (seen) {
            while (!so.test(seen)) {
                long left = TimeUnit.NANOSECONDS.toMillis(giveUp - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("never seen: " + what.get());
                }
                seen.wait(left);
            }
        }
    }

    /** Waits for so many more messages of a topic than there are now. */
    void awaitMore(String topic, int more) throws InterruptedException {
        int before = of(topic).size();
        await(
                all -> all.stream().filter(it -> it.topic().equals(topic)).count() >= before + more,
                () -> more + " more of " + topic);
    }

    /** Waits until the newest status of a part is so. */
    void awaitStatus(String component, Predicate<PartStatus> so) throws InterruptedException {
        await(
                all -> status(all, component).filter(so).isPresent(),
                () -> "status of " + component + " as wanted; it is " + status(component));
    }

    /** The newest status of a part. */
    Optional<PartStatus> status(String component) {
        return status(all(), component);
    }

    private static Optional<PartStatus> status(List<Seen> all, String component) {
        for (Seen one : all.reversed()) {
            if (one.topic().equals(PartStatus.topic(component))
                    && StatusCodec.decode(one.body())
                            instanceof Decoded.Sound<PartStatus>(PartStatus status)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        link.close();
    }
}
