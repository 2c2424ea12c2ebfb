package org.plantdeck.historian.postgres;

import org.plantdeck.historian.store.Stretch;
import org.plantdeck.historian.store.TrendQuery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which runs a trend shows when; a stretch without one is of a topic that knows none. */
final class RunStretches {

    private RunStretches() {}

    /** The whole range of a query of a topic without runs. */
    static List<Stretch<Optional<String>, Instant>> whole(TrendQuery query) {
        return query.run().filter(it -> !it.isEmpty()).isPresent()
                ? List.of()
                : List.of(new Stretch<>(Optional.empty(), query.from(), query.to()));
    }

    /**
     * The stretches of a query in the order of time. Where several runs lived through the same
     * time, the one that began last is shown.
     */
    static List<Stretch<Optional<String>, Instant>> of(TrendQuery query, Connection connection)
            throws SQLException {
        return Stretch.shown(lives(query, connection), query.from(), query.to());
    }

    private static List<Stretch<Optional<String>, Instant>> lives(
            TrendQuery query, Connection connection) throws SQLException {
        List<Stretch<Optional<String>, Instant>> lives = new ArrayList<>();
        String sql =
                "SELECT run, first_at, last_at FROM runs"
                        + " WHERE topic = ? AND first_at IS NOT NULL ORDER BY began DESC";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, query.topic());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String run = row.getString(1);
                    if (query.run().map(run::equals).orElse(true)) {
                        Instant first = row.getObject(2, OffsetDateTime.class).toInstant();
                        Instant last = row.getObject(3, OffsetDateTime.class).toInstant();
                        lives.add(new Stretch<>(Optional.of(run), first, last.plusMillis(1)));
                    }
                }
            }
        }
        return lives;
    }
}
