package org.plantdeck.historian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.line;
import static org.plantdeck.historian.TestReadings.reading;
import static org.plantdeck.historian.TestReadings.with;

import org.junit.jupiter.api.Test;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.Value;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is stored, once, and what is counted. */
class SqliteReadingStoreTest extends SqliteHistory {

    @Test
    void eachTableHasRunSequenceTimestampAndThenOneColumnALeafOfTheBody() throws Exception {
        for (FactorySource source : FactorySource.values()) {
            List<String> expected =
                    Stream.concat(
                                    Stream.of("run", "sequence", "timestamp"),
                                    FactoryTags.all(source).stream().map(Tag::column))
                            .toList();
            String table = SqliteSchema.table(source);
            assertThat(sql("SELECT name FROM pragma_table_info('" + table + "')"))
                    .isEqualTo(expected);
        }
        assertThat(sql("PRAGMA user_version")).containsExactly("1");
    }

    @Test
    void valuesKeepTheKindTheyWerePublishedWith() throws Exception {
        Reading whole = with(line(7), "line_speed", Value.of(105L));
        append(with(whole, "temperature", Value.of(105.0)));

        assertThat(
                        sql(
                                "SELECT timestamp, typeof(line_speed), line_speed,"
                                        + " typeof(temperature), temperature, typeof(alarm), alarm,"
                                        + " status FROM manufacturing_data"))
                .containsExactly(
                        "2026-11-21T06:00:07.000Z|integer|105|real|105.0|integer|1|running");
    }

    @Test
    void aRepeatedReadingIsStoredOnce() throws Exception {
        appendLines(1, 2, 2);
        appendLines(1, 3);

        assertThat(sql("SELECT sequence FROM manufacturing_data")).containsExactly("1", "2", "3");
        assertThat(store.counts()).isEqualTo(counts(5, 3, 2, 0));
    }

    @Test
    void aRepeatWithOtherContentIsCountedApartAndTheFirstStays() throws Exception {
        appendLines(1);
        append(with(line(1), "pressure", Value.of(9.9)), with(line(1), "extra", Value.of(1L)));

        assertThat(store.counts()).isEqualTo(new DataQuality(3, 1, 0, 0, 2, 0, 0, 0, 0));
        assertThat(sql("SELECT count(*) FROM manufacturing_data WHERE pressure = 9.9"))
                .containsExactly("0");
    }

    @Test
    void theSameSequenceInAnotherRunOrSourceIsAnotherReading() throws Exception {
        append(
                line(1),
                reading(FactorySource.LINE, "r2", 1),
                reading(FactorySource.ENERGY, "r1", 1));

        assertThat(store.counts()).isEqualTo(counts(3, 3, 0, 0));
    }

    @Test
    void gapsAreMissingUntilTheyFill() throws Exception {
        appendLines(10, 11, 15);
        assertThat(store.counts().missing()).isEqualTo(3);

        append(reading(FactorySource.ENERGY, "r1", 4), reading(FactorySource.ENERGY, "r1", 6));
        assertThat(store.counts().missing()).isEqualTo(4);

        appendLines(13, 12);
        assertThat(store.counts().missing()).isEqualTo(2);

        appendLines(8);
        assertThat(store.counts().missing()).as("9 is missing now too").isEqualTo(3);
    }

    @Test
    void countsSurviveARestartAndAreTheSameToReaders() throws Exception {
        appendLines(1, 2, 5);
        store.append(new ReadingBatch(List.of(line(5), line(6)), List.of(), 3, 2));
        DataQuality before = store.counts();
        assertThat(before).isEqualTo(new DataQuality(10, 4, 3, 3, 0, 0, 2, 0, 0));

        reopen();

        assertThat(store.counts()).isEqualTo(before);
        try (HistorianQueries reader = HistorianQueries.openReadOnly(database)) {
            assertThat(reader.counts()).isEqualTo(before);
            assertThat(reader.extent()).isEqualTo(store.extent());
        }
        assertThat(store.extent())
                .isEqualTo(
                        new HistoryExtent(
                                Optional.of(START.plusSeconds(1)),
                                Optional.of(START.plusSeconds(6)),
                                "r1",
                                Optional.of(START.plusSeconds(6))));
    }
}
