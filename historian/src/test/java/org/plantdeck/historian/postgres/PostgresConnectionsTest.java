package org.plantdeck.historian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.plantdeck.historian.TestReadings.line;

import org.junit.jupiter.api.Test;
import org.plantdeck.historian.store.StoreFailure;

import java.sql.Connection;
import java.sql.Statement;

/** Who may connect, and what becomes of a connection that is lost. */
class PostgresConnectionsTest extends PostgresHistory {

    @Test
    void aSecondWriterIsToldThatThereIsOne() throws Exception {
        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> PostgresReadingStore.open(server, () -> now))
                .withMessageContaining("Another historian writes to " + server.name())
                .extracting(StoreFailure::kind)
                .isEqualTo(StoreFailure.Kind.PASSING);
        store.close();
        PostgresReadingStore.open(server, () -> now).close();
    }

    @Test
    void aReaderCannotWrite() throws Exception {
        try (Connection reader = server.openForReading();
                Statement statement = reader.createStatement()) {
            assertThatExceptionOfType(java.sql.SQLException.class)
                    .isThrownBy(() -> statement.execute("DELETE FROM runs"))
                    .withMessageContaining("read-only");
        }
    }

    @Test
    void aQuestionAfterALostConnectionIsAnsweredOverANewOne() throws Exception {
        append(line(1));
        history.close();
        history =
                PostgresQueries.open(
                        new PostgresServer(
                                server.url() + "&ApplicationName=cut",
                                server.user(),
                                server.passwordFile()));
        assertThat(history.rows(LINE)).isEqualTo(1);
        try (Connection other = server.openForWriting();
                Statement statement = other.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE application_name = 'cut'");
        }
        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> history.rows(LINE))
                .withMessageContaining("cannot be reached");
        assertThat(history.rows(LINE)).isEqualTo(1);
    }
}
