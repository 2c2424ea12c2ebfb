package org.plantdeck.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.bridge.store.BridgeStore;
import org.plantdeck.bridge.windows.FactoryReadings;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.fixtures.FreePorts;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.PahoLinks;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.ReadingCodec;
import org.plantdeck.signal.ResendRequest;
import org.plantdeck.signal.StatusCodec;
import org.plantdeck.signal.WindowCodec;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The bridge between two real brokers on loopback. */
class BrokersTest {

    private static final long PATIENCE_SECONDS = 60;

    @TempDir private static Path brokersFolder;

    private static EmbeddedBroker localBroker;
    private static EmbeddedBroker cloudBroker;
    private static URI local;
    private static URI cloud;

    @TempDir private Path folder;

    private final LinkFactory links = new PahoLinks(InstantSource.system(), "test");
    private final BlockingQueue<AnalyticsWindow> windows = new LinkedBlockingQueue<>();
    private final BlockingQueue<Health> statuses = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private BridgeSettings settings;
    private MqttLink plcs;
    private MqttLink consumer;
    private Bridge bridge;

    @BeforeAll
    static void startBrokers() throws IOException {
        int localPort = FreePorts.one();
        int cloudPort = FreePorts.one();
        local = FreePorts.url(localPort);
        cloud = FreePorts.url(cloudPort);
        localBroker = startBroker("local-broker", localPort);
        cloudBroker = startBroker("cloud-broker", cloudPort);
    }

    @AfterAll
    static void stopBrokers() {
        localBroker.close();
        cloudBroker.close();
    }

    @BeforeEach
    void start() throws Exception {
        plcs = link(local, "plcs");
        plcs.subscribe(
                PartStatus.topic(Bridge.COMPONENT),
                1,
                DeliveryHandler.acknowledging(
                        delivery -> statuses.add(status(delivery.body()).health())));
        plcs.start();
        consumer = link(cloud, "consumer");
        consumer.subscribe(
                AnalyticsWindow.TOPIC,
                1,
                DeliveryHandler.acknowledging(
                        delivery -> windows.add(Bench.window(delivery.body()))));
        consumer.start();
        settings = BridgeSettings.of(local, cloud, folder.resolve("bridge.db"));
        bridge = startBridge();
    }

    private static EmbeddedBroker startBroker(String name, int port) {
        EmbeddedBroker broker =
                EmbeddedBroker.of(
                        BrokerSettings.open(name, "127.0.0.1", port, brokersFolder.resolve(name)));
        broker.start();
        return broker;
    }

    private MqttLink link(URI broker, String identity) {
        MqttLink link =
                links.link(
                        new LinkSettings(
                                broker,
                                identity,
                                LinkSettings.Session.PERSISTENT,
                                "",
                                Duration.ofSeconds(10),
                                10_000,
                                64));
        open.addFirst(link);
        return link;
    }

    private Bridge startBridge() throws InterruptedException {
        Bridge started = new Bridge(settings, links, InstantSource.system());
        started.start();
        open.addFirst(started);
        // Without its status the bridge's subscriptions are not known to be there.
        awaitStatus(health -> health.state() != Health.State.OFFLINE);
        return started;
    }

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable part : open) {
            part.close();
        }
    }

    private static PartStatus status(byte[] body) {
        return switch (StatusCodec.decode(body)) {
            case Decoded.Sound<PartStatus>(PartStatus status) -> status;
            case Decoded.Malformed<PartStatus>(String reason) -> throw new AssertionError(reason);
        };
    }

    private Health awaitStatus(Predicate<Health> wanted) throws InterruptedException {
        Health seen = null;
        do {
            seen = statuses.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(seen).as("a status of the bridge").isNotNull();
        } while (!wanted.test(seen));
        return seen;
    }

    private void publish(long from, long to) {
        for (long second = from; second < to; second++) {
            for (FactorySource source : FactorySource.values()) {
                byte[] body = ReadingCodec.encode(FactoryReadings.at("run", source, second));
                plcs.publish(new Publication(source.topic(), body, 1, false));
            }
        }
    }

    /** Takes windows until one with a number has come. */
    private List<Long> awaitWindow(long sequence) throws InterruptedException {
        List<Long> seen = new ArrayList<>();
        do {
            AnalyticsWindow window = windows.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(window).as("window %s after %s", sequence, seen).isNotNull();
            seen.add(window.sequence());
        } while (seen.getLast() != sequence);
        return seen;
    }

    @Test
    void windowsOfACloudOutageArriveAfterItInOrder() throws Exception {
        publish(0, 43);
        assertThat(awaitWindow(4)).containsExactly(1L, 2L, 3L, 4L);
        cloudBroker.stop();
        publish(43, 203);
        Health degraded =
                awaitStatus(health -> health.figures().number("outbox.depth").orElse(0) >= 1);
        assertThat(degraded.detail()).startsWith("Windows wait in the outbox: no link to tcp://");
        assertThat(bridge.isReady()).isTrue();
        cloudBroker.start();
        // The last one before the outage may come again where its acknowledgement was cut off.
        assertThat(awaitWindow(20).stream().distinct().filter(it -> it > 4))
                .containsExactly(
                        5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L);
        awaitStatus(health -> health.state() == Health.State.ONLINE);
    }

    @Test
    void whatThePlantSaysWhileTheBridgeIsAwayIsNotLost() throws Exception {
        publish(0, 43);
        awaitWindow(4);
        bridge.close();
        publish(43, 83);
        bridge = startBridge();
        publish(83, 93);
        awaitWindow(9);
        bridge.close();
        try (BridgeStore store = BridgeStore.open(settings.database())) {
            assertThat(store.counts().all())
                    .containsEntry("readings", 3 * 93L)
                    .containsEntry("windows", 9L)
                    .doesNotContainKeys("late", "missing");
        }
    }

    @Test
    void aConsumerThatAsksGetsItsGap() throws Exception {
        publish(0, 63);
        awaitWindow(6);
        consumer.publish(
                new Publication(
                        AnalyticsWindow.RESEND_TOPIC,
                        WindowCodec.encode(new ResendRequest("run", 2, 4)),
                        1,
                        false));
        assertThat(awaitWindow(4)).containsExactly(2L, 3L, 4L);
    }

    @Test
    void theEndIsSaidOnBothBrokers() throws Exception {
        BlockingQueue<Health> cloudStatuses = new LinkedBlockingQueue<>();
        consumer.subscribe(
                PartStatus.topic(Bridge.COMPONENT),
                1,
                DeliveryHandler.acknowledging(
                        delivery -> cloudStatuses.add(status(delivery.body()).health())));
        assertThat(cloudStatuses.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
        bridge.close();
        awaitStatus(health -> health.state() == Health.State.OFFLINE);
        Health last;
        do {
            last = cloudStatuses.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(last).isNotNull();
        } while (last.state() != Health.State.OFFLINE);
    }
}
