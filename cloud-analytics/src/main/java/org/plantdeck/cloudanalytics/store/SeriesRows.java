package org.plantdeck.cloudanalytics.store;

import org.plantdeck.signal.IsoTime;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads one leaf of the rows of analytics_data into columns of time. */
final class SeriesRows {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00.000Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private SeriesRows() {}

    /** Fills a series, which is given back. */
    static LeafSeries read(Connection connection, String run, String path, LeafSeries series)
            throws SQLException {
        Optional<String> column = new LeafColumns(connection).quotedColumn(path);
        if (column.isPresent()) {
            try (PreparedStatement statement =
                    connection.prepareStatement(
                            "SELECT window_start, "
                                    + column.get()
                                    + " FROM analytics_data WHERE run = ?"
                                    + " AND window_start >= ? AND window_start < ?"
                                    + " ORDER BY window_start")) {
                statement.setString(1, run);
                statement.setString(2, atOrAfter(series.start(0)));
                statement.setString(3, atOrAfter(series.start(series.columns())));
                fill(series, statement);
            }
        }
        return series;
    }

    private static void fill(LeafSeries series, PreparedStatement statement) throws SQLException {
        int column = 0;
        String end = atOrAfter(series.start(1));
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String start = row.getString(1);
                while (start.compareTo(end) >= 0) {
                    column++;
                    end = atOrAfter(series.start(column + 1));
                }
                if (row.getObject(2) instanceof Number number) {
                    series.add(column, number.doubleValue());
                }
            }
        }
    }

    /** The first time as a table holds it that is at or after an instant. */
    static String atOrAfter(Instant bound) {
        if (bound.isBefore(FIRST)) {
            return "";
        }
        if (bound.isAfter(LAST)) {
            return "~"; // after every digit
        }
        Instant cut = bound.truncatedTo(ChronoUnit.MILLIS);
        return IsoTime.format(cut.equals(bound) ? cut : cut.plusMillis(1));
    }
}
