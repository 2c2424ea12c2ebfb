package org.plantdeck.historian.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.at;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
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
import org.plantdeck.signal.Reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Trends out of the archive, held against those of the tables. */
class RecordedTrendTest extends WithRecordedHistory {

    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

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
