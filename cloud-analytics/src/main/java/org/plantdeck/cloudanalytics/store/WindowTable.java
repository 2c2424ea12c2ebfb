package org.plantdeck.cloudanalytics.store;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.IsoTime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The table analytics_data: each window once by run and sequence, a column a leaf. Threads: the
 * connection's.
 */
public final class WindowTable {

    private final Connection connection;
    private final LeafColumns columns;
    private @Nullable PreparedStatement insert;
    private @Nullable PreparedStatement select;

    WindowTable(Connection connection) throws SQLException {
        this.connection = connection;
        this.columns = new LeafColumns(connection);
    }

    /**
     * Stores a window.
     *
     * @return false where it was stored before; it is left as it was
     */
    public boolean add(AnalyticsWindow window) throws SQLException {
        if (columns.cover(window)) {
            forgetStatements();
        }
        PreparedStatement statement = insert();
        statement.setString(1, window.run());
        statement.setLong(2, window.sequence());
        statement.setString(3, IsoTime.format(window.start()));
        statement.setString(4, IsoTime.format(window.end()));
        int index = 5;
        for (String path : columns.paths()) {
            Cells.bind(statement, index, window.values().get(path));
            index++;
        }
        return statement.executeUpdate() == 1;
    }

    private PreparedStatement insert() throws SQLException {
        if (insert == null) {
            List<String> names = columns.quotedColumns();
            insert =
                    connection.prepareStatement(
                            "INSERT INTO analytics_data ("
                                    + String.join(", ", names)
                                    + ") VALUES ("
                                    + String.join(", ", Collections.nCopies(names.size(), "?"))
                                    + ") ON CONFLICT DO NOTHING");
        }
        return insert;
    }

    /** The windows of a run with after &lt; sequence ≤ through, in their order. */
    public List<AnalyticsWindow> between(String run, long after, long through, int limit)
            throws SQLException {
        PreparedStatement statement = select();
        statement.setString(1, run);
        statement.setLong(2, after);
        statement.setLong(3, through);
        statement.setInt(4, limit);
        List<String> paths = columns.paths();
        List<AnalyticsWindow> windows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                windows.add(WindowRows.window(row, paths));
            }
        }
        return windows;
    }

    private PreparedStatement select() throws SQLException {
        if (select == null) {
            select =
                    connection.prepareStatement(
                            WindowRows.select(columns)
                                    + "WHERE run = ? AND sequence > ? AND sequence <= ?"
                                    + " ORDER BY sequence LIMIT ?");
        }
        return select;
    }

    /** Whether a run has windows that ended by an instant. */
    public boolean hasOlder(String run, Instant endedBy) throws SQLException {
        return !older(run, endedBy, 1).isEmpty();
    }

    /**
     * Removes the oldest windows of a run that ended by an instant.
     *
     * @param limit how many at most
     * @return their sequence numbers
     */
    public List<Long> prune(String run, Instant endedBy, int limit) throws SQLException {
        List<Long> old = older(run, endedBy, limit);
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM analytics_data WHERE run = ? AND sequence = ?")) {
            for (long sequence : old) {
                delete.setString(1, run);
                delete.setLong(2, sequence);
                delete.addBatch();
            }
            delete.executeBatch();
        }
        return old;
    }

    private List<Long> older(String run, Instant endedBy, int limit) throws SQLException {
        List<Long> old = new ArrayList<>();
        try (PreparedStatement find =
                connection.prepareStatement(
                        "SELECT sequence FROM analytics_data WHERE run = ? AND window_start < ?"
                                + " AND window_end <= ? ORDER BY window_start LIMIT ?")) {
            find.setString(1, run);
            find.setString(2, IsoTime.format(endedBy));
            find.setString(3, IsoTime.format(endedBy));
            find.setInt(4, limit);
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    old.add(row.getLong(1));
                }
            }
        }
        return old;
    }

    /** The end of a run's newest window, if one is here. */
    public Optional<Instant> newestEnd(String run) throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement(
                        "SELECT window_end FROM analytics_data WHERE run = ?"
                                + " ORDER BY sequence DESC LIMIT 1")) {
            find.setString(1, run);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(Cells.time(row.getString(1))) : Optional.empty();
            }
        }
    }

    /** How many leaves found no column since the part was started. */
    public long leavesLeftOut() {
        return columns.leftOut();
    }

    /** Forgets columns that a rolled back transaction had added. */
    void reload() throws SQLException {
        forgetStatements();
        columns.reload();
    }

    private void forgetStatements() throws SQLException {
        if (insert != null) {
            insert.close();
            insert = null;
        }
        if (select != null) {
            select.close();
            select = null;
        }
    }
}
