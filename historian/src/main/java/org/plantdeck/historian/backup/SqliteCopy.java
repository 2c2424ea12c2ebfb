package org.plantdeck.historian.backup;

import org.plantdeck.historian.backup.Course.Cancelled;
import org.plantdeck.historian.store.SqliteFile;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.PartFailure;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What SQLite does to one file of a history as a reader, beside whoever writes it: copies one state
 * of it, and looks whether its pages are in order. Threads: one.
 */
final class SqliteCopy {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Steps of SQLite's machine between two looks at how far it is; a millisecond or so. */
    private static final int STEPS = 10_000;

    private static final int INTERRUPT = 9;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int NOTADB = 26;

    private SqliteCopy() {}

    /**
     * Copies the state a file has now, without what is free in it. There is no copy where nothing
     * was written to the file yet, or where it is gone.
     *
     * @param to where there is no file
     * @return what is damaged in it, where that keeps it from being copied
     */
    static Optional<String> copy(Path from, Path to, Course course) throws Cancelled {
        if (hasNothing(from)) {
            return Optional.empty();
        }
        long bytes = Math.max(1, DiskFiles.size(from));
        try (Connection connection = new SqliteFile(from).openForReading(PATIENCE)) {
            if (number(connection, "PRAGMA user_version") == 0) {
                return Optional.empty();
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA synchronous=OFF"); // what it becomes part of is synced
            }
            watch(connection, () -> course.goesOn(0.5 * DiskFiles.size(to) / bytes));
            try (PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
                vacuum.setString(1, to.toString());
                vacuum.execute();
            }
            return Optional.empty();
        } catch (SQLException e) {
            return failed(from, to, e);
        } catch (StoreFailure e) {
            if (hasNothing(from)) {
                return Optional.empty(); // aged out meanwhile
            }
            throw new PartFailure(e.sentence(), e);
        }
    }

    /** Gone, or the making of it was cut short, and its first journal is still there. */
    private static boolean hasNothing(Path file) {
        return Files.notExists(file) || Files.exists(Path.of(file + "-journal"));
    }

    private static Optional<String> failed(Path from, Path to, SQLException e) throws Cancelled {
        return switch (e.getErrorCode() & 0xff) {
            case INTERRUPT -> throw new Cancelled();
            case CORRUPT, NOTADB -> Optional.of(String.valueOf(e.getMessage()));
            case FULL ->
                    throw new PartFailure(
                            to.getParent() + " cannot be written: " + DiskFiles.NO_SPACE, e);
            default -> {
                if (hasNothing(from)) {
                    yield Optional.empty();
                }
                throw new PartFailure(from + " cannot be copied: " + e.getMessage(), e);
            }
        };
    }

    /**
     * What is wrong with the pages of a file.
     *
     * @return in words; empty where they are in order
     */
    static Optional<String> disorder(Path file, Course course) throws Cancelled {
        try (Connection connection = new SqliteFile(file).openForReading(PATIENCE)) {
            watch(connection, () -> course.goesOn(0.5));
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("PRAGMA integrity_check(1)")) {
                String words = row.next() ? row.getString(1) : "";
                return words.equals("ok") ? Optional.empty() : Optional.of(words);
            }
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xff) == INTERRUPT) {
                throw new Cancelled();
            }
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (StoreFailure e) {
            return Optional.of(e.sentence());
        }
    }

    /** Takes all rows of some tables as they are now over into a copy of the same file. */
    static void refresh(Path from, Path copy, List<String> tables) {
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        try (Connection source = new SqliteFile(from).openForReading(PATIENCE);
                Connection target = config.createConnection("jdbc:sqlite:" + copy)) {
            source.setAutoCommit(false);
            target.setAutoCommit(false);
            for (String table : tables) {
                refresh(source, target, table);
            }
            target.commit();
        } catch (SQLException e) {
            throw new PartFailure(copy + " cannot be written: " + e.getMessage(), e);
        } catch (StoreFailure e) {
            throw new PartFailure(e.sentence(), e);
        }
    }

    private static void refresh(Connection source, Connection target, String table)
            throws SQLException {
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = row.getMetaData().getColumnCount();
            String places = ", ?".repeat(columns).substring(2);
            try (PreparedStatement insert =
                    target.prepareStatement(
                            "INSERT OR REPLACE INTO " + table + " VALUES (" + places + ")")) {
                while (row.next()) {
                    for (int i = 1; i <= columns; i++) {
                        insert.setObject(i, row.getObject(i));
                    }
                    insert.executeUpdate();
                }
            }
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static void watch(Connection connection, BooleanSupplier goesOn) throws SQLException {
        ProgressHandler.setHandler(
                connection,
                STEPS,
                new ProgressHandler() {
                    @Override
                    protected int progress() {
                        return goesOn.getAsBoolean() ? 0 : 1;
                    }
                });
    }
}
