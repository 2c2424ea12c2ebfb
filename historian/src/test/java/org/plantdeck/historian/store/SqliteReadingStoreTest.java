package org.plantdeck.historian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.line;
import static org.plantdeck.historian.TestReadings.reading;
import static org.plantdeck.historian.TestReadings.with;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.Value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

class SqliteReadingStoreTest {

    private static final Duration IMPATIENT = Duration.ofMillis(1);

    @TempDir private Path folder;
    private Path database;
    private ReadingStore store;
    private HistorianQueries queries;

    @BeforeEach
    void open() throws StoreFailure {
        database = folder.resolve("historian.db");
        store = SqliteReadingStore.open(database, IMPATIENT);
        queries = HistorianQueries.openReadOnly(database);
    }

    @AfterEach
    void close() {
        queries.close();
        store.close();
    }

    private void reopen() throws StoreFailure {
        store.close();
        store = SqliteReadingStore.open(database, IMPATIENT);
    }

    private void append(Reading... readings) throws StoreFailure {
        store.append(ReadingBatch.of(List.of(readings)));
    }

    private void appendLines(long... sequences) throws StoreFailure {
        store.append(
                ReadingBatch.of(
                        LongStream.of(sequences).mapToObj(number -> line(number)).toList()));
    }

    /** What another program sees, as text with the kind of each value. */
    private List<String> sql(String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    cells.add(row.getString(i));
                }
                rows.add(String.join("|", cells));
            }
        }
        return rows;
    }

    private static DataQuality counts(long received, long stored, long repeated, long missing) {
        return new DataQuality(received, stored, 0, repeated, 0, 0, missing, 0, 0);
    }

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

    @Test
    void anExtraLeafGetsItsColumnWhenItFirstComes() throws Exception {
        append(line(1), with(line(2), "gearbox.oil-temp", Value.of(61.5)));
        append(with(line(3), "gearbox.oil-temp", Value.of(62.0)), line(4));
        reopen();
        append(with(line(5), "gearbox.oil-temp", Value.of(63.0)));

        assertThat(sql("SELECT sequence, gearbox_oil_temp FROM manufacturing_data"))
                .containsExactly("1|null", "2|61.5", "3|62.0", "4|null", "5|63.0");
        assertThat(queries.tags(FactorySource.LINE.topic()))
                .last()
                .isEqualTo(
                        new StoredTag(
                                FactorySource.LINE.topic(),
                                "gearbox.oil-temp",
                                "gearbox_oil_temp",
                                org.plantdeck.signal.TagType.NUMBER));
    }

    @Test
    void extraLeavesCannotTakeTheNameOfAnotherColumn() throws Exception {
        Reading reading = line(1);
        for (String key : List.of("rowid", "Line_Speed", "oee_oee", "1\"; DROP TABLE tags", "")) {
            reading = with(reading, key, Value.of(key));
        }
        append(reading);

        assertThat(
                        sql(
                                "SELECT rowid_2, Line_Speed_2, oee_oee_2, _1___DROP_TABLE_tags, _"
                                        + " FROM manufacturing_data"))
                .containsExactly("rowid|Line_Speed|oee_oee|1\"; DROP TABLE tags|");
        assertThat(sql("SELECT rowid FROM manufacturing_data")).containsExactly("1");
    }

    @Test
    void extraLeavesBeyondTheBoundAreCountedAndTheReadingIsKept() throws Exception {
        Reading reading = line(1);
        for (int i = 0; i < TableColumns.ADDED_MAX + 3; i++) {
            reading = with(reading, "extra" + i, Value.of(1L));
        }
        append(reading);
        append(with(line(2), "one_more", Value.of(1L)), with(line(3), "nothing", Value.absent()));

        assertThat(store.counts()).isEqualTo(new DataQuality(3, 3, 0, 0, 0, 0, 0, 0, 4));
        reopen();
        append(with(line(4), "one_more", Value.of(1L)));
        assertThat(store.counts().leftOut()).isEqualTo(5);
    }

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
    void whatIsAppendedAfterAFailureOfTheDiskIsStoredByANewStore() throws Exception {
        appendLines(1);
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            assertThatExceptionOfType(StoreFailure.class)
                    .isThrownBy(() -> appendLines(2))
                    .satisfies(it -> assertThat(it.kind()).isEqualTo(StoreFailure.Kind.PASSING))
                    .withMessage(
                            "Another program keeps "
                                    + database
                                    + " locked; end it, it goes on then");
            statement.execute("ROLLBACK");
        }
        reopen();
        assertThat(store.counts()).isEqualTo(counts(1, 1, 0, 0));
        appendLines(2);
        assertThat(store.counts()).isEqualTo(counts(2, 2, 0, 0));
    }

    @Test
    void aFileThatWasMovedAwayIsNoticed() throws Exception {
        appendLines(1);
        Files.move(database, folder.resolve("old.db"));

        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> appendLines(2))
                .withMessage(database + " was moved or removed while the historian wrote to it");
    }

    @Test
    void aForeignOrLaterDatabaseIsRefusedAndLeftAlone() throws Exception {
        store.close();
        Path foreign = folder.resolve("foreign.db");
        Path later = folder.resolve("later.db");
        Path noDatabase = Files.writeString(folder.resolve("letter.db"), "Dear Sir, ".repeat(99));
        Files.copy(database, later);
        try (Connection one = DriverManager.getConnection("jdbc:sqlite:" + foreign);
                Connection two = DriverManager.getConnection("jdbc:sqlite:" + later)) {
            one.createStatement().execute("CREATE TABLE bills (amount)");
            two.createStatement().execute("PRAGMA user_version=2");
        }

        assertThat(refusal(foreign)).contains("a database of another program");
        assertThat(refusal(later)).contains("written by a later PlantDeck");
        assertThat(refusal(noDatabase)).contains("is not an SQLite database");
        assertThat(refusal(folder)).contains("cannot be opened for writing");
    }

    private static String refusal(Path database) {
        try (ReadingStore store = SqliteReadingStore.open(database)) {
            return "opened " + store;
        } catch (StoreFailure refused) {
            assertThat(refused.kind()).isEqualTo(StoreFailure.Kind.LASTING);
            return refused.sentence();
        }
    }

    @Test
    void aReaderOfNoDatabaseSaysWhatToDo() {
        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> HistorianQueries.openReadOnly(folder.resolve("none.db")))
                .withMessageContaining("There is no historian database at")
                .withMessageContaining("run the historian first");
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

    @Test
    void whatNoHistoryCanKeepIsNamed() {
        Reading sound = line(1);
        assertThat(ReadingLimits.objectionTo(sound)).isEmpty();
        assertThat(ReadingLimits.objectionTo(with(sound, "x", Value.of(Double.POSITIVE_INFINITY))))
                .contains("a number is too large for a floating-point number");
        assertThat(
                        ReadingLimits.objectionTo(
                                new Reading(
                                        sound.source(),
                                        "r",
                                        1,
                                        Instant.parse("+10000-01-01T00:00:00Z"),
                                        sound.values())))
                .contains("timestamp is outside the years 0000 to 9999");
        assertThat(ReadingLimits.objectionTo(reading(FactorySource.LINE, "r".repeat(101), 1)))
                .contains("run is longer than 100 characters");
    }
}
