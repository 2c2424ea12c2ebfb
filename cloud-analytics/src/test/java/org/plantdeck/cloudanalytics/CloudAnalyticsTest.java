package org.plantdeck.cloudanalytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plantdeck.cloudanalytics.Windows.delivery;
import static org.plantdeck.cloudanalytics.Windows.window;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.cloudanalytics.gaps.GapPolicy;
import org.plantdeck.cloudanalytics.insights.InsightSettings;
import org.plantdeck.cloudanalytics.store.AnalyticsQueries;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.ResendRequest;
import org.plantdeck.signal.StatusCodec;
import org.plantdeck.signal.WindowCodec;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The part with its own thread and a link that goes nowhere. */
class CloudAnalyticsTest {

    private static final long PATIENCE_SECONDS = 30;

    @TempDir Path directory;

    private final FakeLink link = new FakeLink();
    private Path file;
    private CloudAnalytics analytics;

    @BeforeEach
    void make() {
        file = directory.resolve("cloud").resolve("analytics.db");
        analytics = analytics(Duration.ofMillis(5));
    }

    private CloudAnalytics analytics(Duration commitInterval) {
        AnalyticsSettings settings =
                new AnalyticsSettings(
                        URI.create("tcp://127.0.0.1:1884"),
                        file,
                        Duration.ofDays(7),
                        commitInterval,
                        GapPolicy.USUAL,
                        InsightSettings.USUAL);
        return new CloudAnalytics(settings, link::madeWith, new FakeClock());
    }

    @AfterEach
    void close() {
        analytics.close();
    }

    private void deliverAndAwait(FakeDelivery delivery) throws Exception {
        link.deliver(delivery);
        delivery.acknowledged.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** The first report with a figure as said. */
    private Health awaitReport(String figure, double value) throws InterruptedException {
        while (true) {
            Health health = link.reports.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(health).as("a report with %s %s", figure, value).isNotNull();
            if (health.figures().number(figure).orElse(-1) == value) {
                return health;
            }
        }
    }

    @Test
    void itKeepsASessionOnTheCloudBrokerUnderItsOwnName() {
        analytics.start();

        assertThat(link.settings)
                .isEqualTo(
                        LinkSettings.of(
                                URI.create("tcp://127.0.0.1:1884"),
                                "Analytics",
                                LinkSettings.Session.PERSISTENT));
    }

    @Test
    void itIsReadyOnceTheLinkHasBeenUp() {
        assertThat(analytics.isReady()).isFalse();
        analytics.start();
        assertThat(analytics.isReady()).isFalse();
        assertThat(analytics.health().detail()).isEqualTo("no broker there");

        link.comeUp();
        assertThat(analytics.isReady()).isTrue();
        assertThat(analytics.health().state()).isEqualTo(Health.State.ONLINE);

        link.goDown();
        assertThat(analytics.isReady()).isTrue();
        assertThat(analytics.health().state()).isEqualTo(Health.State.DEGRADED);
    }

    @Test
    void aSingleWindowIsStoredAtTheCommitInterval() throws Exception {
        analytics.start();
        link.comeUp();

        deliverAndAwait(delivery(window("r", 1)));

        Health health = awaitReport("windows.stored", 1);
        assertThat(health.figures().text("progress.run")).isEqualTo("r");
        assertThat(health.figures().text("progress.through")).isEqualTo("2026-11-21T06:10:10.000Z");
    }

    @Test
    void eightWaitingWindowsDoNotWaitForTheCommitInterval() throws Exception {
        analytics = analytics(Duration.ofDays(1));
        analytics.start();
        awaitReport("windows.stored", 0);
        List<FakeDelivery> deliveries = new ArrayList<>();
        for (long sequence = 1; sequence <= 8; sequence++) {
            FakeDelivery delivery = delivery(window("r", sequence));
            deliveries.add(delivery);
            link.deliver(delivery);
        }

        for (FakeDelivery delivery : deliveries) {
            delivery.acknowledged.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            assertThat(queries.latestWindow("r").map(AnalyticsWindow::sequence)).contains(8L);
        }
    }

    @Test
    void aGapIsAskedForOnTheCloudBroker() throws Exception {
        analytics.start();
        link.comeUp();
        for (long sequence = 3; sequence <= 11; sequence++) {
            deliverAndAwait(delivery(window("r", sequence)));
        }

        Publication request = link.published.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);

        assertThat(request.topic()).isEqualTo("cloud/factory/analytics/resend");
        assertThat(request.body()).isEqualTo(WindowCodec.encode(new ResendRequest("r", 1, 2)));
        assertThat(request.qos()).isEqualTo(1);
        assertThat(request.retained()).isFalse();
    }

    @Test
    void aBridgeThatSaysItIsOfflineIsNotAsked() throws Exception {
        analytics.start();
        deliverAndAwait(bridgeStatus(Health.State.OFFLINE));
        link.comeUp();
        for (long sequence = 3; sequence <= 11; sequence++) {
            deliverAndAwait(delivery(window("r", sequence)));
        }
        awaitReport("windows.missing", 2);
        assertThat(link.published).isEmpty();

        deliverAndAwait(bridgeStatus(Health.State.ONLINE));

        assertThat(link.published.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
    }

    private static FakeDelivery bridgeStatus(Health.State state) {
        Health health = new Health(state, "", Health.online().figures());
        PartStatus status = new PartStatus("Bridge", "b1", "test", Windows.START, health);
        return new FakeDelivery("status/Bridge", StatusCodec.encode(status));
    }

    @Test
    void closingStoresWhatHasCome() throws Exception {
        analytics = analytics(Duration.ofDays(1));
        analytics.start();
        FakeDelivery delivery = delivery(window("r", 1));
        link.deliver(delivery);

        analytics.close();

        assertThat(delivery.acknowledged).isCompleted();
        assertThat(link.isClosed).isTrue();
        try (AnalyticsQueries queries = AnalyticsQueries.openReadOnly(file)) {
            assertThat(queries.latestWindow("r")).contains(window("r", 1));
        }
        analytics.close();
    }

    @Test
    void aFileThatIsNoDatabaseIsNamed() throws Exception {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "no database ".repeat(1000));

        assertThatThrownBy(analytics::start)
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void aWrongSettingNamesItsKey() {
        assertThatThrownBy(() ->
                        new AnalyticsSettings(
                                URI.create("tcp://127.0.0.1:1884"),
                                file,
                                Duration.ZERO,
                                Duration.ofMillis(1),
                                GapPolicy.USUAL,
                                InsightSettings.USUAL))
                .hasMessage("cloud-analytics.retention is PT0S, must be at least PT1H");
    }
}
