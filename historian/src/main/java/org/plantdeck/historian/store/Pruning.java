package org.plantdeck.historian.store;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.IsoTime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Removes what is older than the retention, a bounded number of rows at a time. Threads: one. */
final class Pruning {

    /** Free pages below this are kept for new readings, in 4 kB pages. */
    private static final int FREE_PAGES_KEPT = 2_500;

    private static final int PAGES_A_STEP = 200;

    private final Connection connection;
    private final Totals totals;
    private final PrunedRuns runs;

    Pruning(Connection connection, Totals totals) {
        this.connection = connection;
        this.totals = totals;
        runs = new PrunedRuns(connection, totals);
    }

    /**
     * Removes rows, oldest first: those measured before the mark less the retention, and those of
     * runs that ended that long ago by the clock, whatever time they carry themselves.
     *
     * @return whether there may be more
     */
    boolean step(RetentionClock.Mark mark, Duration retention, int rows) throws SQLException {
        Instant horizon = mark.at().minus(retention);
        boolean more = false;
        for (FactorySource source : FactorySource.values()) {
            String old = "timestamp < ? ORDER BY timestamp";
            more |= delete(source, old, IsoTime.format(horizon), rows) == rows;
        }
        String condition = "run = ? ORDER BY sequence";
        more |=
                runs.removeEnded(
                        mark, horizon, (run, its) -> delete(its, condition, run, rows) == rows);
        return more;
    }

    private int delete(FactorySource source, String condition, String argument, int rows)
            throws SQLException {
        String table = SqliteSchema.table(source);
        String sql =
                "DELETE FROM %s WHERE rowid IN (SELECT rowid FROM %s WHERE %s LIMIT ?) RETURNING run, sequence"
                        .formatted(table, table, condition);
        Map<String, Long> through = new HashMap<>();
        int removed = 0;
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, argument);
            delete.setInt(2, rows);
            try (ResultSet gone = delete.executeQuery()) {
                while (gone.next()) {
                    through.merge(gone.getString(1), gone.getLong(2), Math::max);
                    removed++;
                }
            }
        }
        for (Map.Entry<String, Long> run : through.entrySet()) {
            runs.passed(run.getKey(), source, run.getValue());
        }
        totals.pruned(removed);
        return removed;
    }

    /**
     * Gives a few free pages back to the disk where more than a quarter of the file is free.
     *
     * @return whether there may be more
     */
    boolean shrink() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long free = number(statement, "PRAGMA freelist_count");
            if (free < FREE_PAGES_KEPT || free * 4 < number(statement, "PRAGMA page_count")) {
                return false;
            }
            statement.executeUpdate("PRAGMA incremental_vacuum(" + PAGES_A_STEP + ")");
            return true;
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
