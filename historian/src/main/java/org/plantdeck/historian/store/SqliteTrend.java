package org.plantdeck.historian.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BooleanSupplier;

/**
 * Gathers the figures of a trend in one pass over the readings of its range. Where columns hold
 * many readings, each column is asked for by its bounds and no time stamp is read; where they hold
 * few, the whole range is asked for at once. As measured, that is as fast as aggregate functions of
 * SQLite, which know no first and last. Threads: one.
 */
final class SqliteTrend {

    /** Readings between two looks whether the answer is still wanted. */
    private static final int ROWS_A_LOOK = 500;

    /** Reading this many time stamps takes as long as asking once more. */
    private static final int ROWS_A_STATEMENT = 25;

    private final TrendQuery query;
    private final BooleanSupplier abandoned;
    private final List<TrendFigures> figures = new ArrayList<>();

    /** Where the columns begin, as time stamps; the last one is the end of the range. */
    private final String[] bounds;

    /** Whether each column is asked for by itself. */
    private boolean dense;

    SqliteTrend(TrendQuery query, BooleanSupplier abandoned) {
        this.query = query;
        this.abandoned = abandoned;
        bounds = new String[query.columns() + 1];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = TimeText.atOrAfter(query.start(i));
        }
        query.tags().forEach(it -> figures.add(new TrendFigures(it, query.columns())));
    }

    /** The series in the order of the tags; empty where it was abandoned. */
    Optional<List<TrendSeries>> read(Connection connection) throws SQLException {
        dense = rows(connection) / query.columns() > ROWS_A_STATEMENT;
        try (PreparedStatement select = connection.prepareStatement(sql())) {
            for (Stretch<String, String> stretch : RunStretches.of(query, connection)) {
                if (!show(stretch, select)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(List.copyOf(figures));
    }

    /** About how many readings the range has, by where its first and its last one lie. */
    private long rows(Connection connection) throws SQLException {
        String end =
                "(SELECT rowid FROM "
                        + SqliteSchema.table(query.topic())
                        + " WHERE timestamp >= ?1 AND timestamp < ?2 ORDER BY timestamp ";
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT abs(" + end + "DESC LIMIT 1) - " + end + "LIMIT 1))")) {
            select.setString(1, bounds[0]);
            select.setString(2, bounds[query.columns()]);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** The plus keeps SQLite from looking through the whole run by its other index. */
    private String sql() {
        StringJoiner names = new StringJoiner(", ", "SELECT ", " FROM ").add("timestamp");
        query.tags().forEach(tag -> names.add('"' + tag.column() + '"'));
        return names
                + SqliteSchema.table(query.topic())
                + " WHERE timestamp >= ? AND timestamp < ? AND +run = ? ORDER BY timestamp";
    }

    private boolean show(Stretch<String, String> stretch, PreparedStatement select)
            throws SQLException {
        select.setString(3, stretch.of());
        if (!dense) {
            return fill(select, stretch.from(), stretch.to(), 0);
        }
        for (int column = 0; column < query.columns(); column++) {
            String from = bounds[column];
            String to = bounds[column + 1];
            from = from.compareTo(stretch.from()) < 0 ? stretch.from() : from;
            to = to.compareTo(stretch.to()) > 0 ? stretch.to() : to;
            if (from.compareTo(to) < 0 && !fill(select, from, to, column)) {
                return false;
            }
        }
        return true;
    }

    /** Takes the readings of a column, or of it and those behind it where they hold few. */
    private boolean fill(PreparedStatement select, String from, String to, int firstColumn)
            throws SQLException {
        if (abandoned.getAsBoolean()) {
            return false;
        }
        select.setString(1, from);
        select.setString(2, to);
        int column = firstColumn;
        try (ResultSet row = select.executeQuery()) {
            for (int rows = 1; row.next(); rows++) {
                if (!dense) {
                    String at = row.getString(1);
                    while (at.compareTo(bounds[column + 1]) >= 0) {
                        column++;
                    }
                }
                for (int i = 0; i < figures.size(); i++) {
                    figures.get(i).add(column, row.getObject(i + 2));
                }
                if (rows % ROWS_A_LOOK == 0 && abandoned.getAsBoolean()) {
                    return false;
                }
            }
        }
        return true;
    }
}
