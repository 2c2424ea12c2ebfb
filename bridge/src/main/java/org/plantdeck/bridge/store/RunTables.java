package org.plantdeck.bridge.store;

import org.jspecify.annotations.Nullable;
import org.plantdeck.bridge.alerts.AlertState;
import org.plantdeck.bridge.assembly.RunState;
import org.plantdeck.bridge.trends.TrendPoint;
import org.plantdeck.bridge.windows.Sample;
import org.plantdeck.bridge.windows.SourceState;
import org.plantdeck.bridge.windows.WindowPosition;
import org.plantdeck.signal.FactorySource;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The runs and what is open in them. Threads: as {@link BridgeStore}. */
public final class RunTables {

    private final Statements statements;

    RunTables(Statements statements) {
        this.statements = statements;
    }

    /** The runs that have readings in open windows. */
    public List<String> open() {
        return statements.rows("SELECT DISTINCT run FROM open_readings", row -> row.getString(1));
    }

    /** What is kept of a run; {@link RunState#FRESH} where it is not known. */
    public RunState load(String run) {
        List<RunState> known =
                statements.rows(
                        "SELECT next_start, next_sequence, bottle_counter, power_means,"
                                + " temperature_means FROM runs WHERE run = ?",
                        RunTables::position,
                        run);
        RunState row = known.isEmpty() ? RunState.FRESH : known.getFirst();
        Map<FactorySource, SourceState> sources = new EnumMap<>(FactorySource.class);
        statements.rows(
                "SELECT source, first, highest, missing, gaps, newest FROM sources WHERE run = ?",
                source -> sources.put(FactorySource.valueOf(source.getString(1)), source(source)),
                run);
        return new RunState(
                row.next(),
                row.bottleCounter(),
                row.power(),
                row.temperature(),
                statements.rows(
                        "SELECT rule, measure, phase, since, edge, count, value FROM alert_states"
                                + " WHERE run = ?",
                        RunTables::alert,
                        run),
                sources,
                statements.rows(
                        "SELECT source, sequence, time, numbers FROM open_readings WHERE run = ?"
                                + " ORDER BY time, source, sequence",
                        RunTables::sample,
                        run));
    }

    private static RunState position(ResultSet row) throws SQLException {
        long start = row.getLong(1);
        return new RunState(
                new WindowPosition(row.wasNull() ? WindowPosition.NONE : start, row.getLong(2)),
                row.getLong(3),
                points(row.getString(4)),
                points(row.getString(5)),
                List.of(),
                Map.of(),
                List.of());
    }

    private static SourceState source(ResultSet row) throws SQLException {
        return new SourceState(
                row.getLong(2), row.getLong(3), row.getLong(4), row.getString(5), row.getLong(6));
    }

    private static AlertState alert(ResultSet row) throws SQLException {
        return new AlertState(
                row.getString(1),
                row.getString(2),
                AlertState.Phase.valueOf(row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                row.getInt(6),
                row.getDouble(7));
    }

    private static Sample sample(ResultSet row) throws SQLException {
        return Sample.parse(
                FactorySource.valueOf(row.getString(1)),
                row.getLong(2),
                row.getLong(3),
                row.getString(4));
    }

    private static List<TrendPoint> points(String text) {
        List<TrendPoint> points = new ArrayList<>();
        for (String point : text.split(" ", -1)) {
            int colon = point.indexOf(':');
            if (colon > 0) {
                points.add(
                        new TrendPoint(
                                Long.parseLong(point.substring(0, colon)),
                                Double.parseDouble(point.substring(colon + 1))));
            }
        }
        return points;
    }

    private static String text(List<TrendPoint> points) {
        StringBuilder text = new StringBuilder();
        for (TrendPoint point : points) {
            text.append(text.isEmpty() ? "" : " ");
            text.append(point.endMillis()).append(':').append(point.mean());
        }
        return text.toString();
    }

    /** Keeps a reading of an open window. */
    public void add(String run, Sample sample) {
        statements.update(
                "INSERT INTO open_readings(run, time, source, sequence, numbers)"
                        + " VALUES (?, ?, ?, ?, ?)",
                run,
                sample.timeMillis(),
                sample.source().name(),
                sample.sequence(),
                sample.numbersText());
    }

    /** Keeps how far the sources of a run have come. */
    public void save(String run, Map<FactorySource, SourceState> sources) {
        sources.forEach((source, state) ->
                statements.update(
                        "INSERT OR REPLACE INTO sources(run, source, first, highest,"
                                + " missing, gaps, newest) VALUES (?, ?, ?, ?, ?, ?, ?)",
                        run,
                        source.name(),
                        state.first(),
                        state.highest(),
                        state.missing(),
                        state.gaps(),
                        state.newestMillis()));
    }

    /** Keeps the state of a run after some windows have closed, and drops their readings. */
    public void save(String run, RunState state) {
        @Nullable Long start =
                state.next().startMillis() == WindowPosition.NONE
                        ? null
                        : Long.valueOf(state.next().startMillis());
        statements.update(
                "INSERT OR REPLACE INTO runs(run, next_start, next_sequence, bottle_counter,"
                        + " power_means, temperature_means) VALUES (?, ?, ?, ?, ?, ?)",
                run,
                start,
                state.next().sequence(),
                state.bottleCounter(),
                text(state.power()),
                text(state.temperature()));
        statements.update(
                "DELETE FROM open_readings WHERE run = ? AND time < ?",
                run,
                state.next().startMillis());
        statements.update("DELETE FROM alert_states WHERE run = ?", run);
        for (AlertState alert : state.alerts()) {
            statements.update(
                    "INSERT INTO alert_states(run, rule, measure, phase, since, edge, count, value)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    run,
                    alert.rule(),
                    alert.measure(),
                    alert.phase().name(),
                    alert.sinceMillis(),
                    alert.edgeMillis(),
                    (long) alert.count(),
                    alert.value());
        }
    }
}
