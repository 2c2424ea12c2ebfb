package org.plantdeck.historian.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.plantdeck.historian.TestReadings.START;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.fixtures.FreePorts;
import org.plantdeck.fixtures.PostgresCluster;
import org.plantdeck.historian.store.StoreFailure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;

@ExtendWith(OnPostgres.class)
class PostgresServerTest {

    @TempDir private Path folder;

    private static StoreFailure refused(PostgresServer server) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(
                StoreFailure.class, () -> PostgresReadingStore.open(server, () -> START).close());
    }

    private static void assertRefused(
            PostgresServer server, StoreFailure.Kind kind, String... words) {
        StoreFailure failure = refused(server);
        assertThat(failure.sentence()).contains(words);
        assertThat(failure.kind()).isEqualTo(kind);
    }

    @Test
    void aUrlThatIsNoneOrHoldsAPasswordIsRefusedInWords() {
        Optional<String> user = Optional.empty();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new PostgresServer(
                                "jdbc:postgresql://h/d?user=a&password=geheim",
                                user,
                                Optional.empty()))
                .withMessageContaining("holds a password")
                .withMessageNotContaining("geheim");
        for (String url : new String[] {"history", "jdbc:sqlite:x.db", "jdbc:postgresql:"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new PostgresServer(url, user, Optional.empty()))
                    .withMessageContaining("jdbc:postgresql://127.0.0.1:5432/history");
        }
        assertThat(
                        new PostgresServer(
                                        "jdbc:postgresql://db.lan/history", user, Optional.empty())
                                .name())
                .isEqualTo("db.lan:5432/history");
    }

    @Test
    void aWrongPasswordNamesTheUserAndTheFile(PostgresServer server) throws Exception {
        Path wrong = Files.writeString(folder.resolve("pw"), "wrong\n");
        assertRefused(
                new PostgresServer(server.url(), server.user(), Optional.of(wrong)),
                StoreFailure.Kind.LASTING,
                server.name(),
                "user plant",
                wrong.toString());
        Path none = folder.resolve("none");
        assertRefused(
                new PostgresServer(server.url(), server.user(), Optional.of(none)),
                StoreFailure.Kind.LASTING,
                none.toString(),
                "cannot be read");
    }

    @Test
    void aMissingDatabaseIsNamed(PostgresServer server) {
        String other = server.url().replace("/postgres?", "/nowhere?");
        assertRefused(
                new PostgresServer(other, server.user(), server.passwordFile()),
                StoreFailure.Kind.LASTING,
                "/nowhere",
                "createdb");
    }

    @Test
    void aServerThatIsAwayMayComeBack() {
        int port = FreePorts.one();
        assertRefused(
                new PostgresServer(
                        "jdbc:postgresql://127.0.0.1:" + port + "/history",
                        Optional.of("plant"),
                        Optional.empty()),
                StoreFailure.Kind.PASSING,
                "127.0.0.1:" + port + "/history",
                "cannot be reached");
        assertRefused(
                new PostgresServer(
                        "jdbc:postgresql://no-such-host.invalid/history",
                        Optional.of("plant"),
                        Optional.empty()),
                StoreFailure.Kind.PASSING,
                "the host no-such-host.invalid is not known");
    }

    @Test
    void aUserWhoMayMakeNoTablesIsToldSo(PostgresServer server) throws Exception {
        String schema = server.url().substring(server.url().indexOf('=') + 1);
        try (Connection connection = server.openForWriting();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE ROLE small LOGIN PASSWORD '" + PostgresCluster.PASSWORD + "'");
            statement.execute("GRANT USAGE ON SCHEMA " + schema + " TO small");
            connection.commit();
        }
        assertRefused(
                new PostgresServer(server.url(), Optional.of("small"), server.passwordFile()),
                StoreFailure.Kind.LASTING,
                "permission denied for schema " + schema,
                "grant it");
    }

    @Test
    void tablesOfAnotherProgramAndOfALaterOneAreLeftAlone(PostgresServer server) throws Exception {
        String schema = server.url().substring(server.url().indexOf('=') + 1) + "_own";
        try (Connection connection = server.openForWriting();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE tags (name text)");
            connection.commit();
            assertRefused(server, StoreFailure.Kind.LASTING, "a table tags of another program");
            statement.execute("DROP TABLE tags");
            statement.execute("CREATE SCHEMA " + schema);
            connection.commit();
            PostgresServer own =
                    new PostgresServer(server.url() + "_own", server.user(), server.passwordFile());
            PostgresReadingStore.open(own, () -> START).close();
            statement.execute("UPDATE " + schema + ".history_version SET version = 99");
            connection.commit();
            assertRefused(own, StoreFailure.Kind.LASTING, "later PlantDeck");
        }
        assertThatExceptionOfType(StoreFailure.class)
                .isThrownBy(() -> PostgresQueries.open(server))
                .withMessageContaining("holds no history");
    }
}
