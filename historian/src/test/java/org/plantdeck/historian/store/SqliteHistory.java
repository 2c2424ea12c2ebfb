package org.plantdeck.historian.store;

import static org.plantdeck.historian.TestReadings.line;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.signal.Reading;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** A history in a file of its own, with its writer and a reader. */
abstract class SqliteHistory {

    static final Duration IMPATIENT = Duration.ofMillis(1);

    @TempDir Path folder;
    Path database;
    ReadingStore store;
    HistorianQueries queries;

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

    void reopen() throws StoreFailure {
        store.close();
        store = SqliteReadingStore.open(database, IMPATIENT);
    }

    void append(Reading... readings) throws StoreFailure {
        store.append(ReadingBatch.of(List.of(readings)));
    }

    void appendLines(long... sequences) throws StoreFailure {
        store.append(
                ReadingBatch.of(
                        LongStream.of(sequences).mapToObj(number -> line(number)).toList()));
    }

    /** What another program sees, as text with the kind of each value. */
    List<String> sql(String query) throws SQLException {
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

    static DataQuality counts(long received, long stored, long repeated, long missing) {
        return new DataQuality(received, stored, 0, repeated, 0, 0, missing, 0, 0);
    }
}
