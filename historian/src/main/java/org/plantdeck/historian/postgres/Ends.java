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

    /** Of the plant's topics. */
    static HistoryExtent ofPlant(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        for (FactorySource source : FactorySource.values()) {
            tables.add(PostgresSchema.table(source));
        }
        return of(connection, tables);
    }

    /** Of everything. */
    static HistoryExtent ofAll(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        for (FactorySource source : FactorySource.values()) {
            tables.add(PostgresSchema.table(source));
        }
        HistoryExtent plant = of(connection, tables);
        Optional<Instant> oldest = plant.oldest();
        Optional<Instant> newest = plant.newest();
        // The index of the observations begins with the topic, so each topic is asked by itself.
        String sql =
                "SELECT min(low), max(high) FROM (SELECT DISTINCT topic FROM tags) t CROSS JOIN"
                    + " LATERAL (SELECT (SELECT min(timestamp) FROM observations o WHERE o.topic ="
                    + " t.topic) AS low, (SELECT max(timestamp) FROM observations o WHERE o.topic ="
                    + " t.topic) AS high) ends";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            Optional<Instant> low = time(row, 1);
            Optional<Instant> high = time(row, 2);
            oldest = oldest.filter(it -> low.isEmpty() || it.isBefore(low.get())).or(() -> low);
            newest = newest.filter(it -> high.isEmpty() || it.isAfter(high.get())).or(() -> high);
        }
        return new HistoryExtent(oldest, newest, plant.run(), plant.runThrough());
    }

    private static HistoryExtent of(Connection connection, List<String> tables)
            throws SQLException {
        List<String> each = new ArrayList<>();
        for (String table : tables) {
            each.add("SELECT min(timestamp) AS low, max(timestamp) AS high FROM " + table);
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
