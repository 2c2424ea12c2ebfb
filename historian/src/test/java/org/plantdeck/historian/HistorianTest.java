package org.plantdeck.historian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.line;
import static org.plantdeck.historian.TestReadings.reading;

import org.junit.jupiter.api.Test;
import org.plantdeck.historian.FakeLink.Delivered;
import org.plantdeck.mqttlink.LinkSettings;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is acknowledged when, and what the historian says of itself. */
class HistorianTest extends RunningHistorian {

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
}
