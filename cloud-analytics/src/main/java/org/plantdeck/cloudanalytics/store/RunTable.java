package org.plantdeck.cloudanalytics.store;

import org.plantdeck.cloudanalytics.gaps.GapLedger;
import org.plantdeck.cloudanalytics.gaps.GapPolicy;
import org.plantdeck.cloudanalytics.gaps.MissingRange;
import org.plantdeck.cloudanalytics.gaps.RunGaps;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables analytics_runs and analytics_gaps: which runs were seen, in their order, and what of
 * them is missing. Written with the windows in one transaction, so they always agree. Threads: the
 * connection's.
 */
public final class RunTable {

    private final Connection connection;

    RunTable(Connection connection) {
        this.connection = connection;
    }

    /** Reads what is stored. */
    public GapLedger ledger(GapPolicy policy) throws SQLException {
        GapLedger ledger = new GapLedger(policy);
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT run, newest, floor FROM analytics_runs ORDER BY place")) {
            while (row.next()) {
                String run = row.getString(1);
                ledger.restore(
                        RunGaps.restored(
                                run, policy, row.getLong(2), row.getLong(3), missing(run)));
            }
        }
        return ledger;
    }

    private List<MissingRange> missing(String run) throws SQLException {
        List<MissingRange> ranges = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT first, last, state FROM analytics_gaps WHERE run = ?")) {
            statement.setString(1, run);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    boolean lost = "lost".equals(row.getString(3));
                    ranges.add(new MissingRange(row.getLong(1), row.getLong(2), lost));
                }
            }
        }
        return ranges;
    }

    /** Writes a run as it is now. */
    public void store(RunGaps run) throws SQLException {
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        "INSERT INTO analytics_runs (run, place, newest, floor)"
                                + " VALUES (?, (SELECT count(*) FROM analytics_runs), ?, ?)"
                                + " ON CONFLICT (run) DO UPDATE"
                                + " SET newest = excluded.newest, floor = excluded.floor")) {
            upsert.setString(1, run.run());
            upsert.setLong(2, run.newest());
            upsert.setLong(3, run.floor());
            upsert.executeUpdate();
        }
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM analytics_gaps WHERE run = ?")) {
            delete.setString(1, run.run());
            delete.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO analytics_gaps (run, first, last, state) VALUES (?, ?, ?,"
                                + " ?)")) {
            for (MissingRange range : run.missing()) {
                insert.setString(1, run.run());
                insert.setLong(2, range.first());
                insert.setLong(3, range.last());
                insert.setString(4, range.lost() ? "lost" : "open");
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
