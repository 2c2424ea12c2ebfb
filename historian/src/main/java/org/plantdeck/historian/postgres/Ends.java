package org.plantdeck.historian.postgres;

import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.IsoTime;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up from when to when a history reaches. */
final class Ends {

    private Ends() {}

    /** Of everything. */
    static HistoryExtent ofAll(Connection connection) throws SQLException {
        HistoryExtent plant = ofPlant(connection);
        // The index of the observations begins with the topic, so each topic is asked by itself.
        String sql =
                "SELECT min(low), max(high) FROM (SELECT DISTINCT topic FROM tags) t CROSS JOIN"
                    + " LATERAL (SELECT (SELECT min(timestamp) FROM observations o WHERE o.topic ="
                    + " t.topic) AS low, (SELECT max(timestamp) FROM observations o WHERE o.topic ="
                    + " t.topic) AS high) ends";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            HistoryExtent low = time(row, 1).map(plant::reaching).orElse(plant);
            return time(row, 2).map(low::reaching).orElse(low);
        }
    }

    /** Of the plant's topics. */
    static HistoryExtent ofPlant(Connection connection) throws SQLException {
        List<String> each = new ArrayList<>();
        for (FactorySource source : FactorySource.values()) {
            each.add(
                    "SELECT min(timestamp) AS low, max(timestamp) AS high FROM "
                            + PostgresSchema.table(source));
        }
        String sql =
                "SELECT min(low), max(high), (SELECT run FROM totals), (SELECT run_at FROM totals)"
                        + " FROM (%s) ends".formatted(String.join(" UNION ALL ", each));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return new HistoryExtent(
                    time(row, 1), time(row, 2), row.getString(3), IsoTime.parse(row.getString(4)));
        }
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }
}
