package org.plantdeck.historian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.line;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.fixtures.PostgresCluster;
import org.plantdeck.historian.FakeLink.Delivered;
import org.plantdeck.historian.HistorianSettings.Others;
import org.plantdeck.historian.postgres.OnPostgres;
import org.plantdeck.historian.postgres.PostgresServer;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Value;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The historian records on a server that is killed, stopped and started again. */
class HistorianOnPostgresTest {

    private static final URI BROKER = URI.create("tcp://127.0.0.1:1883");
    private static final int KILLED_AT = 50;

    /** So few come after the kill that all of them may wait. */
    private static final int LAST = 201;

    private static PostgresCluster cluster;
    private static HistoryLocation location;

    @TempDir private static Path data;
    private FakeLink link;
    private Historian historian;

    @BeforeAll
    static void startServer() {
        cluster = PostgresCluster.start(OnPostgres.programs());
        PostgresServer server =
                new PostgresServer(
                        cluster.url("postgres"),
                        Optional.of(PostgresCluster.USER),
                        Optional.of(OnPostgres.passwordFile()));
        location = new HistoryLocation(data.resolve("historian.db"), Optional.of(server));
    }

    @AfterAll
    static void stopServer() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private void startHistorian() {
        start(HistorianSettings.of(BROKER, location.database()).at(location));
    }

    private void start(HistorianSettings settings) {
        link = new FakeLink();
        historian =
                new Historian(
                        settings.committing(Duration.ofMillis(10))
                                .recording(new Others(List.of("test/#"), "at")),
                        link,
                        InstantSource.fixed(START));
        historian.start();
    }

    @AfterEach
    void close() {
        if (historian != null) {
            historian.close();
        }
    }

    private static boolean isAway(Health health) {
        return health.state() == Health.State.DEGRADED
                && health.detail().contains("cannot be reached")
                && health.detail().contains("127.0.0.1:" + cluster.port() + "/postgres");
    }

    @Test
    void whateverWasDeliveredIsStoredOnceThoughTheServerIsKilledAndStopped() throws Exception {
        startHistorian();
        List<Delivered> delivered = new ArrayList<>();
        CompletableFuture<Void> killed = new CompletableFuture<>();
        for (int i = 1; i < LAST; i++) {
            Delivered each = link.deliver(line(i));
            delivered.add(each);
            if (i == KILLED_AT) {
                killed = CompletableFuture.runAsync(cluster::kill);
            }
            if (i < KILLED_AT) {
                each.awaitAcknowledged();
            }
        }
        delivered.add(link.deliver("test/#", "test/oven", "{\"temp\": 21.5}"));
        killed.join();
        link.awaitReport(HistorianOnPostgresTest::isAway);
        Delivered waiting = link.deliver(line(LAST));
        delivered.add(waiting);
        assertThat(waiting.isAcknowledged()).isFalse();

        cluster.start();
        for (Delivered each : delivered) {
            each.awaitAcknowledged();
        }
        link.awaitReport(it -> it.state() == Health.State.ONLINE);
        try (HistorianQueries history = location.open()) {
            assertThat(history.rows("factory/line1")).isEqualTo(LAST);
            assertThat(history.counts().missing()).isZero();
            assertThat(history.latest("test/oven", 1).getFirst().values())
                    .containsExactly(Value.of(21.5));
        }
        historian.close();
        cluster.stop();
        startHistorian();
        assertThat(historian.isReady()).isFalse();
        link.awaitReport(HistorianOnPostgresTest::isAway);
        Delivered later = link.deliver(TestReadings.reading(FactorySource.ENERGY, "r1", 1));
        cluster.start();
        later.awaitAcknowledged();
        assertThat(historian.isReady()).isTrue();
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aSinkGetsEverythingOnceThoughItIsKilled(@TempDir Path files) throws Exception {
        cluster.sql("postgres", "CREATE SCHEMA sink");
        PostgresServer main = location.server().orElseThrow();
        PostgresServer sink =
                new PostgresServer(
                        main.url() + "?currentSchema=sink", main.user(), main.passwordFile());
        start(
                HistorianSettings.of(BROKER, files.resolve("historian.db"))
                        .forwarding(new HistorianSettings.Sink(sink, 1_000_000)));
        for (int i = 1; i <= KILLED_AT; i++) {
            link.deliver(line(i)).awaitAcknowledged();
        }
        cluster.kill();
        for (int i = KILLED_AT + 1; i <= LAST; i++) {
            link.deliver(line(i)).awaitAcknowledged();
        }
        Health away =
                link.awaitReport(
                        it -> isAway(it) && it.detail().contains("wait for historian.sink"));
        assertThat(away.figures().number("sink.waiting").orElseThrow()).isPositive();
        cluster.start();
        link.awaitReport(it ->
                it.state() == Health.State.ONLINE
                        && it.figures().number("sink.waiting").orElseThrow() == 0);
        try (HistorianQueries forwarded = new HistoryLocation(files, Optional.of(sink)).open()) {
            assertThat(forwarded.rows("factory/line1")).isEqualTo(LAST);
            assertThat(forwarded.counts().missing()).isZero();
        }
    }
}
