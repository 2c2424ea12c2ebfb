package org.plantdeck.historian.postgres;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.store.StoreFailure;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A database of a PostgreSQL server and who the historian is there. Threads: any.
 *
 * @param url such as {@code jdbc:postgresql://db.plant.lan:5432/history}; takes the properties of
 *     the PostgreSQL JDBC driver, but no password
 * @param user who connects; empty where the URL says it, or else the name of the account
 * @param passwordFile the file whose first line is the password; without one the driver looks into
 *     the password file of PostgreSQL's own programs, {@code PGPASSFILE} or {@code ~/.pgpass}
 */
public record PostgresServer(String url, Optional<String> user, Optional<Path> passwordFile) {

    private static final String SCHEME = "jdbc:postgresql:";

    /** The oldest server that is used. */
    private static final int OLDEST_VERSION = 13;

    private static final String CONNECT_SECONDS = "5";

    /** A server that says nothing for so long is given up. */
    private static final String ANSWER_SECONDS = "90";

    /**
     * The server soon notices that a client is gone and lets go of what it held. Nothing waits long
     * for a lock, and a commit is on the disk, whatever the server's configuration says.
     */
    private static final String SESSION =
            "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5;"
                    + " SET tcp_keepalives_count = 3;"
                    + " SET idle_in_transaction_session_timeout = '60s';"
                    + " SET statement_timeout = '60s'; SET lock_timeout = '5s';"
                    + " SET timezone = 'UTC'";

    private static final String WRITING = "; SET synchronous_commit = on";
    private static final String READING = "; SET default_transaction_read_only = on";

    /**
     * Checks the URL.
     *
     * @throws IllegalArgumentException in words that go on after the name of the setting
     */
    public PostgresServer {
        Properties parsed = parsed(url);
        if (PGProperty.PASSWORD.getOrDefault(parsed) != null) {
            throw new IllegalArgumentException(
                    "holds a password; put it into the first line of a file that only you can read"
                            + " and name that file, or into ~/.pgpass");
        }
    }

    private static Properties parsed(String url) {
        @Nullable Properties parsed =
                url.startsWith(SCHEME) ? Driver.parseURL(url, new Properties()) : null;
        if (parsed == null || database(parsed).isEmpty()) {
            throw new IllegalArgumentException(
                    "must be a database's address, such as"
                            + " jdbc:postgresql://127.0.0.1:5432/history");
        }
        return parsed;
    }

    private static String database(Properties parsed) {
        return Optional.ofNullable(PGProperty.PG_DBNAME.getOrDefault(parsed)).orElse("");
    }

    /** Host, port and database, as in {@code db.plant.lan:5432/history}. */
    public String name() {
        Properties parsed = parsed(url);
        return PGProperty.PG_HOST.getOrDefault(parsed)
                + ":"
                + PGProperty.PG_PORT.getOrDefault(parsed)
                + "/"
                + database(parsed);
    }

    /** Who connects as the URL says. */
    Optional<String> userOfUrl() {
        return Optional.ofNullable(PGProperty.USER.getOrDefault(parsed(url)));
    }

    @Override
    public String toString() {
        return name();
    }

    /** A connection that writes; nothing is committed by itself. */
    Connection openForWriting() throws StoreFailure {
        return open(SESSION + WRITING, false);
    }

    /** A connection that only reads; each statement is a transaction of its own. */
    Connection openForReading() throws StoreFailure {
        return open(SESSION + READING, true);
    }

    private Connection open(String session, boolean alone) throws StoreFailure {
        try {
            Connection connection = DriverManager.getConnection(url, properties());
            try (Statement statement = connection.createStatement()) {
                requireVersion(connection);
                statement.execute(session);
                connection.setAutoCommit(alone);
                return connection;
            } catch (SQLException | StoreFailure e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Properties properties() throws StoreFailure {
        Properties properties = new Properties();
        PGProperty.APPLICATION_NAME.set(properties, "PlantDeck historian");
        PGProperty.CONNECT_TIMEOUT.set(properties, CONNECT_SECONDS);
        PGProperty.SOCKET_TIMEOUT.set(properties, ANSWER_SECONDS);
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        user.ifPresent(it -> PGProperty.USER.set(properties, it));
        if (passwordFile.isPresent()) {
            PGProperty.PASSWORD.set(properties, password(passwordFile.get()));
        }
        return properties;
    }

    private static String password(Path file) throws StoreFailure {
        try {
            List<String> lines = Files.readAllLines(file);
            if (!lines.isEmpty() && !lines.getFirst().isBlank()) {
                return lines.getFirst().strip();
            }
        } catch (IOException e) {
            throw new StoreFailure(
                    StoreFailure.Kind.LASTING,
                    "The password file "
                            + file
                            + " cannot be read; make it with the password in its first line",
                    e);
        }
        throw new StoreFailure(
                StoreFailure.Kind.LASTING,
                "The password file " + file + " is empty; write the password into its first line");
    }

    private void requireVersion(Connection connection) throws SQLException, StoreFailure {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            throw new StoreFailure(
                    StoreFailure.Kind.LASTING,
                    "%s is PostgreSQL %d; PlantDeck needs %d or newer"
                            .formatted(name(), version, OLDEST_VERSION));
        }
    }

    /** What an error of the server means for an operator. */
    StoreFailure failure(SQLException e) {
        return PostgresFailures.of(this, e);
    }
}
