package org.plantdeck.cloudanalytics.store;

import org.jspecify.annotations.Nullable;
import org.plantdeck.cloudanalytics.insights.Advice;
import org.plantdeck.cloudanalytics.insights.Evidence;
import org.plantdeck.cloudanalytics.insights.Insight;
import org.plantdeck.cloudanalytics.insights.InsightKind;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads rows of the table insights. */
final class InsightRows {

    static final String COLUMNS =
            "id, kind, run, tag, interval_start, interval_end, numbers, sentence, recommendation,"
                    + " impact, impact_unit, confidence, raised_at, closed_at";

    static final String OPEN =
            "WHERE closed_at IS NULL ORDER BY raised_at DESC, id LIMIT -1 OFFSET ?";
    static final String NEWEST = "ORDER BY raised_at DESC, id LIMIT ?";

    private InsightRows() {}

    /** Reads with a clause of this class; the number is its one parameter. */
    static List<Insight> read(Connection connection, String clause, int number)
            throws SQLException {
        List<Insight> insights = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + COLUMNS + " FROM insights " + clause)) {
            statement.setInt(1, number);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    insights.add(insight(row));
                }
            }
        }
        return insights;
    }

    private static Insight insight(ResultSet row) throws SQLException {
        Evidence evidence =
                new Evidence(
                        row.getString(3),
                        row.getString(4),
                        Cells.time(row.getString(5)),
                        Cells.time(row.getString(6)),
                        Json.leaves(row.getString(7)));
        Advice advice =
                new Advice(
                        row.getString(8),
                        row.getString(9),
                        row.getDouble(10),
                        row.getString(11),
                        row.getDouble(12));
        @Nullable String closed = row.getString(14);
        Optional<Instant> closedAt =
                closed == null ? Optional.empty() : Optional.of(Cells.time(closed));
        return new Insight(
                row.getString(1),
                InsightKind.ofWord(row.getString(2)),
                evidence,
                advice,
                Cells.time(row.getString(13)),
                closedAt);
    }
}
