package org.plantdeck.cloudanalytics.store;

import org.plantdeck.cloudanalytics.insights.Insight;
import org.plantdeck.cloudanalytics.insights.InsightEngine;
import org.plantdeck.cloudanalytics.insights.InsightSettings;
import org.plantdeck.signal.IsoTime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;

/**
 * The table insights, and in analytics_progress how far the rules have looked and what they have
 * learned. Threads: the connection's.
 */
public final class InsightTable {

    /** Closed insights that are kept; the oldest go first. */
    static final int CLOSED_MAX = 10_000;

    private final Connection connection;

    InsightTable(Connection connection) {
        this.connection = connection;
    }

    /** The engine as it was when it was last stored. */
    public InsightEngine engine(InsightSettings settings) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT state FROM analytics_progress")) {
            if (!row.next()) {
                return new InsightEngine(settings);
            }
            List<Insight> open = InsightRows.read(connection, InsightRows.OPEN, 0);
            return InsightEngine.resumed(settings, Json.leaves(row.getString(1)), open);
        }
    }

    /** Writes how far the engine has looked and what it has learned. */
    public void store(InsightEngine engine) throws SQLException {
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        "INSERT INTO analytics_progress (id, run, sequence, state)"
                                + " VALUES (1, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                                + " run = excluded.run, sequence = excluded.sequence,"
                                + " state = excluded.state")) {
            upsert.setString(1, engine.run());
            upsert.setLong(2, engine.sequence());
            upsert.setString(3, Json.text(engine.state()));
            upsert.executeUpdate();
        }
    }

    /** Writes an insight as it is now. */
    public void store(Insight insight) throws SQLException {
        try (PreparedStatement replace =
                connection.prepareStatement(
                        "INSERT OR REPLACE INTO insights ("
                                + InsightRows.COLUMNS
                                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            replace.setString(1, insight.id());
            replace.setString(2, insight.kind().word());
            replace.setString(3, insight.evidence().run());
            replace.setString(4, insight.evidence().tag());
            replace.setString(5, IsoTime.format(insight.evidence().from()));
            replace.setString(6, IsoTime.format(insight.evidence().to()));
            replace.setString(7, Json.text(insight.evidence().numbers()));
            replace.setString(8, insight.advice().sentence());
            replace.setString(9, insight.advice().recommendation());
            replace.setDouble(10, insight.advice().impact());
            replace.setString(11, insight.advice().impactUnit());
            replace.setDouble(12, insight.advice().confidence());
            replace.setString(13, IsoTime.format(insight.raisedAt()));
            if (insight.closedAt().isPresent()) {
                replace.setString(14, IsoTime.format(insight.closedAt().get()));
            } else {
                replace.setNull(14, Types.NULL);
            }
            replace.executeUpdate();
        }
        if (!insight.isOpen()) {
            dropOldest();
        }
    }

    private void dropOldest() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "DELETE FROM insights WHERE id IN (SELECT id FROM insights WHERE closed_at IS"
                            + " NOT NULL ORDER BY closed_at DESC LIMIT -1 OFFSET "
                            + CLOSED_MAX
                            + ")");
        }
    }
}
