package org.plantdeck.historian.store;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.IsoTime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What retention notes in the table {@code runs} of whatever database the connection leads to: how
 * far it has passed a run, and that one is gone. Threads: one.
 */
public final class PrunedRuns {

    private static final int RUNS_A_STEP = 3;

    private final Connection connection;
    private final Totals totals;

    /**
     * The runs of a database.
     *
     * @param totals takes the counts of runs that are gone
     */
    public PrunedRuns(Connection connection, Totals totals) {
        this.connection = connection;
        this.totals = totals;
    }

    /** Notes that the readings of a run up to a sequence number are removed. */
    public void passed(String run, FactorySource source, long sequence) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE runs SET pruned_through = ?"
                                + " WHERE run = ? AND topic = ? AND pruned_through < ?")) {
            update.setLong(1, sequence);
            update.setString(2, run);
            update.setString(3, source.topic());
            update.setLong(4, sequence);
            update.executeUpdate();
        }
    }

    /** Removes a bounded number of readings of one run. */
    public interface Removal {

        /**
         * Does it.
         *
         * @return whether there may be more of that run
         */
        boolean of(String run, FactorySource source) throws SQLException;
    }

    private record Ended(String run, FactorySource source, long stored, long missing) {}

    /**
     * Removes readings of runs that ended before the horizon by the clock, whatever time they carry
     * themselves.
     *
     * @return whether there may be more
     */
    public boolean removeEnded(RetentionClock.Mark mark, Instant horizon, Removal removal)
            throws SQLException {
        List<Ended> ended = ended(mark.run(), IsoTime.format(horizon));
        boolean more = ended.size() == RUNS_A_STEP;
        for (Ended run : ended) {
            if (removal.of(run.run(), run.source())) {
                more = true;
            } else {
                forget(run);
            }
        }
        return more;
    }

    private List<Ended> ended(String current, String horizon) throws SQLException {
        List<Ended> ended = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT run, topic, stored, highest - lowest + 1 - stored FROM runs"
                                + " WHERE run <> ? AND last_seen < ? LIMIT "
                                + RUNS_A_STEP)) {
            select.setString(1, current);
            select.setString(2, horizon);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ended.add(
                            new Ended(
                                    row.getString(1),
                                    FactorySource.ofTopic(row.getString(2)).orElseThrow(),
                                    row.getLong(3),
                                    Math.clamp(row.getLong(4), 0L, RunLedger.GAP_MAX)));
                }
            }
        }
        return ended;
    }

    /** Moves the counts of a run whose last row is gone into the totals. */
    private void forget(Ended run) throws SQLException {
        totals.forget(run.stored(), run.missing());
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM runs WHERE run = ? AND topic = ?")) {
            delete.setString(1, run.run());
            delete.setString(2, run.source().topic());
            delete.executeUpdate();
        }
    }
}
