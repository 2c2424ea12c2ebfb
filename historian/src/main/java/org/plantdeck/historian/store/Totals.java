package org.plantdeck.historian.store;

import org.plantdeck.signal.IsoTime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The counts of the database, in memory and in their row; {@code stored} and {@code missing} hold
 * those of runs that retention has removed as a whole. Threads: one.
 */
final class Totals {

    long received;
    long stored;
    long rejected;
    long repeated;
    long conflicting;
    long expired;
    long missing;
    long pruned;
    long leftOut;

    private final Optional<RetentionClock.Mark> savedMark;
    private final PreparedStatement update;

    Totals(Connection connection) throws SQLException {
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

    /** Where the retention clock stood when the counts were last saved. */
    Optional<RetentionClock.Mark> savedMark() {
        return savedMark;
    }

    void save(Optional<RetentionClock.Mark> mark) throws SQLException {
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
