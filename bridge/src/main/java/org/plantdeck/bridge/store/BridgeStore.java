package org.plantdeck.bridge.store;

import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The bridge's database, one SQLite file. What one transaction holds is there as a whole after a
 * kill at any moment, or not at all. Threads: one at a time; others read the file by connections of
 * their own.
 */
public final class BridgeStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BridgeStore.class);

    /** Version of the tables, in the file's user_version. */
    static final int VERSION = 1;

    private static final String[] TABLES = {
        "CREATE TABLE runs(run TEXT PRIMARY KEY, next_start INTEGER, next_sequence INTEGER NOT"
            + " NULL, bottle_counter INTEGER NOT NULL, power_means TEXT NOT NULL, temperature_means"
            + " TEXT NOT NULL) WITHOUT ROWID",
        "CREATE TABLE sources(run TEXT, source TEXT, first INTEGER NOT NULL,"
                + " highest INTEGER NOT NULL, missing INTEGER NOT NULL, gaps TEXT NOT NULL,"
                + " newest INTEGER NOT NULL, PRIMARY KEY(run, source)) WITHOUT ROWID",
        "CREATE TABLE open_readings(run TEXT, time INTEGER, source TEXT, sequence INTEGER,"
                + " numbers TEXT NOT NULL, PRIMARY KEY(run, time, source, sequence)) WITHOUT ROWID",
        "CREATE TABLE alert_states(run TEXT, rule TEXT, measure TEXT, phase TEXT NOT NULL,"
                + " since INTEGER NOT NULL, edge INTEGER NOT NULL, count INTEGER NOT NULL,"
                + " value REAL NOT NULL, PRIMARY KEY(run, rule, measure)) WITHOUT ROWID",
        "CREATE TABLE windows(position INTEGER PRIMARY KEY, run TEXT NOT NULL,"
                + " sequence INTEGER NOT NULL, window_start TEXT NOT NULL,"
                + " window_end TEXT NOT NULL, body TEXT NOT NULL, closed_at INTEGER NOT NULL,"
                + " sent_at INTEGER, UNIQUE(run, sequence))",
        "CREATE INDEX windows_unsent ON windows(position) WHERE sent_at IS NULL",
        "CREATE INDEX windows_sent ON windows(sent_at, position) WHERE sent_at IS NOT NULL",
        "CREATE TABLE counts(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID",
        "PRAGMA user_version = " + VERSION,
    };

    private final Connection connection;
    private final Statements statements;
    private final RunTables runs;
    private final WindowTable windows;
    private final CountTable counts;

    private BridgeStore(Connection connection) {
        this.connection = connection;
        statements = new Statements(connection);
        runs = new RunTables(statements);
        windows = new WindowTable(statements);
        counts = new CountTable(statements);
    }

    /**
     * Opens the file, made with its folder where it is missing.
     *
     * @throws PartFailure where it cannot be opened, or is none of this version's
     */
    public static BridgeStore open(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Connection connection =
                    DriverManager.getConnection(
                            "jdbc:sqlite:" + file + "?jdbc.get_generated_keys=false");
            try {
                prepare(connection, file);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
            return new BridgeStore(connection);
        } catch (IOException | SQLException | StoreFailure e) {
            throw new PartFailure(
                    "bridge cannot open "
                            + file
                            + " ("
                            + e.getMessage()
                            + "); make it writable, or move it away to begin anew",
                    e);
        }
    }

    private static void prepare(Connection connection, Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA busy_timeout = 5000");
            int version;
            try (var row = statement.executeQuery("PRAGMA user_version")) {
                version = row.getInt(1);
            }
            if (version == 0) {
                statement.execute("BEGIN IMMEDIATE");
                for (String table : TABLES) {
                    statement.execute(table);
                }
                statement.execute("COMMIT");
            } else if (version != VERSION) {
                throw new PartFailure(
                        "bridge: "
                                + file
                                + " was written by a later PlantDeck; start that one or move it"
                                + " away");
            }
        }
    }

    /**
     * Does some work as one transaction, durable when this returns.
     *
     * @throws StoreFailure where it was not kept, not even in part
     */
    public void transaction(Runnable work) {
        statements.update("BEGIN IMMEDIATE");
        boolean done = false;
        try {
            work.run();
            statements.update("COMMIT");
            done = true;
        } finally {
            if (!done) {
                rollBack();
            }
        }
    }

    /** A transaction that SQLite itself has ended already cannot be rolled back once more. */
    private void rollBack() {
        try {
            statements.update("ROLLBACK");
        } catch (StoreFailure ended) {
            LOG.atDebug().setCause(ended).log("Nothing to roll back");
        }
    }

    /** The runs and what is open in them. */
    public RunTables runs() {
        return runs;
    }

    /** The windows that are closed. */
    public WindowTable windows() {
        return windows;
    }

    /** Counts that outlive a restart. */
    public CountTable counts() {
        return counts;
    }

    /**
     * Closes the file; what was not committed is not kept.
     *
     * @throws StoreFailure where it does not close
     */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Statements.failure(e);
        }
    }
}
