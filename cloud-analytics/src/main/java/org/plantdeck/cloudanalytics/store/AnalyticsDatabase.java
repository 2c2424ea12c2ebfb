package org.plantdeck.cloudanalytics.store;

import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/**
 * The one writer of analytics.db. What is written in a transaction is on the disk when it returns.
 * Threads: one at a time.
 */
public final class AnalyticsDatabase implements AutoCloseable {

    /** The layout this version writes, in the file's user_version. */
    static final int LAYOUT = 1;

    private static final Logger LOG = LoggerFactory.getLogger(AnalyticsDatabase.class);

    private final Connection connection;
    private final WindowTable windows;
    private final RunTable runs;
    private final InsightTable insights;

    private AnalyticsDatabase(Connection connection) throws SQLException {
        this.connection = connection;
        this.windows = new WindowTable(connection);
        this.runs = new RunTable(connection);
        this.insights = new InsightTable(connection);
    }

    /** What a transaction does. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws SQLException;
    }

    /**
     * Opens the file, and makes it and its folder where they are missing.
     *
     * @throws PartFailure where it cannot be written or is of a later version
     */
    public static AnalyticsDatabase open(Path file) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            Connection connection = connect(file);
            try {
                layOut(connection, file);
                return new AnalyticsDatabase(connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException | IOException e) {
            throw new PartFailure(
                    "cloud-analytics cannot write to "
                            + file
                            + " ("
                            + e.getMessage()
                            + "); choose another directory with --data DIR or move the file away",
                    e);
        }
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(5_000);
        return DriverManager.getConnection(
                "jdbc:sqlite:" + file + "?jdbc.get_generated_keys=false", config.toProperties());
    }

    private static void layOut(Connection connection, Path file) throws SQLException {
        int layout;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            layout = row.getInt(1);
        }
        if (layout > LAYOUT) {
            throw new PartFailure(
                    file + " was written by a later PlantDeck; start that one or move it away");
        }
        if (layout == 0) {
            execute(connection, "BEGIN IMMEDIATE");
            for (String sql : tables().split(";", -1)) {
                if (!sql.isBlank()) {
                    execute(connection, sql);
                }
            }
            execute(connection, "PRAGMA user_version = " + LAYOUT);
            execute(connection, "COMMIT");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String tables() {
        try (InputStream sql =
                Objects.requireNonNull(
                        AnalyticsDatabase.class.getResourceAsStream("analytics.sql"))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("analytics.sql", e);
        }
    }

    /** The windows. */
    public WindowTable windows() {
        return windows;
    }

    /** The runs and their gaps. */
    public RunTable runs() {
        return runs;
    }

    /** The insights and how far the rules have looked. */
    public InsightTable insights() {
        return insights;
    }

    /**
     * Does work in one transaction: all of it is on the disk when this returns, or none of it is
     * there when this throws.
     */
    public <T> T transaction(Work<T> work) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
        boolean committed = false;
        try {
            T result = work.run();
            execute(connection, "COMMIT");
            committed = true;
            return result;
        } finally {
            if (!committed) {
                rollBack();
            }
        }
    }

    /** SQLite may have rolled back by itself, as it does where the disk is full. */
    private void rollBack() throws SQLException {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException nothingToRollBack) {
            LOG.atDebug().setCause(nothingToRollBack).log("Rolled back already");
        }
        windows.reload();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
