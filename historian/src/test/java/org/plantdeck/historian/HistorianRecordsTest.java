package org.plantdeck.historian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.line;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.FakeLink.Delivered;
import org.plantdeck.historian.HistorianSettings.Keeping;
import org.plantdeck.historian.HistorianSettings.Others;
import org.plantdeck.historian.archive.ArchiveReader;
import org.plantdeck.historian.archive.Retention;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.recorded.RecordingStore;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingQuery;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

class HistorianRecordsTest {

    private static final URI BROKER = URI.create("tcp://127.0.0.1:1883");
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final long GIGABYTE = 1_000_000_000;

    @TempDir private Path folder;
    private final FakeLink link = new FakeLink();
    private final AtomicLong free = new AtomicLong(Long.MAX_VALUE);
    private Historian historian;

    private Path database() {
        return folder.resolve("historian.db");
    }

    private void start(Others others) {
        InstantSource wallClock = InstantSource.fixed(NOW);
        HistorianSettings settings =
                HistorianSettings.of(BROKER, database())
                        .keeping(new Keeping(Duration.ofDays(7), Duration.ofDays(366), 0, GIGABYTE))
                        .committing(Duration.ofMillis(10))
                        .recording(others);
        historian =
                new Historian(
                        settings,
                        link,
                        wallClock,
                        new Historian.Engine(
                                () ->
                                        RecordingStore.open(
                                                database(),
                                                new RecordingStore.Rules(
                                                        Retention.of(Duration.ofDays(7)), true),
                                                wallClock),
                                Optional.empty()),
                        _ -> free.get());
        historian.start();
    }

    @AfterEach
    void close() {
        historian.close();
    }

    private List<String> rows(String topic) throws Exception {
        List<String> rows = new ArrayList<>();
        try (HistorianQueries history = RecordedHistory.open(database())) {
            List<StoredTag> tags = history.tags(topic);
            history.rows(
                    new ReadingQuery(topic, Instant.MIN, Instant.MAX, tags),
                    it -> rows.add(it.measuredAt() + " " + it.values()));
        }
        return rows;
    }

