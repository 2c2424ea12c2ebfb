package org.plantdeck.historian.store;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.IsoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Questions to a historian's SQLite file. Threads: one. */
final class SqliteQueries implements HistorianQueries {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteQueries.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SqliteFile file;
    private final Connection connection;

    SqliteQueries(SqliteFile file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    static HistorianQueries openReadOnly(Path database) throws StoreFailure {
        SqliteFile file = new SqliteFile(database);
        SqliteQueries queries = new SqliteQueries(file, file.openForReading(PATIENCE));
        try {
            if (SqliteSchema.requireOurs(queries.connection, database) == 0) {
                throw new StoreFailure(
                        StoreFailure.Kind.LASTING,
                        database + " holds no history; run the historian first");
            }
        } catch (SQLException e) {
            queries.close();
            throw file.failure(e);
        } catch (StoreFailure e) {
            queries.close();
            throw e;
        }
        return queries;
    }

    @Override
    public List<String> topics() {
        return Arrays.stream(FactorySource.values()).map(FactorySource::topic).toList();
    }

    @Override
    public List<StoredTag> tags(String topic) throws StoreFailure {
        Optional<FactorySource> source = FactorySource.ofTopic(topic);
        return source.isEmpty()
                ? List.of()
                : read(() -> List.copyOf(TableColumns.of(connection, source.get()).tags()));
    }

    @Override
    public ReadingCursor open(ReadingQuery query) {
        return new SqliteCursor(query, this);
    }

    @Override
    public List<StoredReading> latest(String topic, int count) throws StoreFailure {
        List<StoredTag> tags = tags(topic);
        String sql =
                SqliteCursor.columns(tags)
                        + " FROM "
                        + SqliteSchema.table(topic)
                        + " ORDER BY timestamp DESC, run DESC, sequence DESC LIMIT "
                        + count;
        return read(() -> {
            List<StoredReading> readings = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    readings.add(SqliteCursor.reading(topic, tags, row));
                }
            }
            return readings;
        });
    }

    @Override
    public Optional<List<TrendSeries>> trend(TrendQuery query, BooleanSupplier abandoned)
            throws StoreFailure {
        return snapshot(() -> new SqliteTrend(query, abandoned).read(connection));
    }

    @Override
    public long rows(String topic) throws StoreFailure {
        return read(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    "SELECT count(*) FROM " + SqliteSchema.table(topic))) {
                return row.next() ? row.getLong(1) : 0;
            }
        });
    }

    @Override
    public DataQuality counts() throws StoreFailure {
        return read(() -> Totals.read(connection));
    }

    @Override
    public HistoryExtent extent() throws StoreFailure {
        return read(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT run, run_at FROM totals")) {
                row.next();
                String run = row.getString(1);
                Optional<Instant> through = IsoTime.parse(row.getString(2));
                return new HistoryExtent(extreme("min"), extreme("max"), run, through);
            }
        });
    }

    private Optional<Instant> extreme(String function) throws SQLException {
        List<String> each = new ArrayList<>();
        for (FactorySource source : FactorySource.values()) {
            each.add(
                    "SELECT %s(timestamp) AS t FROM %s"
                            .formatted(function, SqliteSchema.table(source)));
        }
        String sql = "SELECT %s(t) FROM (%s)".formatted(function, String.join(" UNION ALL ", each));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            String time = row.next() ? row.getString(1) : null;
            return time == null ? Optional.empty() : IsoTime.parse(time);
        }
    }

    /** One step of reading. */
    interface Step<T> {
        T read() throws SQLException;
    }

    /** Reads, and lets go of the snapshot that was read. */
    <T> T read(Step<T> step) throws StoreFailure {
        try {
            T result = step.read();
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return result;
        } catch (SQLException e) {
            throw file.failure(e);
        }
    }

    /** Reads several times from one state of the database, and lets go of it. */
    private <T> T snapshot(Step<T> step) throws StoreFailure {
        return read(() -> {
            boolean alone = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                return step.read();
            } finally {
                if (alone) {
                    letGo();
                }
            }
        });
    }

    private void letGo() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            LOG.atDebug().setCause(e).log("What was read had been let go of");
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.atDebug().setCause(e).log("Database not closed in order");
        }
    }
}
