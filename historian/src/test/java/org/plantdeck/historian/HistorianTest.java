package org.plantdeck.historian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.plantdeck.historian.TestReadings.line;
import static org.plantdeck.historian.TestReadings.reading;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plantdeck.historian.FakeLink.Delivered;
import org.plantdeck.historian.HistorianSettings.Keeping;
import org.plantdeck.historian.HistorianSettings.Others;
import org.plantdeck.historian.ingest.FreeSpace;
import org.plantdeck.historian.ingest.Intake;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.PartFailure;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

class HistorianTest {

    private static final URI BROKER = URI.create("tcp://127.0.0.1:1883");
    private static final Duration SOON = Duration.ofMillis(10);
    private static final Duration LATE = Duration.ofSeconds(10);

    private final InstantSource wallClock = InstantSource.system();

    @TempDir private Path folder;
    private Path database;
    private FaultyStores stores;
    private FakeLink link;
    private Historian historian;

    @BeforeEach
    void start() {
        database = folder.resolve("data").resolve("historian.db");
        stores = new FaultyStores(database);
        startHistorian(SOON, Keeping.DEFAULT.retention());
    }

    @AfterEach
    void close() {
        historian.close();
    }

    private void startHistorian(Duration commitInterval, Duration retention) {
        link = new FakeLink();
        historian =
                new Historian(
                        HistorianSettings.of(BROKER, database)
                                .keeping(keeping(retention))
                                .committing(commitInterval),
                        link,
                        wallClock,
                        new Historian.Engine(stores, Optional.empty()),
                        FreeSpace.OF_DISK);
        historian.start();
    }

    private static Keeping keeping(Duration retention) {
        return new Keeping(retention, Keeping.DEFAULT.minutes(), 0, 0);
    }

    private void restart(Duration commitInterval) {
        historian.close();
        startHistorian(commitInterval, Keeping.DEFAULT.retention());
    }

    private List<Long> storedLines() throws StoreFailure {
        try (HistorianQueries queries = HistorianQueries.openReadOnly(database)) {
            return queries.latest(FactorySource.LINE.topic(), 1000).stream()
                    .map(StoredReading::sequence)
                    .toList()
                    .reversed();
        }
    }

    private static long figure(Health health, String name) {
        return (long) health.figures().number(name).orElseThrow();
    }

    @Test
    void itSubscribesToTheThreeTopicsInAPersistentSessionOfItsName() {
        assertThat(link.settings())
                .isEqualTo(LinkSettings.of(BROKER, "Historian", LinkSettings.Session.PERSISTENT));
        assertThat(link.subscriptions())
                .isEqualTo(
                        Map.of("factory/line1", 1, "factory/energy", 1, "factory/environment", 1));
        assertThat(historian.isReady()).isTrue();
        assertThat(historian.health().state()).isEqualTo(Health.State.ONLINE);
    }

    @Test
    void aReadingIsAcknowledgedOnlyWhenAnotherProgramCanReadIt() throws Exception {
        List<Long> seen = new ArrayList<>();
        for (long sequence = 1; sequence <= 3; sequence++) {
            link.deliver(line(sequence)).awaitAcknowledged();
            seen.add((long) storedLines().size());
        }

        assertThat(seen).containsExactly(1L, 2L, 3L);
    }

    @Test
    void eightWaitingAreStoredWithoutWaitingForTheInterval() throws Exception {
        restart(LATE);
        List<Delivered> deliveries = new ArrayList<>();
        for (long sequence = 1; sequence <= 8; sequence++) {
            deliveries.add(link.deliver(line(sequence)));
        }
        deliveries.getLast().awaitAcknowledged();

        assertThat(deliveries).allMatch(Delivered::isAcknowledged);
        assertThat(storedLines()).hasSize(8);
    }

    @Test
    void whatWaitsIsStoredAndAcknowledgedAtTheEnd() throws Exception {
        restart(LATE);
        Delivered one = link.deliver(line(1));
        historian.close();

        assertThat(one.isAcknowledged()).isTrue();
        assertThat(storedLines()).containsExactly(1L);
        assertThat(historian.health().state()).isEqualTo(Health.State.OFFLINE);
    }

    @Test
    void whatWasStoredButNotAcknowledgedIsStoredOnceWhenItComesAgain() throws Exception {
        link.deliver(line(1)).awaitAcknowledged();
        link.deliver(line(2)).awaitAcknowledged();
        restart(SOON);
        link.deliverAgain(line(1)).awaitAcknowledged();
        link.deliverAgain(line(2)).awaitAcknowledged();
        link.deliver(line(3)).awaitAcknowledged();

        assertThat(storedLines()).containsExactly(1L, 2L, 3L);
        Leaves figures = historian.health().figures();
        assertThat(
                        List.of("received", "stored", "repeated", "rejected", "missing").stream()
                                .map(name -> figures.number(name).orElseThrow()))
                .containsExactly(5.0, 3.0, 2.0, 0.0, 0.0);
    }

