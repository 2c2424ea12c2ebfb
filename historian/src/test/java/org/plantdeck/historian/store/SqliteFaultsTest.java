package org.plantdeck.historian.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** Files that are locked, moved, foreign or not there. */
class SqliteFaultsTest extends SqliteHistory {

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
}
