package org.plantdeck.historian.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.TestReadings;
import org.plantdeck.signal.FactorySource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

class SqliteFileTest {

    @TempDir private Path folder;

    private static String pragma(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void everyCommitIsSyncedToTheDisk() throws Exception {
        SqliteFile file = new SqliteFile(folder.resolve("a b").resolve("historian.db"));
        try (Connection connection = file.openForWriting(Duration.ofSeconds(1));
                Statement statement = connection.createStatement()) {
            assertThat(pragma(statement, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(statement, "synchronous")).as("FULL").isEqualTo("2");
            assertThat(pragma(statement, "auto_vacuum")).as("INCREMENTAL").isEqualTo("2");
        }
    }

    @Test
    void aFullDiskIsNamedAndWorthTryingAgain() throws Exception {
        SqliteFile file = new SqliteFile(folder.resolve("historian.db"));
        try (Connection connection = file.openForWriting(Duration.ofSeconds(1));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count=5");
            StoreFailure failure = null;
            try {
                statement.execute("CREATE TABLE t AS SELECT zeroblob(100000) AS b");
            } catch (SQLException full) {
                failure = file.failure(full);
            }
            assertThat(failure).isNotNull();
            assertThat(failure.kind()).isEqualTo(StoreFailure.Kind.PASSING);
            assertThat(failure.sentence())
                    .isEqualTo(
                            "The disk of "
                                    + file.path()
                                    + " is full; free some space, it goes on then");
        }
    }

    @Test
    void readersCannotWrite() throws Exception {
        Path database = folder.resolve("historian.db");
        try (ReadingStore store = SqliteReadingStore.open(database)) {
            store.append(ReadingBatch.of(List.of(TestReadings.line(1))));
        }
        SqliteFile file = new SqliteFile(database);
        try (Connection connection = file.openForReading(Duration.ofSeconds(1));
                Statement statement = connection.createStatement()) {
            String refused = "";
            try {
                statement.executeUpdate("DELETE FROM manufacturing_data");
            } catch (SQLException e) {
                refused = e.getMessage();
            }
            assertThat(refused).contains("readonly");
        }
        try (HistorianQueries queries = HistorianQueries.openReadOnly(database)) {
            assertThat(queries.latest(FactorySource.LINE.topic(), 9)).hasSize(1);
        }
    }
}
