package org.plantdeck.cloudanalytics.store;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.plantdeck.cloudanalytics.kpis.Interval;
import org.plantdeck.signal.IsoTime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Folds the critical alerts of the windows of one run into episodes. Reads no windows but those
 * that have alerts, and keeps no more episodes than are asked for. Threads: one.
 */
final class AlertRows {

    private static final String PATH = "critical_alerts";

    /** What makes alerts of two windows one episode, in the order of their beginning. */
    private record Key(Instant since, String tag, String condition, double limit)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::since)
                        .thenComparing(Key::tag)
                        .thenComparing(Key::condition)
                        .thenComparingDouble(Key::limit);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Alert(Key key, double value, String unit, String message) {
        boolean isBeyond(AlertEpisode episode) {
            return key.condition().equals("low")
                    ? value < episode.extreme()
                    : value > episode.extreme();
        }
    }

    private record Seen(long window, Instant end) {}

    private final Connection connection;
    private final String run;
    private final TreeMap<Key, AlertEpisode> episodes = new TreeMap<>();
    private final Set<Key> activeNow = new HashSet<>();

    AlertRows(Connection connection, String run) {
        this.connection = connection;
        this.run = run;
    }

    /** The episodes of the windows that begin in an interval, the one that began last first. */
    List<AlertEpisode> read(Interval interval, int limit) throws SQLException {
        Optional<String> column = new LeafColumns(connection).quotedColumn(PATH);
        if (column.isPresent()) {
            readNewest(column.get());
            readAll(column.get(), interval, limit);
        }
        return List.copyOf(episodes.descendingMap().values());
    }

    private void readNewest(String column) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT "
                                + column
                                + " FROM analytics_data WHERE run = ?"
                                + " ORDER BY sequence DESC LIMIT 1")) {
            statement.setString(1, run);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    alerts(row.getString(1)).forEach(alert -> activeNow.add(alert.key()));
                }
            }
        }
    }

    private void readAll(String column, Interval interval, int limit) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "SELECT sequence, window_end, "
                                + column
                                + " FROM analytics_data WHERE run = ?"
                                + " AND window_start >= ? AND window_start < ? AND "
                                + column
                                + " <> '[]' ORDER BY window_start")) {
            statement.setString(1, run);
            statement.setString(2, SeriesRows.atOrAfter(interval.from()));
            statement.setString(3, SeriesRows.atOrAfter(interval.to()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Seen seen = new Seen(row.getLong(1), Cells.time(row.getString(2)));
                    alerts(row.getString(3)).forEach(alert -> take(alert, seen));
                    while (episodes.size() > limit) {
                        episodes.pollFirstEntry(); // whatever comes later, newer ones are enough
                    }
                }
            }
        }
    }

    private void take(Alert alert, Seen seen) {
        AlertEpisode known = episodes.get(alert.key());
        boolean furthest = known == null || alert.isBeyond(known);
        Key key = alert.key();
        episodes.put(
                key,
                new AlertEpisode(
                        key.tag(),
                        key.condition(),
                        key.limit(),
                        alert.unit(),
                        key.since(),
                        known == null || furthest ? alert.value() : known.extreme(),
                        known == null || furthest ? alert.message() : known.message(),
                        seen.window(),
                        seen.end(),
                        activeNow.contains(key)));
    }

    /** The alerts of a cell; what is none, as another bridge may send, is passed over. */
    private static List<Alert> alerts(@Nullable String cell) {
        List<Alert> alerts = new ArrayList<>();
        if (cell != null) {
            for (JsonNode element : Json.elements(cell)) {
                alert(element).ifPresent(alerts::add);
            }
        }
        return alerts;
    }

    private static Optional<Alert> alert(JsonNode element) {
        String tag = element.path("tag").asText();
        JsonNode value = element.path("value");
        if (tag.isEmpty() || !value.isNumber()) {
            return Optional.empty();
        }
        return IsoTime.parse(element.path("since").asText())
                .map(since ->
                        new Alert(
                                new Key(
                                        since,
                                        tag,
                                        element.path("condition").asText(),
                                        element.path("limit").asDouble()),
                                value.doubleValue(),
                                element.path("unit").asText(),
                                element.path("message").asText()));
    }
}
