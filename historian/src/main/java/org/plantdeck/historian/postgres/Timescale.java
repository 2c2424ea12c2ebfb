package org.plantdeck.historian.postgres;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;

/** Hypertables of the extension TimescaleDB, whose chunks are days. Threads: one. */
final class Timescale implements DayTables {

    private static final Logger LOG = LoggerFactory.getLogger(Timescale.class);

    private final Connection connection;
    private final String table;

    Timescale(Connection connection, String table) {
        this.connection = connection;
        this.table = table;
    }

    /** Whether the database has the extension; makes it where the server offers it. */
    static boolean isThere(Connection connection) throws SQLException {
        if (is(connection, "SELECT 1 FROM pg_extension WHERE extname = 'timescaledb'")) {
            return true;
        }
        if (!is(connection, "SELECT 1 FROM pg_available_extensions WHERE name = 'timescaledb'")) {
            return false;
        }
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION timescaledb");
            return true;
        } catch (SQLException e) {
            connection.rollback(before);
            LOG.atWarn()
                    .addKeyValue("reason", e.getMessage())
                    .log("TimescaleDB is offered but cannot be made; plain tables are used");
            return false;
        }
    }

    private static boolean is(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next();
        }
    }

    static void makeHypertable(Statement statement, String table) throws SQLException {
        statement.execute(
                "SELECT create_hypertable('%s', 'timestamp', chunk_time_interval => INTERVAL '1 day', create_default_indexes => FALSE)"
                        .formatted(table));
    }

    @Override
    public void ensure(Collection<LocalDate> days) {
        // the extension makes a chunk when the first row of a day comes
    }

    @Override
    public Optional<LocalDate> oldest() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT min(range_start) FROM timescaledb_information.chunks WHERE hypertable_schema = current_schema() AND hypertable_name = '%s'"
                                        .formatted(table))) {
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                    .map(it -> TimeLiteral.dayOf(it.toInstant()));
        }
    }

    @Override
    public void drop(LocalDate day) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "SELECT drop_chunks('%s', older_than => TIMESTAMPTZ '%s')"
                            .formatted(table, TimeLiteral.of(day.plusDays(1))));
        }
    }
}
