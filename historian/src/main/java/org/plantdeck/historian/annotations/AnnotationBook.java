package org.plantdeck.historian.annotations;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The annotations of a history, in a file of their own beside it. Any process may read and write
 * them; each act is durable when it returns. Retention leaves them alone. Threads: one at a time.
 */
public final class AnnotationBook implements AutoCloseable {

    /** Annotations that are given at once. */
    public static final int MOST = 1_000;

    private static final int VERSION = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String COLUMNS = "id, from_ms, to_ms, text, author, written_ms";

    private final SqliteFile file;
    private Optional<Connection> connection = Optional.empty();
    private boolean writable;

    /** Whether the file was made and its table was not, as by a crash. */
    private boolean isEmpty;

    private AnnotationBook(SqliteFile file) {
        this.file = file;
    }

    /** The annotations of a history; their file is made with the first one. */
    public static AnnotationBook of(Path database) {
        return new AnnotationBook(new SqliteFile(fileOf(database)));
    }

    /** Where the annotations are that belong to a database. */
    public static Path fileOf(Path database) {
        return database.resolveSibling("annotations.db");
    }

    /**
     * Those about a stretch of time or a part of it, the earliest first, {@link #MOST} at most.
     *
     * @throws StoreFailure where they cannot be read
     */
    public List<Annotation> between(Instant from, Instant to) throws StoreFailure {
        if (connection.isEmpty() && !Files.exists(file.path())) {
            return List.of();
        }
        Connection opened = open(false);
        if (isEmpty) {
            close();
            return List.of();
        }
        try (PreparedStatement select =
                opened.prepareStatement(
                        "SELECT "
                                + COLUMNS
                                + " FROM annotations WHERE to_ms >= ? AND from_ms <= ?"
                                + " ORDER BY from_ms, id LIMIT "
                                + MOST)) {
            select.setLong(1, from.toEpochMilli());
            select.setLong(2, to.toEpochMilli());
            List<Annotation> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(annotation(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Annotation annotation(ResultSet row) throws SQLException {
        return new Annotation(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                Instant.ofEpochMilli(row.getLong(3)),
                row.getString(4),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)));
    }

    /**
     * Keeps one under a number of its own, whatever number it has.
     *
     * @return the same with that number
     * @throws StoreFailure where it could not be stored
     */
    public Annotation add(Annotation wanted) throws StoreFailure {
        try (PreparedStatement insert =
                open(true)
                        .prepareStatement(
                                "INSERT INTO annotations(from_ms, to_ms, text, author, written_ms)"
                                        + " VALUES (?, ?, ?, ?, ?) RETURNING "
                                        + COLUMNS)) {
            set(insert, 1, wanted);
            try (ResultSet row = insert.executeQuery()) {
                return annotation(row);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void set(PreparedStatement insert, int first, Annotation annotation)
            throws SQLException {
        insert.setLong(first, annotation.from().toEpochMilli());
        insert.setLong(first + 1, annotation.to().toEpochMilli());
        insert.setString(first + 2, annotation.text());
        insert.setString(first + 3, annotation.author());
        insert.setLong(first + 4, annotation.writtenAt().toEpochMilli());
    }

    /**
     * Keeps one under its number, in the place of what had it: a change, or the way back from a
     * removal.
     *
     * @throws StoreFailure where it could not be stored
     */
    public Annotation put(Annotation annotation) throws StoreFailure {
        try (PreparedStatement insert =
                open(true)
                        .prepareStatement(
                                "INSERT OR REPLACE INTO annotations("
                                        + COLUMNS
                                        + ") VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setLong(1, annotation.id());
            set(insert, 2, annotation);
            insert.executeUpdate();
            return annotation;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Removes one; does nothing where there is none of this number.
     *
     * @throws StoreFailure where it could not be removed
     */
    public void remove(long id) throws StoreFailure {
        try (PreparedStatement delete =
                open(true).prepareStatement("DELETE FROM annotations WHERE id = ?")) {
            delete.setLong(1, id);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** A directory that cannot be written to can still be read. */
    private Connection open(boolean forWriting) throws StoreFailure {
        if (connection.isPresent() && (writable || !forWriting)) {
            return connection.get();
        }
        close();
        Connection opened =
                forWriting ? file.openForWriting(PATIENCE) : file.openForReading(PATIENCE);
        try {
            prepare(opened, forWriting);
        } catch (SQLException e) {
            close(opened);
            throw file.failure(e);
        } catch (StoreFailure e) {
            close(opened);
            throw e;
        }
        connection = Optional.of(opened);
        writable = forWriting;
        return opened;
    }

    private void prepare(Connection opened, boolean forWriting) throws SQLException, StoreFailure {
        try (Statement statement = opened.createStatement()) {
            int version;
            try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
                version = row.getInt(1);
            }
            if (version > VERSION) {
                throw new StoreFailure(
                        StoreFailure.Kind.LASTING,
                        file.path()
                                + " was made by a later PlantDeck (its version is "
                                + version
                                + ", this one knows "
                                + VERSION
                                + "); use that one",
                        new SQLException("user_version " + version));
            }
            isEmpty = !forWriting && version == 0;
            if (forWriting && version == 0) {
                // a number is not used again, so that a removal cannot meet another annotation
                statement.execute(
                        "CREATE TABLE annotations(id INTEGER PRIMARY KEY AUTOINCREMENT,"
                                + " from_ms INTEGER NOT NULL, to_ms INTEGER NOT NULL, text TEXT NOT"
                                + " NULL, author TEXT NOT NULL, written_ms INTEGER NOT NULL)"
                                + " STRICT");
                statement.execute("PRAGMA user_version=" + VERSION);
            }
            if (forWriting) {
                opened.commit();
                opened.setAutoCommit(true); // each act is one statement
            }
        }
    }

    /** After a failure the next act begins anew. */
    private StoreFailure failed(SQLException e) {
        close();
        return file.failure(e);
    }

    private static void close(Connection opened) {
        try {
            opened.close();
        } catch (SQLException e) {
            // it is of no further use, closed or not
        }
    }

    @Override
    public void close() {
        connection.ifPresent(AnnotationBook::close);
        connection = Optional.empty();
    }
}
