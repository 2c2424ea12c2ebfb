package org.plantdeck.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.fixtures.FreePorts;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.PahoLinks;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.plantruntime.parts.Addresses;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.StatusCodec;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Presence at a real broker, which stands for both. */
class PresenceTest {

    private static final long PATIENCE_SECONDS = 30;

    @TempDir private Path directory;

    private final LinkFactory links = new PahoLinks(InstantSource.system(), "test");
    private final List<LinkSettings> made = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private EmbeddedBroker broker;
    private MqttLink observer;
    private Presence presence;
    private Addresses brokers;

    @BeforeEach
    void start() throws Exception {
        int port = FreePorts.one();
        URI url = FreePorts.url(port);
        brokers = new Addresses(url, url, List.of());
        broker =
                EmbeddedBroker.of(
                        BrokerSettings.open("local-broker", "127.0.0.1", port, directory));
        broker.start();
        presence = presence();
        observer = observer(url);
    }

    private Presence presence() {
        return new Presence(
                settings -> {
                    made.add(settings);
                    return links.link(settings);
                },
                brokers);
    }

    private MqttLink observer(URI url) throws Exception {
        MqttLink link =
                links.link(
                        new LinkSettings(
                                url,
                                "observer",
                                LinkSettings.Session.CLEAN,
                                "",
                                Duration.ofSeconds(10),
                                10,
                                10));
        link.subscribe(
                "status/+",
                1,
                DeliveryHandler.acknowledging(delivery -> {
                    if (StatusCodec.decode(delivery.body())
                            instanceof Decoded.Sound<PartStatus>(PartStatus status)) {
                        seen.add(status.component() + " " + status.health().state().word());
                    }
                }));
        link.start();
        CompletableFuture<Void> ready = new CompletableFuture<>();
        link.publish(
                new Publication("test/ready", new byte[0], 1, false, () -> ready.complete(null)));
        ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return link;
    }

    @AfterEach
    void end() {
        presence.close();
        observer.close();
        broker.close();
    }

    private String next() throws InterruptedException {
        String word = seen.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(word).isNotNull();
        return word;
    }

    @Test
    void aComponentIsOnlineFromItsFirstScreenToItsLast() throws Exception {
        Presence.Stay first = presence.open(Presence.Component.CLOUD_DASHBOARD);
        assertThat(next()).isEqualTo("CloudDashboard online");
        Presence.Stay second = presence.open(Presence.Component.CLOUD_DASHBOARD);
        first.close();
        first.close();
        Presence.Stay other = presence.open(Presence.Component.HMI1);
        assertThat(next()).isEqualTo("HMI1 online");

        second.close();
        assertThat(next()).isEqualTo("CloudDashboard offline");
        other.close();
        assertThat(next()).isEqualTo("HMI1 offline");
    }

    @Test
    void theEndOfTheDeskSaysOfflineBeforeItReturns() throws Exception {
        var _ = presence.open(Presence.Component.HMI2);
        assertThat(next()).isEqualTo("HMI2 online");
        presence.close();
        assertThat(next()).isEqualTo("HMI2 offline");
    }

    @Test
    void twoDesksHaveTheSameScreenOpenUnderTheirOwnIdentities() throws Exception {
        var _ = presence.open(Presence.Component.HMI1);
        assertThat(next()).isEqualTo("HMI1 online");
        try (Presence otherDesk = presence()) {
            var _ = otherDesk.open(Presence.Component.HMI1);
            assertThat(next()).isEqualTo("HMI1 online");
        }
        assertThat(made).extracting(LinkSettings::identity).doesNotHaveDuplicates();
        assertThat(made).extracting(LinkSettings::component).containsExactly("HMI1", "HMI1");
        assertThat(next()).isEqualTo("HMI1 offline");
        assertThat(next()).isEqualTo("HMI1 online");
    }

    @Test
    void whoOpensAScreenDoesNotWaitForTheLink() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        try (Presence slow =
                new Presence(
                        settings -> {
                            await(gate);
                            return links.link(settings);
                        },
                        brokers)) {
            var _ = slow.open(Presence.Component.HMI1);
            assertThat(seen).isEmpty();
            gate.countDown();
            assertThat(next()).isEqualTo("HMI1 online");
        }
    }

    private static void await(CountDownLatch gate) {
        try {
            assertThat(gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
