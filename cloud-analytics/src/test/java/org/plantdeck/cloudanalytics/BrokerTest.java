package org.plantdeck.cloudanalytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.cloudanalytics.Windows.window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.cloudanalytics.kpis.Interval;
import org.plantdeck.cloudanalytics.store.AnalyticsQueries;
import org.plantdeck.fixtures.FreePorts;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.PahoLinks;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.ResendRequest;
import org.plantdeck.signal.StatusCodec;
import org.plantdeck.signal.WindowCodec;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** The part on a real broker, with a stand-in for the bridge. */
class BrokerTest {

    private static final long PATIENCE_SECONDS = 60;

    @TempDir Path directory;

    private final LinkFactory links = new PahoLinks(InstantSource.system(), "test");
    private final BlockingQueue<ResendRequest> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<PartStatus> statuses = new LinkedBlockingQueue<>();
    private EmbeddedBroker broker;
    private URI url;
    private MqttLink bridge;
    private CloudAnalytics analytics;

    @BeforeEach
    void open() throws Exception {
        int port = FreePorts.one();
        url = FreePorts.url(port);
        broker =
                EmbeddedBroker.of(
                        BrokerSettings.open(
                                "cloud-broker",
                                "127.0.0.1",
                                port,
                                directory.resolve("cloud-broker")));
        broker.start();
        bridge =
                links.link(
                        new LinkSettings(
                                url,
                                "stand-in",
                                LinkSettings.Session.CLEAN,
                                "",
                                Duration.ofSeconds(10),
                                1000,
                                64));
        bridge.subscribe(
                AnalyticsWindow.RESEND_TOPIC,
                1,
                DeliveryHandler.acknowledging(delivery -> {
                    if (WindowCodec.decodeResend(delivery.body())
                            instanceof Decoded.Sound<ResendRequest>(var request)) {
                        requests.add(request);
                    }
                }));
        bridge.subscribe(
                "status/Analytics",
                1,
                DeliveryHandler.acknowledging(delivery -> {
                    if (StatusCodec.decode(delivery.body())
                            instanceof Decoded.Sound<PartStatus>(var status)) {
                        statuses.add(status);
                    }
                }));
        bridge.start();
        analytics = analytics();
        analytics.start();
        awaitStatus("online");
    }

    private CloudAnalytics analytics() {
        return new CloudAnalytics(
                AnalyticsSettings.of(url, directory.resolve("analytics.db")),
                links,
                InstantSource.system());
    }

    private PartStatus awaitStatus(String word) throws InterruptedException {
        while (true) {
            PartStatus status = statuses.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(status).as("status %s", word).isNotNull();
            if (status.health().state().word().equals(word)) {
                return status;
            }
        }
    }

    private void awaitStored(long windows) throws InterruptedException {
        while (true) {
            PartStatus status = statuses.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(status).as("%s windows stored", windows).isNotNull();
            if (status.health().figures().number("windows.stored").orElse(-1) >= windows) {
                return;
            }
        }
    }

    @AfterEach
    void close() {
        analytics.close();
        bridge.close();
        broker.close();
    }

    private void send(long first, long last) {
        for (long sequence = first; sequence <= last; sequence++) {
            bridge.publish(
                    new Publication(
                            AnalyticsWindow.TOPIC,
                            WindowCodec.encode(window("r", sequence)),
                            1,
                            false));
        }
    }

    @Test
    void everyWindowIsStoredOnceThroughAGapARepeatAndAnAbsence() throws Exception {
        assertThat(analytics.isReady()).isTrue();
        send(1, 100);
        send(151, 300);
        send(290, 300);
        assertThat(requests.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isEqualTo(new ResendRequest("r", 101, 150));
        send(101, 150);
        awaitStored(300);

        analytics.close();
        awaitStatus("offline");
        send(301, 400);
        analytics = analytics();
        analytics.start();
        awaitStored(100);

        List<Long> stored = new ArrayList<>();
        try (AnalyticsQueries queries =
                AnalyticsQueries.openReadOnly(directory.resolve("analytics.db"))) {
            Interval always = new Interval(Windows.START, Windows.START.plusSeconds(100_000));
            queries.windows("r", always, window -> stored.add(window.sequence()));
        }
        assertThat(stored).isEqualTo(LongStream.rangeClosed(1, 400).boxed().toList());
        assertThat(requests).isEmpty();
    }
}
