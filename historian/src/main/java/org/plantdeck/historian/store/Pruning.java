package org.plantdeck.historian.store;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.IsoTime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Removes what is older than the retention, a bounded number of rows at a time. Threads: one. */
final class Pruning {

    /** Free pages below this are kept for new readings, in 4 kB pages. */
    private static final int FREE_PAGES_KEPT = 2_500;

    private static final int PAGES_A_STEP = 200;
    private static final int RUNS_A_STEP = 3;

    private final Connection connection;
    private final Totals totals;

    Pruning(Connection connection, Totals totals) {
        this.connection = connection;
        this.totals = totals;
    }

    /**
     * Removes rows, oldest first: those measured before the mark less the retention, and those of
     * runs that ended that long ago by the clock, whatever time they carry themselves.
     *
     * @return whether there may be more
     */
    boolean step(RetentionClock.Mark mark, Duration retention, int rows) throws SQLException {
        String horizon = IsoTime.format(mark.at().minus(retention));
        boolean more = false;
        for (FactorySource source : FactorySource.values()) {
            String condition = "timestamp < ? ORDER BY timestamp";
            more |= delete(source, condition, horizon, rows) == rows;
        }
        List<EndedRun> endedRuns = endedRuns(mark.run(), horizon);
        more |= endedRuns.size() == RUNS_A_STEP;
        for (EndedRun ended : endedRuns) {
            String condition = "run = ? ORDER BY sequence";
            if (delete(ended.source(), condition, ended.run(), rows) == rows) {
                more = true;
            } else {
                forget(ended);
            }
        }
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
            passed(run.getKey(), source, run.getValue());
        }
        totals.pruned(removed);
        return removed;
    }

    private void passed(String run, FactorySource source, long sequence) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE runs SET pruned_through = max(pruned_through, ?)"
                                + " WHERE run = ? AND topic = ?")) {
            update.setLong(1, sequence);
            update.setString(2, run);
            update.setString(3, source.topic());
            update.executeUpdate();
        }
    }

    private record EndedRun(String run, FactorySource source, long stored, long missing) {}

    private List<EndedRun> endedRuns(String current, String horizon) throws SQLException {
        List<EndedRun> ended = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT run, topic, stored, min(max(highest - lowest + 1 - stored, 0), "
                                + RunLedger.GAP_MAX
                                + ") FROM runs WHERE run <> ? AND last_seen < ? LIMIT "
                                + RUNS_A_STEP)) {
            select.setString(1, current);
            select.setString(2, horizon);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ended.add(
                            new EndedRun(
                                    row.getString(1),
                                    FactorySource.ofTopic(row.getString(2)).orElseThrow(),
                                    row.getLong(3),
                                    row.getLong(4)));
                }
            }
        }
        return ended;
    }

    /** Moves the counts of a run whose last row is gone into the totals. */
    private void forget(EndedRun ended) throws SQLException {
        totals.forget(ended.stored(), ended.missing());
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM runs WHERE run = ? AND topic = ?")) {
            delete.setString(1, ended.run());
            delete.setString(2, ended.source().topic());
            delete.executeUpdate();
        }
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
