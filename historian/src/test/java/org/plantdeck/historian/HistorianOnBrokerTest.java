package org.plantdeck.historian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.reading;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.fixtures.FreePorts;
import org.plantdeck.historian.store.DataQuality;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.mqttlink.Delivery;
import org.plantdeck.mqttlink.DeliveryHandler;
import org.plantdeck.mqttlink.LinkCounts;
import org.plantdeck.mqttlink.LinkFactory;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.mqttlink.LinkState;
import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.mqttlink.PahoLinks;
import org.plantdeck.mqttlink.Publication;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.PartStatus;
import org.plantdeck.signal.ReadingCodec;
import org.plantdeck.signal.StatusCodec;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/** The historian on a real broker, with a real session and a real file. */
@Execution(ExecutionMode.CONCURRENT)
class HistorianOnBrokerTest {

    private static final long PATIENCE_SECONDS = 30;

    @TempDir private Path folder;

    private final LinkFactory links = new PahoLinks(InstantSource.system(), "test");
    private final BlockingQueue<Health> statuses = new LinkedBlockingQueue<>();
    private EmbeddedBroker broker;
    private URI url;
    private HistorianSettings settings;
    private MqttLink plc;

    @BeforeEach
    void startBroker() throws Exception {
        int port = FreePorts.one();
        url = FreePorts.url(port);
        broker =
                EmbeddedBroker.of(
                        BrokerSettings.open(
                                "local-broker", "127.0.0.1", port, folder.resolve("broker")));
        broker.start();
        settings =
                HistorianSettings.of(url, folder.resolve("historian.db"))
                        .committing(Duration.ofMillis(50));
        plc =
                links.link(
                        new LinkSettings(
                                url,
                                "plcs",
                                LinkSettings.Session.CLEAN,
                                "",
                                Duration.ofSeconds(10),
                                10_000,
                                64));
        plc.subscribe(
                PartStatus.topic("Historian"),
                1,
                DeliveryHandler.acknowledging(this::statusArrived));
        plc.start();
    }

    @AfterEach
    void end() {
        plc.close();
        broker.close();
    }

    private void statusArrived(Delivery delivery) {
        if (StatusCodec.decode(delivery.body()) instanceof Decoded.Sound<PartStatus>(var status)) {
            statuses.add(status.health());
        }
    }

    private Historian start(LinkFactory through) throws Exception {
        Historian historian = new Historian(settings, through, InstantSource.system());
        historian.start();
        awaitStatus(it -> it.state() == Health.State.ONLINE);
        return historian;
    }

    private Health awaitStatus(Predicate<Health> wanted) throws Exception {
        Health last = null;
        for (Health next = statuses.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                next != null;
                next = statuses.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            if (wanted.test(next)) {
                return next;
            }
            last = next;
        }
        throw new AssertionError("What was waited for was not said; last was " + last);
    }

    private static Predicate<Health> stored(long count) {
        return it -> it.figures().number("stored").orElse(0) == count;
    }

    private void publish(long first, long last) throws Exception {
        CountDownLatch taken = new CountDownLatch((int) (3 * (last - first + 1)));
        for (long sequence = first; sequence <= last; sequence++) {
            for (FactorySource source : FactorySource.values()) {
                byte[] body = ReadingCodec.encode(reading(source, "r", sequence));
                plc.publish(new Publication(source.topic(), body, 1, false, taken::countDown));
            }
        }
        assertThat(taken.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    private List<Long> sequences(FactorySource source) throws Exception {
        try (HistorianQueries queries = HistorianQueries.openReadOnly(settings.database())) {
            return queries.latest(source.topic(), 1000).stream()
                    .map(StoredReading::sequence)
                    .toList()
                    .reversed();
        }
    }

    @Test
    void everythingPublishedWhileTheHistorianWasAwayIsStoredOnce() throws Exception {
        Historian historian = start(links);
        assertThat(historian.isReady()).isTrue();
        publish(1, 50);
        awaitStatus(stored(150));
        historian.close();
        awaitStatus(it -> it.state() == Health.State.OFFLINE);

        publish(51, 120);
        try (Historian restarted = start(links)) {
            assertThat(restarted.component()).isEqualTo("Historian");
            publish(121, 130);
            Health health = awaitStatus(stored(390));
            assertThat(health.figures().number("missing")).hasValue(0);
            assertThat(health.figures().text("progress.through"))
                    .isEqualTo("2026-11-21T06:02:10.000Z");
        }
        for (FactorySource source : FactorySource.values()) {
            assertThat(sequences(source))
                    .isEqualTo(LongStream.rangeClosed(1, 130).boxed().toList());
        }
    }

    @Test
    void whatWasNeverAcknowledgedComesAgainAndIsStoredOnce() throws Exception {
        Historian crashing = start(wanted -> new DeafLink(links.link(wanted)));
        publish(1, 10);
        Health health = awaitStatus(it -> it.figures().number("stored").orElse(0) >= 8);
        long before = (long) health.figures().number("stored").orElseThrow();
        crashing.close();

        try (Historian restarted = start(links)) {
            awaitStatus(stored(30));
            assertThat(restarted.isReady()).isTrue();
        }
        for (FactorySource source : FactorySource.values()) {
            assertThat(sequences(source)).isEqualTo(LongStream.rangeClosed(1, 10).boxed().toList());
        }
        try (HistorianQueries queries = HistorianQueries.openReadOnly(settings.database())) {
            DataQuality counts = queries.counts();
            assertThat(counts.repeated()).isGreaterThanOrEqualTo(before);
            assertThat(counts.received()).isEqualTo(30 + counts.repeated());
        }
    }

    @Test
    void aBrokerThatStopsAndStartsAgainCostsNoReading() throws Exception {
        try (Historian historian = start(links)) {
            publish(1, 10);
            awaitStatus(stored(30));
            broker.stop();
            broker.start();
            publish(11, 20);
            Health health = awaitStatus(stored(60));
            assertThat(health.figures().number("missing")).hasValue(0);
            assertThat(historian.isReady()).isTrue();
        }
    }

    /** A link whose acknowledgements never reach the broker, as those of a killed process. */
    private record DeafLink(MqttLink link) implements MqttLink {

        @Override
        public void subscribe(String filter, int qos, DeliveryHandler handler) {
            link.subscribe(filter, qos, delivery -> handler.accept(new Unacknowledged(delivery)));
        }

        @Override
        public void unsubscribe(String filter) {
            link.unsubscribe(filter);
        }

        @Override
        public void start() {
            link.start();
        }

        @Override
        public int publish(Publication publication) {
            return link.publish(publication);
        }

        @Override
        public void report(Health health) {
            link.report(health);
        }

        @Override
        public LinkState state() {
            return link.state();
        }

        @Override
        public LinkCounts counts() {
            return link.counts();
        }

        @Override
        public void close() {
            link.close();
        }
    }

    private record Unacknowledged(Delivery delivery) implements Delivery {

        @Override
        public String topic() {
            return delivery.topic();
        }

        @Override
        public byte[] body() {
            return delivery.body();
        }

        @Override
        public boolean retained() {
            return delivery.retained();
        }

        @Override
        public boolean duplicate() {
            return delivery.duplicate();
        }

        @Override
        public void acknowledge() {
            // The broker never hears of it.
        }
    }
}
