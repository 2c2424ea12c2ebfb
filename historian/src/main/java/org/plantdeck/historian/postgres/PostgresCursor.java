package org.plantdeck.historian.postgres;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.store.ReadingCursor;
import org.plantdeck.historian.store.ReadingQuery;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredReading;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Readings of a range, fetched a page at a time, each a statement and a transaction of its own that
 * goes on behind the last reading of the one before. Threads: one.
 */
final class PostgresCursor implements ReadingCursor {

    private static final int PAGE = 1_000;

    private final ReadingQuery query;
    private final RowShape shape;
    private final PostgresQueries queries;
    private final Queue<StoredReading> page = new ArrayDeque<>();
    private @Nullable StoredReading last;
    private boolean ended;

    PostgresCursor(ReadingQuery query, RowShape shape, PostgresQueries queries) {
        this.query = query;
        this.shape = shape;
        this.queries = queries;
    }

    @Override
    public Optional<StoredReading> next() throws StoreFailure {
        if (page.isEmpty() && !ended) {
            queries.read(() -> {
                fetch();
                return true;
            });
        }
        return Optional.ofNullable(page.poll());
    }

    private void fetch() throws SQLException {
        StoredReading behind = last;
        String order = shape.hasRuns() ? "timestamp, run, sequence" : "timestamp";
        String sql =
                shape.select()
                        + " AND timestamp >= ?::timestamptz AND timestamp < ?::timestamptz"
                        + (behind == null
                                ? ""
                                : shape.hasRuns()
                                        ? " AND (timestamp, run, sequence) > (?::timestamptz, ?, ?)"
                                        : " AND timestamp > ?::timestamptz")
                        + " ORDER BY "
                        + order
                        + " LIMIT "
                        + PAGE;
        try (PreparedStatement select = queries.connection().prepareStatement(sql)) {
            int index = shape.bind(select, 1);
            String from =
                    behind == null
                            ? TimeLiteral.atOrAfter(query.from())
                            : TimeLiteral.of(behind.measuredAt());
            select.setString(index, from);
            select.setString(index + 1, TimeLiteral.atOrAfter(query.to()));
            if (behind != null) {
                select.setString(index + 2, from);
                if (shape.hasRuns()) {
                    select.setString(index + 3, behind.run());
                    select.setLong(index + 4, behind.sequence());
                }
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    last = shape.read(row);
                    page.add(last);
                }
            }
        }
        ended = page.size() < PAGE;
    }
}
