package org.plantdeck.mqttlink;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.fixtures.FreePorts;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.StatusCodec;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A test of links against a real broker of its own on loopback. */
@Execution(ExecutionMode.CONCURRENT)
abstract class OnABroker {

    static final long PATIENCE_SECONDS = 30;

    @TempDir Path directory;

    final LinkFactory links = new PahoLinks(InstantSource.system(), "test");

    final List<MqttLink> open = new ArrayList<>();

    EmbeddedBroker broker;

    URI url;

    @BeforeEach
    void startBroker() throws IOException {
        int port = FreePorts.one();
        url = FreePorts.url(port);
        broker =
                EmbeddedBroker.of(
                        BrokerSettings.open("local-broker", "127.0.0.1", port, directory));
        broker.start();
    }

    @AfterEach
    void end() {
        open.forEach(MqttLink::close);
        broker.close();
    }

    MqttLink link(String component, LinkSettings.Session session) {
        MqttLink link = links.link(LinkSettings.of(url, component, session));
        open.add(link);
        return link;
    }

    /** A silent observer of a filter. */
    BlockingQueue<Delivery> observe(String filter) throws Exception {
        BlockingQueue<Delivery> seen = new LinkedBlockingQueue<>();
        MqttLink observer =
                links.link(
                        new LinkSettings(
                                url,
                                "observer-" + open.size(),
                                LinkSettings.Session.CLEAN,
                                "",
                                Duration.ofSeconds(10),
                                100,
                                10));
        open.add(observer);
        observer.subscribe(filter, 1, DeliveryHandler.acknowledging(seen::add));
        observer.start();
        awaitTaken(observer, "test/ready");
        return seen;
    }

    static void awaitTaken(MqttLink link, String topic) throws Exception {
        CompletableFuture<Void> taken = new CompletableFuture<>();
        link.publish(new Publication(topic, new byte[0], 1, false, () -> taken.complete(null)));
        taken.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    static Delivery await(BlockingQueue<Delivery> seen, Predicate<Delivery> wanted)
            throws Exception {
        for (Delivery next = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                next != null;
                next = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            if (wanted.test(next)) {
                return next;
            }
        }
        throw new AssertionError("what was waited for did not arrive");
    }

    static String text(Delivery delivery) {
        return new String(delivery.body(), UTF_8);
    }

    static Publication message(String topic, String text) {
        return new Publication(topic, text.getBytes(UTF_8), 1, false);
    }

    static PartStatus status(Delivery delivery) {
        return ((Decoded.Sound<PartStatus>) StatusCodec.decode(delivery.body())).value();
    }

    MqttLink speaker(String identity, String component) {
        MqttLink link =
                links.link(
                        new LinkSettings(
                                url,
                                identity,
                                LinkSettings.Session.CLEAN,
                                component,
                                Duration.ofSeconds(10),
                                10,
                                10));
        open.add(link);
        return link;
    }

    /** Watches a link's phase from an executor of the JDK, so that no test thread sleeps. */
    static void awaitPhase(MqttLink link, LinkState.Phase phase, CountDownLatch reached)
            throws Exception {
        awaitState(link, it -> it.phase() == phase, reached);
    }

    /** Until the link has found out that nobody listens there. */
    static void awaitRefused(MqttLink link) throws Exception {
        awaitState(link, it -> it.reason().contains("refused"), new CountDownLatch(1));
    }

    static void awaitState(MqttLink link, Predicate<LinkState> wanted, CountDownLatch reached)
            throws Exception {
        try (var timer = java.util.concurrent.Executors.newSingleThreadScheduledExecutor()) {
            var watch =
                    timer.scheduleAtFixedRate(
                            () -> {
                                if (wanted.test(link.state())) {
                                    reached.countDown();
                                }
                            },
                            0,
                            20,
                            TimeUnit.MILLISECONDS);
            assertThat(reached.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            watch.cancel(true);
        }
    }
}
