package org.plantdeck.historian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.at;
import static org.plantdeck.historian.TestReadings.line;
import static org.plantdeck.historian.TestReadings.with;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class RetentionTest {

    private static final Duration RETENTION = Duration.ofMinutes(10);
    private static final int STEP = 50;

    @TempDir private Path folder;
    private Path database;
    private ReadingStore store;

    @BeforeEach
    void open() throws StoreFailure {
        database = folder.resolve("historian.db");
        store = SqliteReadingStore.open(database);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static List<Reading> lines(String run, long first, long last, Instant zero) {
        List<Reading> readings = new ArrayList<>();
        for (long sequence = first; sequence <= last; sequence++) {
            readings.add(at(FactorySource.LINE, run, sequence, zero.plusSeconds(sequence)));
        }
        return readings;
    }

    private void append(List<Reading> readings) throws StoreFailure {
        store.append(ReadingBatch.of(readings));
    }

    private int pruneAll() throws StoreFailure {
        int steps = 1;
        while (store.prune(RETENTION, STEP)) {
            steps++;
        }
        return steps;
    }

    private List<String> stored() throws StoreFailure {
        List<String> stored = new ArrayList<>();
        try (HistorianQueries reader = HistorianQueries.openReadOnly(database)) {
            reader.rows(
                    new ReadingQuery(
                            FactorySource.LINE.topic(), Instant.MIN, Instant.MAX, List.of()),
                    row -> stored.add(row.run() + row.sequence()));
        }
        return stored;
    }

    @Test
    void whatIsOlderThanTheRetentionGoesInSmallSteps() throws Exception {
        append(lines("r", 1, 800, START));

        assertThat(store.prune(RETENTION, STEP)).isTrue();
        assertThat(store.counts().pruned()).isEqualTo(STEP);
        assertThat(pruneAll()).isEqualTo(3);
        assertThat(stored()).hasSize(601).startsWith("r200").endsWith("r800");
        assertThat(store.counts()).isEqualTo(new DataQuality(800, 800, 0, 0, 0, 0, 0, 199, 0));
        assertThat(store.extent().oldest()).contains(START.plusSeconds(200));
    }

    @Test
    void aReadingThatComesAfterRetentionHasPassedItIsCountedAndNotStored() throws Exception {
        append(lines("r", 1, 800, START));
        pruneAll();
        append(List.of(at(FactorySource.LINE, "r", 7, START.plusSeconds(7))));

        assertThat(store.counts()).isEqualTo(new DataQuality(801, 800, 0, 0, 0, 1, 0, 199, 0));
        assertThat(stored()).hasSize(601);
    }

    @Test
    void oneReadingWithAWrongTimeDoesNotMakeTheHistoryOld() throws Exception {
        append(lines("r", 1, 100, START));
        append(List.of(at(FactorySource.LINE, "r", 101, Instant.parse("2999-01-01T00:00:00Z"))));
        append(lines("r", 102, 120, START));
        pruneAll();

        assertThat(stored()).hasSize(120);
        assertThat(store.extent().runThrough()).contains(START.plusSeconds(120));
    }

    @Test
    void aLeapThatManyReadingsAgreeOnIsBelieved() throws Exception {
        append(lines("r", 1, 100, START));
        append(lines("r", 101, 100 + RetentionClock.CONFIRMATIONS, START.plus(Duration.ofDays(3))));
        pruneAll();

        assertThat(stored()).hasSize(RetentionClock.CONFIRMATIONS).startsWith("r101");
    }

    @Test
    void aClockThatWasWrongForLongAndIsRightAgainStopsNothing() throws Exception {
        append(lines("r", 1, 100, START.plus(Duration.ofDays(30))));
        append(lines("r", 101, 200, START));
        pruneAll();

        assertThat(stored()).hasSize(200);
        assertThat(store.extent().runThrough()).contains(START.plusSeconds(200));
    }

    @Test
    void aFreshRunBehindAnOlderOneIsNotPrunedByItsTime() throws Exception {
        append(lines("future", 1, 100, START.plus(Duration.ofDays(100))));
        append(lines("today", 1, 300, START));
        pruneAll();
        assertThat(stored()).as("both runs").hasSize(400);

        append(lines("today", 301, 1000, START));
        pruneAll();
        assertThat(stored()).as("the future run has aged").hasSize(601).startsWith("today400");
        assertThat(store.counts()).isEqualTo(new DataQuality(1100, 1100, 0, 0, 0, 0, 0, 499, 0));
    }

    @Test
    void theCountsOfARunThatIsGoneStay() throws Exception {
        List<Reading> gapped = lines("gone", 1, 100, START);
        gapped.remove(50);
        append(gapped);
        append(lines("next", 1, 2000, START.plusSeconds(200)));
        pruneAll();
        DataQuality counts = store.counts();
        assertThat(counts.stored()).isEqualTo(2099);
        assertThat(counts.missing()).isEqualTo(1);

        store.close();
        store = SqliteReadingStore.open(database);
        assertThat(store.counts()).isEqualTo(counts);
        assertThat(store.extent().run()).isEqualTo("next");
    }

    @Test
    void aSourceThatFellSilentKeepsItsLastReadingsNoLongerThanTheOthers() throws Exception {
        append(List.of(at(FactorySource.ENERGY, "r", 1, START)));
        append(lines("r", 1, 800, START));
        pruneAll();

        try (HistorianQueries reader = HistorianQueries.openReadOnly(database)) {
            assertThat(reader.latest(FactorySource.ENERGY.topic(), 1)).isEmpty();
        }
        append(List.of(at(FactorySource.ENERGY, "r", 2, START.plusSeconds(801))));
        assertThat(store.counts().missing()).isZero();
    }

    @Test
    void aFileThatRetentionEmptiesShrinks() throws Exception {
        List<Reading> large = new ArrayList<>();
        for (long sequence = 1; sequence <= 2000; sequence++) {
            large.add(with(line(sequence), "note", Value.of("x".repeat(16_000))));
        }
        append(large);
        store.close();
        long full = Files.size(database);
        store = SqliteReadingStore.open(database);
        pruneAll();
        store.close();

        assertThat(Files.size(database)).isLessThan(full - 3_000_000);
        store = SqliteReadingStore.open(database);
        assertThat(stored()).hasSize(601);
    }
}
