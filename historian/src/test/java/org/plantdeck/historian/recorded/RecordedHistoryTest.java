package org.plantdeck.historian.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.at;
import static org.plantdeck.historian.TestReadings.with;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.archive.Retention;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.historian.store.TrendQuery;
import org.plantdeck.historian.store.TrendSeries;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class RecordedHistoryTest {

    private static final String LINE = FactorySource.LINE.topic();
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);
    private static final Retention LONG = Retention.of(Duration.ofDays(30));

    @TempDir private Path folder;
    private Path database;
    private Instant now = START;
    private ReadingStore store;
    private HistorianQueries history;

    @BeforeEach
    void open() throws StoreFailure {
        database = folder.resolve("historian.db");
        openStore(LONG);
        history = RecordedHistory.open(database);
    }

    private void openStore(Retention retention) throws StoreFailure {
        store =
                RecordingStore.open(
                        database, new RecordingStore.Rules(retention, false), () -> now);
    }

    @AfterEach
    void close() {
        history.close();
        store.close();
    }

    private void append(Reading... readings) throws StoreFailure {
        store.append(ReadingBatch.of(List.of(readings)));
    }

    private void observe(Observation... observations) throws StoreFailure {
        store.append(new ReadingBatch(List.of(), List.of(observations), 0, 0));
    }

    private void settle() throws StoreFailure {
        boolean more = true;
        while (more) {
            more = store.prune(Duration.ofDays(30), 100);
        }
    }

    /** A reading so many seconds after START; the pressure is absent where it is not a number. */
    private static Reading pressed(String run, long sequence, long second, double pressure) {
        Reading reading = at(FactorySource.LINE, run, sequence, START.plusSeconds(second));
        return with(
                reading, "pressure", Double.isNaN(pressure) ? Value.absent() : Value.of(pressure));
    }

    private StoredTag tag(String topic, String key) throws StoreFailure {
        return history.tags(topic).stream()
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private TrendQuery query(Instant from, Instant to, int columns) throws StoreFailure {
        return new TrendQuery(
                LINE, List.of(tag(LINE, "pressure")), from, to, columns, Optional.empty());
    }

    private static TrendSeries ask(HistorianQueries of, TrendQuery query) throws StoreFailure {
        return of.trend(query, () -> false).orElseThrow().getFirst();
    }

    /** Not-a-number is the same as not-a-number. */
    private static void assertSame(Double mine, Double theirs) {
        assertThat(mine).isEqualTo(theirs);
    }

    private void assertLikeTheTables(TrendQuery query) throws StoreFailure {
        TrendSeries mine = ask(history, query);
        try (HistorianQueries tables = HistorianQueries.openReadOnly(database)) {
            TrendSeries theirs = ask(tables, query);
            for (int i = 0; i < query.columns(); i++) {
                assertThat(mine.count(i))
                        .as("count of %d in %s", i, query)
                        .isEqualTo(theirs.count(i));
                assertThat(mine.absent(i)).isEqualTo(theirs.absent(i));
                assertSame(mine.minimum(i), theirs.minimum(i));
                assertSame(mine.maximum(i), theirs.maximum(i));
                assertSame(mine.first(i), theirs.first(i));
                assertSame(mine.last(i), theirs.last(i));
                if (theirs.count(i) > 0) {
                    assertThat(mine.mean(i)).isCloseTo(theirs.mean(i), CLOSE);
                    assertThat(mine.deviation(i))
                            .isCloseTo(theirs.deviation(i), Offset.offset(1e-4));
                }
            }
        }
    }

    @Test
    void aTrendIsWhatTheTablesSaySealedOrNot() throws Exception {
        Random random = new Random(17);
        List<Reading> batch = new ArrayList<>();
        long second = 0;
        for (int i = 1; i <= 9_000; i++) {
            second += 1 + (random.nextInt(50) == 0 ? random.nextInt(300) : 0);
            double pressure =
                    random.nextInt(20) == 0
                            ? Double.NaN
                            : Math.rint(random.nextGaussian() * 100) / 100;
            batch.add(pressed("r", i, second, pressure));
            if (batch.size() == 300) {
                store.append(ReadingBatch.of(batch));
                batch.clear();
            }
            if (i == 6_000) {
                settle();
            }
        }
        Instant end = START.plusSeconds(second + 1);
        assertLikeTheTables(query(START, end, 1));
        assertLikeTheTables(query(START.plusSeconds(3_601), START.plusSeconds(7_299), 700));
        assertLikeTheTables(query(START.plusSeconds(10), START.plusSeconds(11), 2));
        assertLikeTheTables(query(START, START.plus(Duration.ofHours(3)), 180));
        assertLikeTheTables(query(START, START.plus(Duration.ofHours(3)), 12));
        // Whole minutes at the beginning and end of a range are cut where the range is.
        assertLikeTheTables(query(START.plusSeconds(95), START.plusSeconds(7_777), 1));
        assertLikeTheTables(query(START.minusSeconds(9_000), end.plusSeconds(9_000), 1));
    }

    @Test
    void whereRunsLivedThroughTheSameTimeTheLaterOneIsShown() throws Exception {
        for (int i = 1; i <= 20; i++) {
            append(pressed("old", i, 10L * i, 1));
        }
        for (int i = 1; i <= 5; i++) {
            append(pressed("new", i, 100 + 10L * i, 2));
        }
        TrendSeries shown = ask(history, query(START, START.plusSeconds(210), 21));

        assertThat(shown.minimum(5)).isEqualTo(1);
        assertThat(shown.minimum(11)).isEqualTo(2);
        assertThat(shown.maximum(15)).isEqualTo(2);
        assertThat(shown.minimum(16)).isEqualTo(1);
        assertLikeTheTables(query(START, START.plusSeconds(210), 21));
        TrendQuery ofOld =
                new TrendQuery(
                        LINE,
                        List.of(tag(LINE, "pressure")),
                        START,
                        START.plusSeconds(210),
                        21,
                        Optional.of("old"));
        assertThat(ask(history, ofOld).maximum(11)).isEqualTo(1);
    }

    @Test
    void whatWasRecordedBeforeThereWasAnArchiveComesFromTheTables() throws Exception {
        history.close();
        store.close();
        database = folder.resolve("before").resolve("historian.db");
        try (ReadingStore before = SqliteReadingStore.open(database)) {
            before.append(ReadingBatch.of(List.of(pressed("r", 1, 10, 3), pressed("r", 2, 20, 4))));
        }
        history = RecordedHistory.open(database);
        assertThat(ask(history, query(START, START.plusSeconds(60), 1)).count(0)).isEqualTo(2);

        openStore(LONG);
        append(pressed("r", 3, 30, 5));
        assertThat(ask(history, query(START, START.plusSeconds(60), 1)).count(0)).isEqualTo(3);
        TrendQuery later = query(START.plusSeconds(30), START.plusSeconds(60), 1);
        assertThat(ask(history, later).maximum(0)).isEqualTo(5);
    }

    @Test
    void minutesOutliveTheirDays() throws Exception {
        Retention twoDays = new Retention(Duration.ofDays(2), Duration.ofDays(366), Long.MAX_VALUE);
        history.close();
        store.close();
        openStore(twoDays);
        history = RecordedHistory.open(database);
        for (int day = 0; day < 6; day++) {
            for (int minute = 0; minute < 12; minute++) {
                long second = day * 86_400L + minute * 60L + 5;
                append(pressed("r", day * 12 + minute + 1, second, day + minute / 100.0));
            }
        }
        now = START.plus(Duration.ofDays(6));
        settle();
        for (int i = 0; i < 60; i++) {
            store.prune(Duration.ofDays(2), 100);
        }

        assertThat(folder.resolve("history").resolve("day-2026-11-21.db")).doesNotExist();
        assertThat(folder.resolve("history").resolve("day-2026-11-26.db")).exists();
        TrendSeries days = ask(history, query(START, START.plus(Duration.ofDays(6)), 6));
        for (int day = 0; day < 6; day++) {
            assertThat(days.count(day)).isEqualTo(12);
            assertThat(days.minimum(day)).isEqualTo(day);
            assertThat(days.maximum(day)).isEqualTo(day + 0.11);
        }
        TrendSeries seconds = ask(history, query(START, START.plusSeconds(180), 180));
        assertThat(seconds.count(5) + seconds.count(60) + seconds.count(120)).isEqualTo(3);
        assertThat(history.extent().oldest()).contains(START.plusSeconds(5));
    }

    @Test
    void aDayThatIsDamagedLeavesTheOthersAndIsNamed() throws Exception {
        append(pressed("r", 1, 10, 3), pressed("r", 2, 86_410, 4), pressed("r", 3, 172_810, 5));
        now = START.plus(Duration.ofDays(3));
        settle();
        Path day = folder.resolve("history").resolve("day-2026-11-22.db");
        store.close();
        Files.writeString(day, "no database ".repeat(500));
        openStore(LONG);

        TrendQuery all = query(START, START.plus(Duration.ofDays(2)).plusSeconds(60), 288_100 / 50);
        TrendSeries shown = ask(history, all);
        int count = 0;
        for (int i = 0; i < shown.columns(); i++) {
            count += shown.count(i);
        }
        assertThat(count).isEqualTo(2);
        assertThat(history.damages())
                .containsOnlyKeys(LocalDate.parse("2026-11-22"))
                .containsValue(day + " is not an SQLite database; move it away");
    }

    @Test
    void otherTopicsHaveRowsTagsAndTrends() throws Exception {
        Instant at = START;
        for (int i = 0; i < 10; i++) {
            observe(
                    new Observation(
                            "test/a",
                            at.plusSeconds(i),
                            Leaves.builder().put("v", i).put("w", "x" + i).build()));
        }
        assertThat(history.topics()).contains("test/a");
        assertThat(history.latest("test/a", 3))
                .extracting(it -> it.values().getLast())
                .containsExactly(Value.of("x9"), Value.of("x8"), Value.of("x7"));
        TrendQuery query =
                new TrendQuery(
                        "test/a",
                        List.of(tag("test/a", "v")),
                        at,
                        at.plusSeconds(10),
                        5,
                        Optional.empty());
        TrendSeries shown = ask(history, query);
        assertThat(shown.minimum(4)).isEqualTo(8);
        assertThat(shown.maximum(4)).isEqualTo(9);
        assertThat(history.rows("test/a")).isZero();
        assertThat(history.tags("test/none")).isEmpty();
        assertThat(history.latest("test/none", 1)).isEmpty();
    }

    @Test
    void aTagWhoseFirstValueWasWholeByChanceIsANumber() throws Exception {
        observe(new Observation("test/a", START, Leaves.builder().put("v", 20).build()));
        observe(
                new Observation(
                        "test/a",
                        START.plusSeconds(1),
                        Leaves.builder().put("v", 20.5, 1).build()));
        assertThat(tag("test/a", "v").type()).isEqualTo(TagType.NUMBER);
    }

    @Test
    void aTagKeepsItsTypeThroughARestart() throws Exception {
        observe(new Observation("test/a", START, Leaves.builder().put("v", 20.5, 1).build()));
        store.close();
        openStore(LONG);
        observe(
                new Observation(
                        "test/a", START.plusSeconds(1), Leaves.builder().put("v", 20).build()));
        assertThat(tag("test/a", "v").type()).isEqualTo(TagType.NUMBER);
    }

    @Test
    void aTopicThatBeganLaterThanOthersComesFromTheArchiveToo() throws Exception {
        append(pressed("r", 1, 10, 3));
        append(at(FactorySource.ENERGY, "r", 1, START.plusSeconds(20)));
        StoredTag power =
                history.tags(FactorySource.ENERGY.topic()).stream()
                        .filter(it -> it.key().equals("power_consumption"))
                        .findFirst()
                        .orElseThrow();
        TrendSeries shown =
                ask(
                        history,
                        new TrendQuery(
                                power.topic(),
                                List.of(power),
                                START,
                                START.plusSeconds(60),
                                1,
                                Optional.empty()));
        assertThat(shown).isInstanceOf(BucketSeries.class);
        assertThat(shown.count(0)).isEqualTo(1);
    }

    @Test
    void whatIsRepeatedIsNotRecordedTwiceAndConflictsStay() throws Exception {
        append(pressed("r", 1, 10, 3));
        append(pressed("r", 1, 10, 3));
        append(pressed("r", 1, 10, 7));
        TrendSeries shown = ask(history, query(START, START.plusSeconds(60), 1));
        assertThat(shown.count(0)).isEqualTo(1);
        assertThat(shown.maximum(0)).isEqualTo(3);
    }
}
