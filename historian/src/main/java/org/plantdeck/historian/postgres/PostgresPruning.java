package org.plantdeck.historian.postgres;

import org.plantdeck.historian.store.PrunedRuns;
import org.plantdeck.historian.store.RetentionClock;
import org.plantdeck.historian.store.Totals;
import org.plantdeck.signal.FactorySource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Removes what is older than the retention: whole days, one a step, and the readings of runs that
 * ended that long ago, a bounded number a step. Threads: one.
 */
final class PostgresPruning {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresPruning.class);
    private static final String LOCKED = "55P03";

    private final Connection connection;
    private final PlantWriter plant;
    private final ObservationWriter observations;
    private final Totals totals;
    private final PrunedRuns runs;

    PostgresPruning(
            Connection connection,
            PlantWriter plant,
            ObservationWriter observations,
            Totals totals) {
        this.connection = connection;
        this.plant = plant;
        this.observations = observations;
        this.totals = totals;
        runs = new PrunedRuns(connection, totals);
    }

    /** Drops the oldest day of each table of readings that ended before the horizon. */
    boolean dropReadings(Instant horizon) throws SQLException {
        boolean more = false;
        for (FactorySource source : FactorySource.values()) {
            Optional<LocalDate> day = due(plant.days(source), horizon);
            if (day.isPresent()) {
                LocalDate old = day.get();
                long[] gone = {0};
                boolean dropped =
                        withoutWaiting(() -> {
                            gone[0] = pass(source, old);
                            plant.days(source).drop(old);
                        });
                totals.pruned(dropped ? gone[0] : 0);
                more |= dropped;
            }
        }
        return more;
    }

    /** Drops the oldest day of the observations where it ended before the horizon. */
    boolean dropObservations(Instant horizon) throws SQLException {
        Optional<LocalDate> day = due(observations.days(), horizon);
        return day.isPresent() && withoutWaiting(() -> observations.days().drop(day.get()));
    }

    private static Optional<LocalDate> due(DayTables days, Instant horizon) throws SQLException {
        return days.oldest()
                .filter(it ->
                        !it.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().isAfter(horizon));
    }

    private interface Step {
        void run() throws SQLException;
    }

    /**
     * A table is dropped when nobody reads it. Who waited for a reader would hold up all who come
     * after, so it is left for the next time.
     */
    private boolean withoutWaiting(Step step) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '100ms'");
            step.run();
            statement.execute("SET LOCAL lock_timeout = '5s'");
            return true;
        } catch (SQLException e) {
            if (!LOCKED.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            LOG.atDebug().setCause(e).log("A day that is too old is being read; it goes later");
            return false;
        }
    }

    /** Counts what goes with a day, and notes that retention has passed it. */
    private long pass(FactorySource source, LocalDate day) throws SQLException {
        String sql =
                "SELECT run, count(*), max(sequence) FROM %s WHERE timestamp < '%s' GROUP BY run"
                        .formatted(PostgresSchema.table(source), TimeLiteral.of(day.plusDays(1)));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            long readings = 0;
            while (row.next()) {
                readings += row.getLong(2);
                runs.passed(row.getString(1), source, row.getLong(3));
            }
            return readings;
        }
    }

    /**
     * Removes readings of runs that ended before the horizon by the clock, whatever time they carry
     * themselves.
     *
     * @return whether there may be more
     */
    boolean removeEnded(RetentionClock.Mark mark, Instant horizon, int rows) throws SQLException {
        return runs.removeEnded(mark, horizon, (run, source) -> remove(run, source, rows));
    }

    private boolean remove(String run, FactorySource source, int rows) throws SQLException {
        String table = PostgresSchema.table(source);
        String sql =
                "DELETE FROM %s WHERE run = ? AND sequence IN (SELECT sequence FROM %s WHERE run = ? ORDER BY sequence LIMIT ?)"
                        .formatted(table, table);
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setString(1, run);
            delete.setString(2, run);
            delete.setInt(3, rows);
            int removed = delete.executeUpdate();
            totals.pruned(removed);
            return removed >= rows;
        }
    }
}
