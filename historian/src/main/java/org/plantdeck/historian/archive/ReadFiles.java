package org.plantdeck.historian.archive;

import org.plantdeck.historian.store.SqliteFile;
import org.plantdeck.historian.store.StoreFailure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files a reader has open, a connection each, the ones used last. Threads: one. */
final class ReadFiles implements AutoCloseable {

    private static final int MOST = 64;

    private final Duration patience;
    private final Map<Path, Tables> open = new LinkedHashMap<>();

    ReadFiles(Duration patience) {
        this.patience = patience;
    }

    /** Asks one file by ranges of keys, both ends included. */
    static final class Tables {
        private final Connection connection;
        private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>();

        private Tables(Connection connection) {
            this.connection = connection;
        }

        ResultSet chunks(long first, long last) throws SQLException {
            return range("chunks", first, last);
        }

        ResultSet stamps(long first, long last) throws SQLException {
            return range("stamps", first, last);
        }

        ResultSet minutes(long first, long last) throws SQLException {
            return range("minutes", first, last);
        }

        private ResultSet range(String table, long first, long last) throws SQLException {
            PreparedStatement statement = prepared.get(table);
            if (statement == null) {
                statement =
                        connection.prepareStatement(
                                "SELECT key, data FROM "
                                        + table
                                        + " WHERE key BETWEEN ? AND ? ORDER BY key");
                prepared.put(table, statement);
            }
            statement.setLong(1, first);
            statement.setLong(2, last);
            return statement.executeQuery();
        }
    }

    /** A file's tables; empty where it was made and nothing was written to it yet, or is gone. */
    Optional<Tables> of(Path path) throws StoreFailure {
        Tables known = open.remove(path);
        if (known == null) {
            while (open.size() >= MOST) {
                Path oldest = open.keySet().iterator().next();
                forget(oldest);
            }
            Optional<Tables> opened = opened(path);
            if (opened.isEmpty()) {
                return opened;
            }
            known = opened.get();
        }
        open.put(path, known);
        return Optional.of(known);
    }

    /** What retention has removed since its name was read is no damage. */
    private Optional<Tables> opened(Path path) throws StoreFailure {
        SqliteFile file = new SqliteFile(path);
        Connection connection;
        try {
            connection = file.openForReading(patience);
        } catch (StoreFailure e) {
            if (Files.exists(path)) {
                throw e;
            }
            return Optional.empty();
        }
        try {
            if (isEmpty(connection)) {
                close(connection);
                return Optional.empty();
            }
        } catch (SQLException e) {
            close(connection);
            throw file.failure(e);
        }
        return Optional.of(new Tables(connection));
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return !row.next() || row.getInt(1) == 0;
        }
    }

    /** Closes those that are not among some files any more. */
    void keepOnly(Collection<Path> files) {
        Set<Path> there = new HashSet<>(files);
        for (Path path : Set.copyOf(open.keySet())) {
            if (!there.contains(path)) {
                forget(path);
            }
        }
    }

    private void forget(Path path) {
        Tables tables = open.remove(path);
        if (tables != null) {
            close(tables.connection);
        }
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite does not close", e);
        }
    }

    @Override
    public void close() {
        open.values().forEach(it -> close(it.connection));
        open.clear();
    }
}
