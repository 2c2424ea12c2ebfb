package org.plantdeck.historian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.line;
import static org.plantdeck.historian.TestReadings.reading;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a reader finds. */
class SqliteQueriesTest extends SqliteHistory {

    @Test
    void aReaderSeesWhatIsCommittedWhileTheStoreIsOpen() throws Exception {
        try (HistorianQueries reader = HistorianQueries.openReadOnly(database)) {
            assertThat(reader.latest(FactorySource.LINE.topic(), 5)).isEmpty();
            appendLines(1, 2, 3);
            assertThat(reader.latest(FactorySource.LINE.topic(), 2))
                    .extracting(StoredReading::sequence)
                    .containsExactly(3L, 2L);
        }
    }

    @Test
    void rangesTakeTheirBeginningAndLeaveTheirEnd() throws Exception {
        append(IntStream.range(0, 20).mapToObj(i -> line(20 - i)).toArray(Reading[]::new));
        List<StoredTag> tags =
                queries.tags(FactorySource.LINE.topic()).stream()
                        .filter(tag -> tag.key().equals("production_count"))
                        .toList();

        assertThat(sequences(START.plusSeconds(3), START.plusSeconds(6)))
                .containsExactly(3L, 4L, 5L);
        assertThat(sequences(START.plusNanos(3_000_000_001L), START.plusNanos(6_000_000_001L)))
                .containsExactly(4L, 5L, 6L);
        assertThat(sequences(Instant.MIN, Instant.MAX)).hasSize(20);
        assertThat(sequences(START.plusSeconds(6), START.plusSeconds(6))).isEmpty();
        queries.rows(
                new ReadingQuery(
                        FactorySource.LINE.topic(),
                        START.plusSeconds(3),
                        START.plusSeconds(4),
                        tags),
                row -> {
                    assertThat(row)
                            .isEqualTo(
                                    new StoredReading(
                                            FactorySource.LINE.topic(),
                                            "r1",
                                            3,
                                            START.plusSeconds(3),
                                            List.of(Value.of(3L))));
                    return true;
                });
    }

    private List<Long> sequences(Instant from, Instant to) throws StoreFailure {
        List<Long> sequences = new ArrayList<>();
        queries.rows(
                new ReadingQuery(FactorySource.LINE.topic(), from, to, List.of()),
                row -> sequences.add(row.sequence()));
        return sequences;
    }

    @Test
    void aRangeOfManyPagesGivesEachReadingOnceInOrderAlsoAtEqualTimes() throws Exception {
        List<Reading> readings = new ArrayList<>();
        int count = SqliteCursor.PAGE + 50;
        for (String run : List.of("b", "a")) {
            for (long sequence = 1; sequence <= count; sequence++) {
                Reading reading = reading(FactorySource.ENERGY, run, sequence);
                readings.add(
                        new Reading(
                                reading.source(),
                                run,
                                sequence,
                                START.plusSeconds(sequence / 700),
                                reading.values()));
            }
        }
        store.append(ReadingBatch.of(readings));

        List<String> seen = new ArrayList<>();
        queries.rows(
                new ReadingQuery(FactorySource.ENERGY.topic(), START, Instant.MAX, List.of()),
                row -> seen.add(row.measuredAt() + row.run() + (10_000 + row.sequence())));

        assertThat(seen).hasSize(2 * count).isSorted().doesNotHaveDuplicates();
    }
}
