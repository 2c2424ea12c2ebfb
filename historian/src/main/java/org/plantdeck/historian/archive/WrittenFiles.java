package org.plantdeck.historian.archive;

import org.plantdeck.historian.store.SqliteFile;
import org.plantdeck.historian.store.StoreFailure;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;

/** The files a writer has open, a connection each, the few used last. Threads: one. */
final class WrittenFiles implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PAGE_BYTES = 4_096;
    private static final int VERSION = 1;
    private static final int MOST = 3;

    private final List<String> schema;
    private final LinkedHashMap<Path, Connection> open = new LinkedHashMap<>();

    /**
     * @param schema what makes an empty file one of these
     */
    WrittenFiles(List<String> schema) {
        this.schema = List.copyOf(schema);
    }

    /** The connection to a file, made where it is missing. */
    Connection of(Path path) throws StoreFailure {
        Connection known = open.remove(path);
        if (known != null) {
            open.put(path, known);
            return known;
        }
        while (open.size() >= MOST) {
            ReadFiles.close(open.pollFirstEntry().getValue());
        }
        SqliteFile file = new SqliteFile(path);
        Connection connection = file.openSteady(PATIENCE, PAGE_BYTES);
        try {
            prepare(connection, path);
        } catch (SQLException e) {
            ReadFiles.close(connection);
            throw file.failure(e);
        } catch (StoreFailure e) {
            ReadFiles.close(connection);
            throw e;
        }
        open.put(path, connection);
        return connection;
    }

    private void prepare(Connection connection, Path path) throws SQLException, StoreFailure {
        try (Statement statement = connection.createStatement()) {
            int version = version(statement);
            if (version > VERSION) {
                throw new StoreFailure(
                        StoreFailure.Kind.LASTING,
                        path + " was written by a later PlantDeck; use that one");
            }
            if (version == 0) {
                for (String each : schema) {
                    statement.execute(each);
                }
                statement.execute("PRAGMA user_version=" + VERSION);
            }
            connection.commit();
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** Closes a file. */
    void forget(Path path) {
        Connection known = open.remove(path);
        if (known != null) {
            ReadFiles.close(known);
        }
    }

    @Override
    public void close() {
        open.values().forEach(ReadFiles::close);
        open.clear();
    }
}
