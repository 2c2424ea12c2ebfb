package org.plantdeck.cloudanalytics.store;

import org.plantdeck.cloudanalytics.insights.Insight;
import org.plantdeck.cloudanalytics.kpis.Interval;
import org.plantdeck.cloudanalytics.kpis.KpiMeter;
import org.plantdeck.cloudanalytics.kpis.KpiSeries;
import org.plantdeck.cloudanalytics.kpis.Kpis;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.PartFailure;
import org.sqlite.SQLiteConfig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a screen asks of analytics.db, beside the part that writes it, from any process. Every query
 * is of one run, because two runs may have lived through the same simulated time. Threads: any; one
 * lock guards the connection. A file that cannot be read is a {@link PartFailure}.
 */
public final class AnalyticsQueries implements AutoCloseable {

    private static final Duration USUAL_PERIOD = Duration.ofSeconds(10);

    private final Path file;
    private final Connection connection;
    private final Object lock = new Object();

    private AnalyticsQueries(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens the file for reading.
     *
     * @throws PartFailure where there is none yet, or it cannot be read
     */
    public static AnalyticsQueries openReadOnly(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new PartFailure(file + " is not there yet; start cloud-analytics first");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(5_000);
        try {
            return new AnalyticsQueries(
                    file,
                    DriverManager.getConnection("jdbc:sqlite:" + file, config.toProperties()));
        } catch (SQLException e) {
            throw new PartFailure(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private interface Query<T> {
        T ask() throws SQLException;
    }

    private <T> T ask(Query<T> query) {
        synchronized (lock) {
            try {
                return query.ask();
            } catch (SQLException e) {
                throw new PartFailure(file + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    /** The runs that were seen, oldest first. */
    public List<String> runs() {
        return ask(() -> {
            List<String> runs = new ArrayList<>();
            try (PreparedStatement statement =
                            connection.prepareStatement(
                                    "SELECT run FROM analytics_runs ORDER BY place");
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    runs.add(row.getString(1));
                }
            }
            return runs;
        });
    }

    /** The run that was seen last. */
    public Optional<String> currentRun() {
        List<String> runs = runs();
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast());
    }

    /** The newest window of a run. */
    public Optional<AnalyticsWindow> latestWindow(String run) {
        return ask(() -> first(run, "ORDER BY sequence DESC LIMIT 1"));
    }

    private Optional<AnalyticsWindow> first(String run, String clause, String... texts)
            throws SQLException {
        LeafColumns columns = new LeafColumns(connection);
        try (PreparedStatement statement =
                connection.prepareStatement(
                        WindowRows.select(columns) + "WHERE run = ? " + clause)) {
            statement.setString(1, run);
            for (int i = 0; i < texts.length; i++) {
                statement.setString(i + 2, texts[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(WindowRows.window(row, columns.paths()))
                        : Optional.empty();
            }
        }
    }

    /** Hands over the windows of a run that begin in an interval, in their order, one by one. */
    public void windows(String run, Interval interval, Consumer<AnalyticsWindow> consumer) {
        ask(() -> {
            LeafColumns columns = new LeafColumns(connection);
            List<String> paths = columns.paths();
            try (PreparedStatement statement =
                    connection.prepareStatement(
                            WindowRows.select(columns)
                                    + "WHERE run = ? AND window_start >= ? AND window_start < ?"
                                    + " ORDER BY window_start")) {
                statement.setString(1, run);
                statement.setString(2, IsoTime.format(interval.from()));
                statement.setString(3, IsoTime.format(interval.to()));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        consumer.accept(WindowRows.window(row, paths));
                    }
                }
            }
            return paths;
        });
    }

    /**
     * One leaf of the windows of a run, such as {@code energy_analytics.power_consumption.average},
     * in columns of equal width.
     *
     * @param columns how many, 1 to {@link LeafSeries#COLUMNS_MAX}
     * @return the figures column by column; without a value where no window has such a leaf
     */
    public LeafSeries series(String run, String leafPath, Interval interval, int columns) {
        LeafSeries series = new LeafSeries(interval, columns);
        return ask(() -> SeriesRows.read(connection, run, leafPath, series));
    }

    /**
     * The critical alerts of the windows of a run that begin in an interval, each once however many
     * windows have it; the one that began last comes first.
     *
     * @param limit how many at most, at least 1
     */
    public List<AlertEpisode> alerts(String run, Interval interval, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + ", must be at least 1");
        }
        return ask(() -> new AlertRows(connection, run).read(interval, limit));
    }

    /** Key figures of a run over an interval, cut to what the run has lived through. */
    public Kpis kpis(String run, Interval interval) {
        return ask(() -> {
            Interval lived = cutToLife(run, interval);
            KpiMeter meter = new KpiMeter(lived, period(run));
            before(run, lived).ifPresent(meter::before);
            windows(run, lived, meter::add);
            return meter.kpis();
        });
    }

    /** Key figures of a run hour by hour, hours of UTC. */
    public List<Kpis> hours(String run, Interval interval) {
        return ask(() -> {
            Interval lived = cutToLife(run, interval);
            return series(run, lived, KpiSeries.hours(lived, period(run)));
        });
    }

    /** Key figures of a run day by day, days of a time zone. */
    public List<Kpis> days(String run, Interval interval, ZoneId zone) {
        return ask(() -> {
            Interval lived = cutToLife(run, interval);
            return series(run, lived, KpiSeries.days(lived, period(run), zone));
        });
    }

    private List<Kpis> series(String run, Interval lived, KpiSeries series) throws SQLException {
        before(run, lived).ifPresent(series::before);
        windows(run, lived, series::add);
        return series.kpis();
    }

    private Optional<AnalyticsWindow> before(String run, Interval interval) throws SQLException {
        return first(
                run,
                "AND window_start < ? ORDER BY window_start DESC LIMIT 1",
                IsoTime.format(interval.from()));
    }

    private Duration period(String run) throws SQLException {
        return first(run, "ORDER BY sequence DESC LIMIT 1")
                .map(window -> Duration.between(window.start(), window.end()))
                .orElse(USUAL_PERIOD);
    }

    private Interval cutToLife(String run, Interval interval) throws SQLException {
        Instant born =
                first(run, "ORDER BY window_start LIMIT 1")
                        .map(AnalyticsWindow::start)
                        .orElse(interval.from());
        Instant end =
                first(run, "ORDER BY window_start DESC LIMIT 1")
                        .map(AnalyticsWindow::end)
                        .orElse(interval.from());
        Instant from = interval.from().isAfter(born) ? interval.from() : born;
        Instant to = interval.to().isBefore(end) ? interval.to() : end;
        return new Interval(from, to.isBefore(from) ? from : to);
    }

    /** The insights that are open, newest first. */
    public List<Insight> openInsights() {
        return ask(() -> InsightRows.read(connection, InsightRows.OPEN, 0));
    }

    /** Insights open and closed, newest first. */
    public List<Insight> insights(int limit) {
        return ask(() -> InsightRows.read(connection, InsightRows.NEWEST, limit));
    }

    @Override
    public void close() {
        ask(() -> {
            connection.close();
            return file;
        });
    }
}
