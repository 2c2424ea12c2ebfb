package org.plantdeck.historian.postgres;

import org.plantdeck.historian.store.DataQuality;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.historian.store.ReadingCursor;
import org.plantdeck.historian.store.ReadingQuery;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.historian.store.Totals;
import org.plantdeck.historian.store.TrendQuery;
import org.plantdeck.historian.store.TrendSeries;
import org.plantdeck.signal.FactorySource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Questions to a history in PostgreSQL over a connection that only reads. One that was lost is
 * opened again by the next question. Threads: one.
 */
public final class PostgresQueries implements HistorianQueries {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresQueries.class);

    /** How long a look whether the connection is still there may take. */
    private static final int LOOK_SECONDS = 2;

    private final PostgresServer server;
    private Connection connection;
    private boolean lost;

    private PostgresQueries(PostgresServer server, Connection connection) {
        this.server = server;
        this.connection = connection;
    }

    /**
     * Opens a history for reading; it needs no historian to run.
     *
     * @throws StoreFailure where the server cannot be reached, does not let the account read, or
     *     holds no history
     */
    public static HistorianQueries open(PostgresServer server) throws StoreFailure {
        Connection connection = server.openForReading();
        PostgresQueries queries = new PostgresQueries(server, connection);
        try {
            if (PostgresSchema.requireOurs(connection, server) == 0) {
                throw new StoreFailure(
                        StoreFailure.Kind.LASTING,
                        server.name() + " holds no history; run the historian first");
            }
        } catch (SQLException e) {
            queries.close();
            throw server.failure(e);
        } catch (StoreFailure e) {
            queries.close();
            throw e;
        }
        return queries;
    }

    @Override
    public List<String> topics() throws StoreFailure {
        return read(() -> {
            List<String> topics = new ArrayList<>();
            for (FactorySource source : FactorySource.values()) {
                topics.add(source.topic());
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    "SELECT topic FROM tags GROUP BY topic ORDER BY min(id)")) {
                while (row.next()) {
                    if (!topics.contains(row.getString(1))) {
                        topics.add(row.getString(1));
                    }
                }
            }
            return topics;
        });
    }

    @Override
    public List<StoredTag> tags(String topic) throws StoreFailure {
        return read(() -> TagRow.of(topic, connection).stream().map(TagRow::tag).toList());
    }

    @Override
    public ReadingCursor open(ReadingQuery query) throws StoreFailure {
        return new PostgresCursor(query, shape(query.topic(), query.tags()), this);
    }

    private RowShape shape(String topic, List<StoredTag> tags) throws StoreFailure {
        return read(() -> new RowShape(topic, tags, TagRow.of(topic, connection)));
    }

    @Override
    public List<StoredReading> latest(String topic, int count) throws StoreFailure {
        RowShape shape = shape(topic, tags(topic));
        String sql =
                shape.select()
                        + " ORDER BY timestamp DESC"
                        + (shape.hasRuns() ? ", run DESC, sequence DESC" : "")
                        + " LIMIT "
                        + count;
        return read(() -> {
            List<StoredReading> readings = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                shape.bind(select, 1);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        readings.add(shape.read(row));
                    }
                }
            }
            return readings;
        });
    }

    @Override
    public Optional<List<TrendSeries>> trend(TrendQuery query, BooleanSupplier abandoned)
            throws StoreFailure {
        RowShape shape = shape(query.topic(), query.tags());
        return read(() -> {
            connection.setAutoCommit(false); // all of its statements see one state
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                return new PostgresTrend(query, shape, abandoned).read(connection);
            } finally {
                letGo();
            }
        });
    }

    private void letGo() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            lost = true;
            LOG.atDebug().setCause(e).log("The connection is lost");
        }
    }

    @Override
    public long rows(String topic) throws StoreFailure {
        RowShape shape = shape(topic, List.of());
        return read(() -> {
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT count(*)" + shape.from())) {
                shape.bind(select, 1);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0;
                }
            }
        });
    }

    @Override
    public DataQuality counts() throws StoreFailure {
        return read(() -> Totals.read(connection));
    }

    @Override
    public HistoryExtent extent() throws StoreFailure {
        return read(() -> Ends.ofAll(connection));
    }

    /** One step of reading. */
    interface Step<T> {
        T read() throws SQLException;
    }

    /** Reads, over a new connection where the last one was lost. */
    <T> T read(Step<T> step) throws StoreFailure {
        if (lost) {
            close();
            connection = server.openForReading();
            lost = false;
        }
        try {
            return step.read();
        } catch (SQLException e) {
            lost = isLost();
            throw server.failure(e);
        }
    }

    private boolean isLost() {
        try {
            return !connection.isValid(LOOK_SECONDS);
        } catch (SQLException e) {
            return true;
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
            LOG.atDebug().setCause(e).log("Connection not closed in order");
        }
    }
}
