package org.plantdeck.historian.store;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Value;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.StringJoiner;

/**
 * Readings of a range, fetched a page at a time; each page goes on behind the last reading of the
 * one before. Threads: one.
 */
final class SqliteCursor implements ReadingCursor {

    static final int PAGE = 1_000;

    private final ReadingQuery query;
    private final SqliteQueries queries;
    private final Queue<StoredReading> page = new ArrayDeque<>();
    private @Nullable StoredReading last;
    private boolean ended;

    SqliteCursor(ReadingQuery query, SqliteQueries queries) {
        this.query = query;
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
        String table = SqliteSchema.table(query.topic());
        String sql =
                columns(query.tags())
                        + " FROM "
                        + table
                        + " WHERE timestamp >= ? AND timestamp < ?"
                        + (behind == null
                                ? ""
                                : " AND (timestamp > ? OR run > ? OR (run = ? AND sequence > ?))")
                        + " ORDER BY timestamp, run, sequence LIMIT "
                        + PAGE;
        try (PreparedStatement select = queries.connection().prepareStatement(sql)) {
            select.setString(2, TimeText.atOrAfter(query.to()));
            if (behind == null) {
                select.setString(1, TimeText.atOrAfter(query.from()));
            } else {
                String at = IsoTime.format(behind.measuredAt());
                select.setString(1, at);
                select.setString(3, at);
                select.setString(4, behind.run());
                select.setString(5, behind.run());
                select.setLong(6, behind.sequence());
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    last = reading(query.topic(), query.tags(), row);
                    page.add(last);
                }
            }
        }
        ended = page.size() < PAGE;
    }

    /** The beginning of a statement that gives readings. */
    static String columns(List<StoredTag> tags) {
        StringJoiner names = new StringJoiner(", ").add("SELECT run, sequence, timestamp");
        tags.forEach(tag -> names.add('"' + tag.column() + '"'));
        return names.toString();
    }

    /** The reading in a row of such a statement. */
    static StoredReading reading(String topic, List<StoredTag> tags, ResultSet row)
            throws SQLException {
        List<Value> values = new ArrayList<>(tags.size());
        for (int i = 0; i < tags.size(); i++) {
            Object cell = row.getObject(i + 4);
            values.add(cell == null ? Value.absent() : tags.get(i).value(cell));
        }
        String time = row.getString(3);
        return new StoredReading(
                topic,
                row.getString(1),
                row.getLong(2),
                IsoTime.parse(time)
                        .orElseThrow(() -> new SQLException("timestamp " + time + " is no time")),
                values);
    }
}