    @Test
    void aMalformedBodyIsCountedAndAcknowledged() throws Exception {
        for (String body : List.of("", "{}", "[1]", "{\"timestamp\":\"yesterday\"}")) {
            link.deliver(FactorySource.ENERGY, body.getBytes(StandardCharsets.UTF_8), false)
                    .awaitAcknowledged();
        }
        link.deliver(line(1)).awaitAcknowledged();

        assertThat(figure(historian.health(), "rejected")).isEqualTo(4);
        assertThat(figure(historian.health(), "stored")).isEqualTo(1);
    }

    @Test
    void aFullDiskIsSaidAndOutlivedWithoutAcknowledgingAnything() throws Exception {
        link.deliver(line(1)).awaitAcknowledged();
        stores.fillDisk();
        Delivered second = link.deliver(line(2));
        Delivered third = link.deliver(line(3));

        Health degraded = link.awaitReport(it -> it.state() == Health.State.DEGRADED);
        assertThat(degraded.detail()).isEqualTo(FaultyStores.FULL);
        assertThat(second.isAcknowledged() || third.isAcknowledged()).isFalse();
        assertThat(storedLines()).containsExactly(1L);

        stores.freeDisk();
        second.awaitAcknowledged();
        third.awaitAcknowledged();
        link.awaitReport(it -> it.state() == Health.State.ONLINE);
        assertThat(storedLines()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aDatabaseLockedByAnotherProgramIsOutlivedToo() throws Exception {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            other.createStatement().execute("BEGIN IMMEDIATE");
            Delivered delivered = link.deliver(line(1));
            link.awaitReport(it -> it.detail().contains("keeps " + database + " locked"));
            assertThat(delivered.isAcknowledged()).isFalse();
            other.createStatement().execute("ROLLBACK");
            delivered.awaitAcknowledged();
        }
        assertThat(storedLines()).containsExactly(1L);
    }

    @Test
    void aDatabaseThatWasMovedAwayIsFollowedByANewOne() throws Exception {
        link.deliver(line(1)).awaitAcknowledged();
        Files.move(database, folder.resolve("old.db"));
        link.deliver(line(2)).awaitAcknowledged();

        assertThat(storedLines()).containsExactly(2L);
    }

    @Test
    void whatTheBrokerSendsAgainWhileItWaitsTakesNoSecondPlace() throws Exception {
        stores.fillDisk();
        Delivered first = link.deliver(line(1));
        List<Delivered> again = new ArrayList<>();
        for (int i = 0; i < 2 * Intake.CAPACITY; i++) {
            again.add(link.deliverAgain(line(1)));
        }
        assertThat(figure(historian.health(), "waiting")).isEqualTo(1);

        stores.freeDisk();
        first.awaitAcknowledged();
        for (Delivered delivered : again) {
            delivered.awaitAcknowledged();
        }
        link.deliver(line(2)).awaitAcknowledged();
        Health health = historian.health();
        assertThat(figure(health, "repeated")).isEqualTo(2 * Intake.CAPACITY);
        assertThat(figure(health, "received")).isEqualTo(2 + 2 * Intake.CAPACITY);
        assertThat(figure(health, "stored")).isEqualTo(2);
    }

    @Test
    void aFullIntakeHoldsTheDeliveryThreadBackUntilThereIsRoomOrAnEnd() throws Exception {
        stores.fillDisk();
        for (long sequence = 1; sequence <= Intake.CAPACITY; sequence++) {
            link.deliver(line(sequence));
        }
        try (ExecutorService deliveryThread = Executors.newSingleThreadExecutor()) {
            CompletableFuture<Delivered> held =
                    CompletableFuture.supplyAsync(
                            () -> {
                                try {
                                    return link.deliver(line(Intake.CAPACITY + 1));
                                } catch (InterruptedException e) {
                                    throw new AssertionError(e);
                                }
                            },
                            deliveryThread);
            link.awaitReport(it -> it.state() == Health.State.DEGRADED);
            stores.freeDisk();
            held.get(20, TimeUnit.SECONDS).awaitAcknowledged();
        }
        assertThat(storedLines()).hasSize(Intake.CAPACITY + 1);
    }

    @Test
    void aReadingThatMakesTheStoreFailIsFoundAndRejectedAloneAmongMany() throws Exception {
        restart(LATE);
        stores.choke(reading -> reading.sequence() == 5);
        List<Delivered> deliveries = new ArrayList<>();
        for (long sequence = 1; sequence <= 10; sequence++) {
            deliveries.add(link.deliver(line(sequence)));
        }
        for (Delivered delivered : deliveries.subList(0, 8)) {
            delivered.awaitAcknowledged();
        }
        historian.close();

        assertThat(storedLines()).containsExactly(1L, 2L, 3L, 4L, 6L, 7L, 8L, 9L, 10L);
        try (HistorianQueries queries = HistorianQueries.openReadOnly(database)) {
            assertThat(queries.counts().rejected()).isEqualTo(1);
            assertThat(queries.counts().missing()).isEqualTo(1);
        }
    }

    @Test
    void progressIsTheTimeUpToWhichEverythingReceivedIsStored() throws Exception {
        assertThat(historian.health().figures().has("progress.run")).isFalse();
        link.deliver(line(9)).awaitAcknowledged();
        assertThat(historian.health().figures().text("progress.run")).isEqualTo("r1");
        assertThat(historian.health().figures().text("progress.through"))
                .isEqualTo("2026-11-21T06:00:09.000Z");

        stores.fillDisk();
        link.deliver(line(10));
        link.deliver(reading(FactorySource.ENERGY, "r1", 8));
        assertThat(historian.health().figures().text("progress.through"))
                .isEqualTo("2026-11-21T06:00:07.999Z");
    }

    @Test
    void manyReadingsAreReportedEverySecond() throws Exception {
        for (long sequence = 1; sequence <= 250; sequence++) {
            link.deliver(line(sequence));
        }
        Health health = link.awaitReport(it -> figure(it, "stored") == 250);

        assertThat(health.figures().text("oldest")).isEqualTo("2026-11-21T06:00:01.000Z");
        assertThat(health.figures().text("newest")).isEqualTo("2026-11-21T06:04:10.000Z");
        assertThat(figure(health, "file_bytes")).isPositive();
    }

    @Test
    void readingsOlderThanTheRetentionGoWithoutBeingAskedFor() throws Exception {
        historian.close();
        startHistorian(SOON, Duration.ofMinutes(2));
        for (long sequence = 1; sequence <= 720; sequence++) {
            link.deliver(line(sequence));
        }
        link.awaitReport(it -> figure(it, "stored") == 720 && figure(it, "pruned") == 599);

        assertThat(storedLines()).hasSize(121).startsWith(600L).endsWith(720L);
        assertThat(historian.health().figures().text("oldest"))
                .isEqualTo("2026-11-21T06:10:00.000Z");
        assertThat(figure(historian.health(), "missing")).isZero();
        link.deliverAgain(line(3)).awaitAcknowledged();
        assertThat(figure(historian.health(), "expired")).isEqualTo(1);
    }

    @Test
    void aLostLinkIsSaid() throws Exception {
        link.lose("no link to tcp://127.0.0.1:1883: Connection refused");

        Health health = link.awaitReport(it -> it.state() == Health.State.DEGRADED);
        assertThat(health.detail())
                .isEqualTo("no link to tcp://127.0.0.1:1883: Connection refused");
        assertThat(historian.isReady()).isFalse();
    }

    @Test
    void aDatabaseThatCannotBeHadKeepsTheHistorianFromStarting() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.db"), "Dear Sir, ".repeat(99));
        FakeLink unused = new FakeLink();
        try (Historian hopeless =
                new Historian(HistorianSettings.of(BROKER, letter), unused, wallClock)) {
            assertThatExceptionOfType(PartFailure.class)
                    .isThrownBy(hopeless::start)
                    .withMessage(letter + " is not an SQLite database; move it away");
        }
        assertThat(unused.state().phase()).isEqualTo(org.plantdeck.mqttlink.LinkState.Phase.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/#/b", "a#", "+a", "a/b+"})
    void whatIsNoTopicFilterIsNamed(String filter) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Others(List.of("test/#", filter), "timestamp"))
                .withMessage(
                        "historian.subscriptions has %s, which is no MQTT topic filter: + and #"
                                + " stand alone between slashes, # only at the end",
                        filter);
    }

    @Test
    void settingsOutOfRangeNameTheirKey() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> keeping(Duration.ZERO))
                .withMessage("historian.retention is 0 s, must be from 1 min to 36525 d");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() ->
                        HistorianSettings.of(BROKER, database).committing(Duration.ofMillis(1)))
                .withMessage("historian.commit-interval is 1 ms, must be from 10 ms to 10 s");
    }
}
