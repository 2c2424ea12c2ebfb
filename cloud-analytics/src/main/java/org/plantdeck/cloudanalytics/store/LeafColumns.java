package org.plantdeck.cloudanalytics.store;

import org.plantdeck.signal.AnalyticsWindow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Which column of analytics_data holds which leaf, in the order they came. A new leaf gets a column
 * as long as there are fewer than {@link #COLUMNS_MAX}; what is beyond is left out and counted.
 * Threads: the connection's.
 */
final class LeafColumns {

    /** Leaves a table takes; the bridge's windows have about 40. */
    static final int COLUMNS_MAX = 200;

    /** Longest path of a leaf that gets a column. */
    static final int PATH_LENGTH_MAX = 120;

    private static final Logger LOG = LoggerFactory.getLogger(LeafColumns.class);
    private static final Set<String> OWN = Set.of("run", "sequence", "window_start", "window_end");

    private final Connection connection;
    private final SequencedMap<String, String> columnOfPath = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>(OWN);
    private long leftOut;

    LeafColumns(Connection connection) throws SQLException {
        this.connection = connection;
        reload();
    }

    /** Reads the columns as they are stored, such as after a rollback. */
    void reload() throws SQLException {
        columnOfPath.clear();
        taken.clear();
        taken.addAll(OWN);
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT path, column_name FROM analytics_leaves ORDER BY place")) {
            while (row.next()) {
                remember(row.getString(1), row.getString(2));
            }
        }
    }

    private void remember(String path, String column) {
        columnOfPath.put(path, column);
        taken.add(column.toLowerCase(Locale.ROOT));
    }

    /** Gives every leaf of a window a column; says whether columns were added. */
    boolean cover(AnalyticsWindow window) throws SQLException {
        boolean added = false;
        for (String path : window.values().paths()) {
            if (!columnOfPath.containsKey(path)) {
                added |= add(path);
            }
        }
        return added;
    }

    private boolean add(String path) throws SQLException {
        if (columnOfPath.size() >= COLUMNS_MAX || path.length() > PATH_LENGTH_MAX) {
            if (leftOut == 0) {
                LOG.atWarn()
                        .addKeyValue("leaf", path)
                        .addKeyValue("columns", columnOfPath.size())
                        .log("A leaf of a window is left out, the table takes no more");
            }
            leftOut++;
            return false;
        }
        String column = freeColumn(path.replace('.', '_').replace('\0', '_'));
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE analytics_data ADD COLUMN " + quoted(column));
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO analytics_leaves (place, path, column_name) VALUES (?, ?,"
                                + " ?)")) {
            insert.setInt(1, columnOfPath.size());
            insert.setString(2, path);
            insert.setString(3, column);
            insert.executeUpdate();
        }
        remember(path, column);
        return true;
    }

    /** Two paths may come to one name, as a.b and a_b do, and SQLite's names know no case. */
    private String freeColumn(String wanted) {
        String column = wanted;
        for (int i = 2; taken.contains(column.toLowerCase(Locale.ROOT)); i++) {
            column = wanted + "_" + i;
        }
        return column;
    }

    /** The leaves that have a column, in the order of the columns. */
    List<String> paths() {
        return List.copyOf(columnOfPath.keySet());
    }

    /** The columns of the table, quoted, its own first. */
    List<String> quotedColumns() {
        List<String> columns =
                new ArrayList<>(List.of("run", "sequence", "window_start", "window_end"));
        columnOfPath.values().forEach(column -> columns.add(quoted(column)));
        return columns;
    }

    /** The column that holds a leaf, quoted. */
    Optional<String> quotedColumn(String path) {
        return Optional.ofNullable(columnOfPath.get(path)).map(LeafColumns::quoted);
    }

    /** How many leaves were left out since the part was started. */
    long leftOut() {
        return leftOut;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
