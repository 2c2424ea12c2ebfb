package org.plantdeck.historian.store;

import org.sqlite.SQLiteConfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A database file of the historian: how it is opened, and what its errors mean. Threads: any.
 *
 * @param path where it is
 */
public record SqliteFile(Path path) {

    /** SQLite's primary result codes that mean something of their own here. */
    private static final int PERM = 3;

    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READONLY = 8;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANTOPEN = 14;
    private static final int TOOBIG = 18;
    private static final int CONSTRAINT = 19;
    private static final int MISMATCH = 20;
    private static final int NOTADB = 26;

    /** The write-ahead log is cut back to this after a checkpoint, in bytes. */
    private static final long LOG_BYTES_KEPT = 16L * 1024 * 1024;

    /** Pages in the write-ahead log at which a commit checkpoints it; 4 kB each. */
    private static final int CHECKPOINT_PAGES = 2_000;

    /**
     * The connection that writes, with a write-ahead log, durable at each commit; makes the file
     * and its folder where they are missing. The file gives back what is removed.
     *
     * @param patience how long it waits for a lock another program holds
     * @throws StoreFailure where it cannot be opened or made
     */
    public Connection openForWriting(Duration patience) throws StoreFailure {
        return openForWriting(patience, "auto_vacuum=INCREMENTAL");
    }

    /**
     * The same of a file that keeps its size.
     *
     * @param pageBytes the size of a page, a power of two from 512 to 65,536
     * @throws StoreFailure where it cannot be opened or made
     */
    public Connection openSteady(Duration patience, int pageBytes) throws StoreFailure {
        return openForWriting(patience, "page_size=" + pageBytes);
    }

    private Connection openForWriting(Duration patience, String beforeFirstPage)
            throws StoreFailure {
        try {
            Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreFailure(
                    StoreFailure.Kind.LASTING,
                    "The folder of " + path + " cannot be made; choose a directory you may write",
                    e);
        }
        SQLiteConfig config = config(patience);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + path);
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA " + beforeFirstPage);
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=FULL");
                statement.execute("PRAGMA fullfsync=ON");
                statement.execute("PRAGMA checkpoint_fullfsync=ON");
                statement.execute("PRAGMA journal_size_limit=" + LOG_BYTES_KEPT);
                statement.execute("PRAGMA wal_autocheckpoint=" + CHECKPOINT_PAGES);
                connection.setAutoCommit(false);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return connection;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * A connection that only reads.
     *
     * @throws StoreFailure where there is none or it cannot be read
     */
    public Connection openForReading(Duration patience) throws StoreFailure {
        if (!Files.isRegularFile(path)) {
            throw new StoreFailure(
                    StoreFailure.Kind.LASTING,
                    "There is no historian database at "
                            + path
                            + "; run the historian first or choose another data directory");
        }
        SQLiteConfig config = config(patience);
        config.setReadOnly(true);
        try {
            return config.createConnection("jdbc:sqlite:" + path);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static SQLiteConfig config(Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        config.setBusyTimeout((int) patience.toMillis());
        return config;
    }

    /** What is the same for as long as nobody moves the file; empty where a system has no such. */
    Optional<Object> identity() {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(path, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What an error of SQLite means for an operator. */
    public StoreFailure failure(SQLException e) {
        return switch (e.getErrorCode() & 0xff) {
            case FULL ->
                    passing(
                            "The disk of " + path + " is full; free some space, it goes on then",
                            e);
            case BUSY, LOCKED ->
                    passing(
                            "Another program keeps " + path + " locked; end it, it goes on then",
                            e);
            case PERM, READONLY, CANTOPEN ->
                    lasting(path + " cannot be opened for writing; check its folder and rights", e);
            case CORRUPT -> lasting(path + " is damaged; move it away, a new one is made then", e);
            case NOTADB -> lasting(path + " is not an SQLite database; move it away", e);
            case TOOBIG, CONSTRAINT, MISMATCH ->
                    new StoreFailure(
                            StoreFailure.Kind.CONTENT,
                            path + " does not take this: " + e.getMessage(),
                            e);
            default -> passing(path + " cannot be written or read: " + e.getMessage(), e);
        };
    }

    private static StoreFailure passing(String sentence, SQLException cause) {
        return new StoreFailure(StoreFailure.Kind.PASSING, sentence, cause);
    }

    private static StoreFailure lasting(String sentence, SQLException cause) {
        return new StoreFailure(StoreFailure.Kind.LASTING, sentence, cause);
    }
}
