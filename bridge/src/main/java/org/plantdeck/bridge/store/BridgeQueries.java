package org.plantdeck.bridge.store;

import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Decoded;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.WindowCodec;
import org.sqlite.SQLiteConfig;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a screen asks of bridge.db, beside the bridge that writes it, from any process. Threads:
 * any; one lock guards the connection. A file that cannot be read is a {@link PartFailure}.
 */
public final class BridgeQueries implements AutoCloseable {

    private final Path file;
    private final Connection connection;
    private final Statements statements;
    private final WindowTable windows;
    private final Object lock = new Object();

    private BridgeQueries(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
        statements = new Statements(connection);
        windows = new WindowTable(statements);
    }

    /**
     * Opens the file for reading.
     *
     * @throws PartFailure where there is none yet, or it cannot be read
     */
    public static BridgeQueries openReadOnly(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new PartFailure(file + " is not there yet; start the bridge first");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(5_000);
        try {
            BridgeQueries queries =
                    new BridgeQueries(
                            file,
                            DriverManager.getConnection(
                                    "jdbc:sqlite:" + file, config.toProperties()));
            queries.requireOurs();
            return queries;
        } catch (SQLException e) {
            throw failure(file, e);
        }
    }

    private void requireOurs() {
        long version = 0;
        try {
            version = ask(() -> statements.number("PRAGMA user_version"));
        } finally {
            if (version != BridgeStore.VERSION) {
                close();
            }
        }
        if (version == 0) {
            throw new PartFailure(file + " holds no windows yet; start the bridge first");
        }
        if (version != BridgeStore.VERSION) {
            throw new PartFailure(
                    file + " was written by another PlantDeck; read it with that one");
        }
    }

    /**
     * The windows that closed last, newest first, sent or not.
     *
     * @param limit how many at most, at least 1
     */
    public List<KeptWindow> newest(int limit) {
        return ask(() ->
                statements.rows(
                        "SELECT position, body, closed_at, sent_at FROM windows"
                                + " ORDER BY position DESC LIMIT ?",
                        this::window,
                        (long) limit));
    }

    private KeptWindow window(ResultSet row) throws SQLException {
        long position = row.getLong(1);
        byte[] body = row.getString(2).getBytes(StandardCharsets.UTF_8);
        Instant closedAt = Instant.ofEpochMilli(row.getLong(3));
        Instant sentAt = Instant.ofEpochMilli(row.getLong(4));
        Optional<Instant> sent = row.wasNull() ? Optional.empty() : Optional.of(sentAt);
        return switch (WindowCodec.decode(body)) {
            case Decoded.Sound<AnalyticsWindow>(AnalyticsWindow window) ->
                    new KeptWindow(position, window, closedAt, sent);
            case Decoded.Malformed<AnalyticsWindow>(String reason) ->
                    throw new SQLException("window " + position + ": " + reason);
        };
    }

    /** How many windows wait to be sent. */
    public long unsentCount() {
        return ask(windows::unsentCount);
    }

    /** Wall time at which the window that waits longest was closed; empty where none waits. */
    public Optional<Instant> oldestUnsent() {
        return ask(windows::oldestUnsent);
    }

    private <T> T ask(Supplier<T> question) {
        synchronized (lock) {
            try {
                return question.get();
            } catch (StoreFailure e) {
                throw failure(file, e);
            }
        }
    }

    private static PartFailure failure(Path file, Exception cause) {
        return new PartFailure(file + " cannot be read: " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        synchronized (lock) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw failure(file, e);
            }
        }
    }
}
