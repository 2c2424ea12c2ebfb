package org.plantdeck.historian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.plantdeck.historian.TestReadings.line;
import static org.plantdeck.historian.TestReadings.reading;

import org.junit.jupiter.api.Test;
import org.plantdeck.historian.FakeLink.Delivered;
import org.plantdeck.historian.ingest.Intake;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What becomes of readings while the disk, the file or the link fails. */
class HistorianFaultsTest extends RunningHistorian {

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
}