    @Test
    void otherTopicsAreRecordedLeafByLeafWithTheTimeTheySay() throws Exception {
        start(new Others(List.of("test/#", "shop/+/state"), "at.time"));

        assertThat(link.subscriptions())
                .isEqualTo(
                        Map.of(
                                "factory/line1", 1,
                                "factory/energy", 1,
                                "factory/environment", 1,
                                "test/#", 1,
                                "shop/+/state", 1));
        link.deliver(
                        "test/#",
                        "test/oven",
                        "{\"temp\": 21.5, \"pid\": {\"i\": 3}, \"on\": true,"
                                + " \"at\": {\"time\": \"2026-11-22T11:00:00+01:00\"}}")
                .awaitAcknowledged();
        link.deliver("test/#", "test/oven", "{\"temp\": 22, \"at\": {\"time\": 1795341601}}")
                .awaitAcknowledged();

        try (HistorianQueries history = RecordedHistory.open(database())) {
            assertThat(history.topics())
                    .containsExactly(
                            "factory/line1", "factory/energy", "factory/environment", "test/oven");
            assertThat(history.tags("test/oven"))
                    .extracting(StoredTag::name, StoredTag::type)
                    .containsExactly(
                            tuple("test/oven/temp", TagType.NUMBER),
                            tuple("test/oven/pid.i", TagType.COUNT),
                            tuple("test/oven/on", TagType.FLAG));
            List<StoredReading> latest = history.latest("test/oven", 1);
            assertThat(latest)
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.measuredAt()).isEqualTo(Instant.ofEpochSecond(1_795_341_601));
                        assertThat(it.values())
                                .containsExactly(Value.of(22L), Value.absent(), Value.absent());
                    });
        }
        assertThat(rows("test/oven")).hasSize(2).first().asString().startsWith("2026-11-22T10:00");
        assertThat(historian.health().figures().number("observed")).hasValue(2);
    }

    @Test
    void aBurstWithoutTimesOfItsOwnKeepsEveryValue() throws Exception {
        start(new Others(List.of("test/#"), "timestamp"));
        List<Delivered> burst = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            burst.add(link.deliver("test/#", "test/door", "open " + i));
            burst.add(link.deliver("test/#", "test/lamp", Integer.toString(i)));
        }
        for (Delivered each : burst) {
            each.awaitAcknowledged();
        }

        assertThat(rows("test/door")).hasSize(20).last().asString().contains("open 19");
        assertThat(rows("test/lamp"))
                .hasSize(20)
                .first()
                .asString()
                .startsWith("2026-11-22T12:00:00Z");
    }

    @Test
    void whatABrokerRetainsIsRecordedOnceHoweverOftenItIsSentAgain() throws Exception {
        start(new Others(List.of("test/#"), "timestamp"));
        link.deliverRetained("test/#", "test/lamp", "on").awaitAcknowledged();
        link.deliverRetained("test/#", "test/lamp", "on").awaitAcknowledged();
        link.deliver("test/#", "test/lamp", "on").awaitAcknowledged();
        link.deliverRetained("test/#", "test/lamp", "on").awaitAcknowledged();
        link.deliverRetained("test/#", "test/lamp", "off").awaitAcknowledged();

        assertThat(rows("test/lamp")).hasSize(3).last().asString().contains("off");
    }

    @Test
    void whatIsNoObservationIsAcknowledgedAndTheOthersAreKept() throws Exception {
        start(new Others(List.of("test/#"), "timestamp"));
        link.deliver("test/#", "test/a", "{\"v\": 1, \"timestamp\": \"yesterday\"}")
                .awaitAcknowledged();
        link.deliver("test/#", "test/a", "{\"v\": ").awaitAcknowledged();
        link.deliver("test/#", "test/a", "").awaitAcknowledged();
        link.deliver("test/#", "test/a", "{\"v\": 2}").awaitAcknowledged();

        assertThat(rows("test/a")).hasSize(1);
        assertThat(historian.health().state()).isEqualTo(Health.State.ONLINE);
        assertThat(historian.health().figures().number("received")).hasValue(0);
    }

    @Test
    void recordingEndsBeforeTheDiskIsFullAndGoesOnWhenThereIsRoom() throws Exception {
        start(Others.NONE);
        link.deliver(line(1)).awaitAcknowledged();
        free.set(GIGABYTE - 1);
        Delivered held = link.deliver(line(2));

        Health degraded = link.awaitReport(it -> it.state() == Health.State.DEGRADED);
        assertThat(degraded.detail())
                .isEqualTo(
                        "Only 1.0 GB are free on the disk of "
                                + folder
                                + ", less than historian.free-space (1.0 GB): nothing is recorded"
                                + " until there is more; free some or lower the setting");
        assertThat(held.isAcknowledged()).isFalse();

        free.set(GIGABYTE * 11 / 10);
        held.awaitAcknowledged();
        link.awaitReport(it -> it.state() == Health.State.ONLINE);
        assertThat(rows(FactorySource.LINE.topic())).hasSize(2);
    }

    @Test
    void whatIsHeldUpAtTheEndStaysWithTheBroker() throws Exception {
        start(Others.NONE);
        free.set(0);
        Delivered held = link.deliver(line(1));
        link.awaitReport(it -> it.state() == Health.State.DEGRADED);
        historian.close();

        assertThat(held.isAcknowledged()).isFalse();
        assertThat(rows(FactorySource.LINE.topic())).isEmpty();
    }

    @Test
    void aReadingIsInTheArchiveToo() throws Exception {
        start(Others.NONE);
        link.deliver(line(1)).awaitAcknowledged();
        try (ArchiveReader archive = ArchiveReader.open(folder.resolve("history"))) {
            assertThat(archive.lanes())
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.run()).isEqualTo("r1");
                        assertThat(it.extent().firstMs())
                                .isEqualTo(START.plusSeconds(1).toEpochMilli());
                    });
            assertThat(archive.tags()).extracting(it -> it.name()).contains("factory/line1/mode");
        }
    }
}
