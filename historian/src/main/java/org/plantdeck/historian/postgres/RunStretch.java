package org.plantdeck.historian.postgres;

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
import java.util.TreeSet;

/**
 * A stretch of time that is shown as one run lived through it.
 *
 * @param run empty where the topic knows none
 * @param from its beginning, in it
 * @param to its end, not in it
 */
record RunStretch(Optional<String> run, Instant from, Instant to) {

    /** From when to when a run has readings of a topic, both ends in it. */
    private record Life(String run, Instant first, Instant last) {
        boolean contains(Instant at) {
            return !first.isAfter(at) && !last.isBefore(at);
        }
    }

    /** The whole range of a query of a topic without runs. */
    static List<RunStretch> whole(TrendQuery query) {
        return query.run().filter(it -> !it.isEmpty()).isPresent()
                ? List.of()
                : List.of(new RunStretch(Optional.empty(), query.from(), query.to()));
    }

    /**
     * The stretches of a query in the order of time. Where several runs lived through the same
     * time, the one that began last is shown.
     */
    static List<RunStretch> of(TrendQuery query, Connection connection) throws SQLException {
        List<Life> newestFirst = lives(query, connection);
        TreeSet<Instant> edges = new TreeSet<>(List.of(query.from(), query.to()));
        newestFirst.forEach(it -> {
            edges.add(it.first());
            edges.add(it.last().plusMillis(1));
        });
        List<RunStretch> stretches = new ArrayList<>();
        Instant begin = query.from();
        for (Instant end : edges.subSet(query.from(), false, query.to(), true)) {
            Instant at = begin;
            newestFirst.stream()
                    .filter(it -> it.contains(at))
                    .findFirst()
                    .ifPresent(it -> stretches.add(new RunStretch(Optional.of(it.run()), at, end)));
            begin = end;
        }
        return stretches;
    }

    private static List<Life> lives(TrendQuery query, Connection connection) throws SQLException {
        List<Life> lives = new ArrayList<>();
        String sql =
                "SELECT run, first_at, last_at FROM runs"
                        + " WHERE topic = ? AND first_at IS NOT NULL ORDER BY began DESC";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, query.topic());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String run = row.getString(1);
                    if (query.run().map(run::equals).orElse(true)) {
                        lives.add(
                                new Life(
                                        run,
                                        row.getObject(2, OffsetDateTime.class).toInstant(),
                                        row.getObject(3, OffsetDateTime.class).toInstant()));
                    }
                }
            }
        }
        return lives;
    }
}
