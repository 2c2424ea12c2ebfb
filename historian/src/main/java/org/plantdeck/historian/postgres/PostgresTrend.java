package org.plantdeck.historian.postgres;

import org.plantdeck.historian.store.Stretch;
import org.plantdeck.historian.store.TrendQuery;
import org.plantdeck.historian.store.TrendSeries;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BooleanSupplier;

/**
 * The figures of a trend, summed up by the server. The range is asked for in slices, so that an
 * answer nobody waits for any more is given up soon. Threads: one.
 */
final class PostgresTrend {

    private static final int SLICES = 32;

    /** Figures of a tag in a row of the answer. */
    private static final int FIGURES = 10;

    /**
     * Larger numbers are summed up apart and scaled down, because their sums and squares overflow,
     * which the server takes for an error.
     */
    private static final String HUGE = "1e145";

    private static final double SCALE = 1e200;

    private final TrendQuery query;
    private final RowShape shape;
    private final BooleanSupplier abandoned;
    private final List<ServerFigures> figures = new ArrayList<>();

    PostgresTrend(TrendQuery query, RowShape shape, BooleanSupplier abandoned) {
        this.query = query;
        this.shape = shape;
        this.abandoned = abandoned;
        query.tags().forEach(it -> figures.add(new ServerFigures(it, query.columns())));
    }

    /** The series in the order of the tags; empty where it was abandoned. */
    Optional<List<TrendSeries>> read(Connection connection) throws SQLException {
        List<Stretch<Optional<String>, Instant>> stretches =
                shape.hasRuns() ? RunStretches.of(query, connection) : RunStretches.whole(query);
        int columns = Math.ceilDiv(query.columns(), SLICES);
        try (PreparedStatement select = connection.prepareStatement(sql())) {
            for (Stretch<Optional<String>, Instant> stretch : stretches) {
                for (int first = 0; first < query.columns(); first += columns) {
                    if (abandoned.getAsBoolean()) {
                        return Optional.empty();
                    }
                    gather(select, stretch, first, Math.min(query.columns(), first + columns));
                }
            }
        }
        return abandoned.getAsBoolean() ? Optional.empty() : Optional.of(List.copyOf(figures));
    }

    private String sql() {
        StringJoiner answer = new StringJoiner(", ", "SELECT bucket, count(*), ", "");
        StringJoiner cells = new StringJoiner(", ", "SELECT ", "");
        cells.add("width_bucket(timestamp, ?::timestamptz[]) AS bucket");
        cells.add("extract(epoch FROM timestamp)::double precision AS t");
        cells.add((shape.hasRuns() ? "sequence" : "0") + "::double precision AS s");
        for (int i = 0; i < query.tags().size(); i++) {
            cells.add(finite(shape.number(i)) + " AS v" + i);
            answer.add("count(v%1$d), min(v%1$d), max(v%1$d)".formatted(i));
            answer.add(
                    "count(*) FILTER (WHERE abs(v%1$d) < %2$s), avg(v%1$d) FILTER (WHERE abs(v%1$d) < %2$s), var_pop(v%1$d) FILTER (WHERE abs(v%1$d) < %2$s)"
                            .formatted(i, HUGE));
            answer.add(
                    "avg(v%1$d / %3$s) FILTER (WHERE abs(v%1$d) >= %2$s), var_pop(v%1$d / %3$s) FILTER (WHERE abs(v%1$d) >= %2$s)"
                            .formatted(i, HUGE, SCALE));
            answer.add(
                    "(min(ARRAY[t, s, v%1$d]) FILTER (WHERE v%1$d IS NOT NULL))[3], (max(ARRAY[t, s, v%1$d]) FILTER (WHERE v%1$d IS NOT NULL))[3]"
                            .formatted(i));
        }
        return answer
                + " FROM ("
                + cells
                + shape.from()
                + " AND timestamp >= ?::timestamptz AND timestamp < ?::timestamptz"
                + (shape.hasRuns() ? " AND run = ?" : "")
                + " OFFSET 0) cells GROUP BY bucket"; // what is computed once is used several times
    }

    /** Not-a-number sorts above every number. */
    private static String finite(String number) {
        return "CASE WHEN abs(%1$s) <= 1.7976931348623157e308::double precision THEN %1$s END"
                .formatted(number);
    }

    private void gather(
            PreparedStatement select,
            Stretch<Optional<String>, Instant> stretch,
            int first,
            int end)
            throws SQLException {
        Instant from = later(query.start(first), stretch.from());
        Instant to = query.start(end).isBefore(stretch.to()) ? query.start(end) : stretch.to();
        if (!from.isBefore(to)) {
            return;
        }
        String[] begins = new String[end - first];
        for (int i = 0; i < begins.length; i++) {
            begins[i] = TimeLiteral.atOrAfter(query.start(first + i));
        }
        Array bounds = select.getConnection().createArrayOf("timestamptz", begins);
        select.setArray(1, bounds);
        int index = shape.bind(select, 2);
        select.setString(index, TimeLiteral.atOrAfter(from));
        select.setString(index + 1, TimeLiteral.atOrAfter(to));
        if (stretch.of().isPresent()) {
            select.setString(index + 2, stretch.of().get());
        }
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                take(row, first + row.getInt(1) - 1);
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void take(ResultSet row, int column) throws SQLException {
        long rows = row.getLong(2);
        for (int i = 0; i < figures.size(); i++) {
            int at = 3 + i * FIGURES;
            long count = row.getLong(at);
            long usual = row.getLong(at + 3);
            ServerFigures its = figures.get(i);
            its.lacks(column, rows - count);
            if (count == 0) {
                continue;
            }
            its.ends(
                    column,
                    new ServerFigures.Ends(
                            row.getDouble(at + 1),
                            row.getDouble(at + 2),
                            row.getDouble(at + 8),
                            row.getDouble(at + 9)));
            its.add(
                    column,
                    new ServerFigures.Spread(usual, row.getDouble(at + 4), row.getDouble(at + 5)));
            its.add(
                    column,
                    new ServerFigures.Spread(
                            count - usual,
                            row.getDouble(at + 6) * SCALE,
                            row.getDouble(at + 7) * SCALE * SCALE));
        }
    }
}
