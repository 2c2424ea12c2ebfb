package org.plantdeck.historian.store;

import org.plantdeck.signal.IsoTime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The counts of a database, in memory and in the one row of its table {@code totals}; {@code
 * stored} and {@code missing} hold those of runs that retention has removed as a whole. Threads:
 * one.
 */
public final class Totals {

    private long received;
    private long stored;
    private long rejected;
    private long repeated;
    private long conflicting;
    private long expired;
    private long missing;
    private long pruned;
    private long leftOut;

    private final Optional<RetentionClock.Mark> savedMark;
    private final PreparedStatement update;

    /** The counts as they stand in a database. */
    public Totals(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM totals")) {
            row.next();
            received = row.getLong("received");
            stored = row.getLong("stored");
            rejected = row.getLong("rejected");
            repeated = row.getLong("repeated");
            conflicting = row.getLong("conflicting");
            expired = row.getLong("expired");
            missing = row.getLong("missing");
            pruned = row.getLong("pruned");
            leftOut = row.getLong("left_out");
            String run = row.getString("run");
            savedMark =
                    IsoTime.parse(row.getString("run_at"))
                            .map(at -> new RetentionClock.Mark(run, at));
        }
        update =
                connection.prepareStatement(
                        "UPDATE totals SET received = ?, stored = ?, rejected = ?, repeated = ?,"
                                + " conflicting = ?, expired = ?, missing = ?, pruned = ?,"
                                + " left_out = ?, run = ?, run_at = ?");
    }

    /** All counts as a database has them in its view {@code data_quality}. */
    public static DataQuality read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM data_quality")) {
            row.next();
            return new DataQuality(
                    row.getLong("received"),
                    row.getLong("stored"),
                    row.getLong("rejected"),
                    row.getLong("repeated"),
                    row.getLong("conflicting"),
                    row.getLong("expired"),
                    row.getLong("missing"),
                    row.getLong("pruned"),
                    row.getLong("left_out"));
        }
    }

    /** Where the retention clock stood when the counts were last saved. */
    public Optional<RetentionClock.Mark> savedMark() {
        return savedMark;
    }

    /** Counts what arrived with a batch, whatever becomes of its readings. */
    public void arrived(ReadingBatch batch) {
        received += batch.readings().size() + batch.rejected() + batch.repeated();
        rejected += batch.rejected();
        repeated += batch.repeated();
    }

    /**
     * Counts a reading from a file.
     *
     * @param numbered whether it has a number of its source, by which the ledger of runs counts it;
     *     without one, none is missing beside it
     */
    public void tookIn(boolean numbered) {
        received++;
        stored += numbered ? 0 : 1;
    }

    /** Counts a reading that is stored already. */
    public void repeated() {
        repeated++;
    }

    /**
     * Counts a reading that is stored already with other content.
     *
     * @return whether it is the first one
     */
    public boolean conflicting() {
        return conflicting++ == 0;
    }

    /** Counts a reading that retention has passed. */
    public void expired() {
        expired++;
    }

    /** Counts values that found no column. */
    public void leftOut(int values) {
        leftOut += values;
    }

    /** Counts readings that retention removed. */
    public void pruned(long readings) {
        pruned += readings;
    }

    /** How many readings retention has removed. */
    public long pruned() {
        return pruned;
    }

    /** Takes over the counts of a run whose last reading is gone. */
    public void forget(long storedOfRun, long missingOfRun) {
        stored += storedOfRun;
        missing += missingOfRun;
    }

    /** All counts, with those of the runs that are there. */
    public DataQuality with(RunLedger runs) {
        return new DataQuality(
                received,
                stored + runs.stored(),
                rejected,
                repeated,
                conflicting,
                expired,
                missing + runs.missing(),
                pruned,
                leftOut);
    }

    /** Writes them, with where the retention clock stands. */
    public void save(Optional<RetentionClock.Mark> mark) throws SQLException {
        update.setLong(1, received);
        update.setLong(2, stored);
        update.setLong(3, rejected);
        update.setLong(4, repeated);
        update.setLong(5, conflicting);
        update.setLong(6, expired);
        update.setLong(7, missing);
        update.setLong(8, pruned);
        update.setLong(9, leftOut);
        update.setString(10, mark.map(RetentionClock.Mark::run).orElse(""));
        update.setString(11, mark.map(it -> IsoTime.format(it.at())).orElse(""));
        update.executeUpdate();
    }
}
