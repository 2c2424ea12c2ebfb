package org.plantdeck.historian.postgres;

import org.plantdeck.historian.store.DataQuality;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.RetentionClock;
import org.plantdeck.historian.store.RunLedger;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.Totals;
import org.plantdeck.signal.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Readings in PostgreSQL, written by COPY and durable when a batch is committed. A schema has one
 * writer at a time: a lock on the server that ends with its connection. Threads: one.
 */
public final class PostgresReadingStore implements ReadingStore {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresReadingStore.class);

    /** Half of the lock's name; the other half is the schema. */
    private static final int LOCK = 0x504c444b;

    private final PostgresServer server;
    private final Connection connection;
    private final InstantSource wallClock;
    private final Totals totals;
    private final RunLedger ledger;
    private final RetentionClock clock;
    private final PlantWriter plant;
    private final ObservationWriter observations;
    private final PostgresPruning pruning;
    private HistoryExtent extent;

    private PostgresReadingStore(
            PostgresServer server, Connection connection, InstantSource wallClock)
            throws SQLException, StoreFailure {
        this.server = server;
        this.connection = connection;
        this.wallClock = wallClock;
        takeLock();
        PostgresSchema.prepare(connection, server);
        totals = new Totals(connection);
        ledger = new RunLedger(connection);
        clock = new RetentionClock(totals.savedMark());
        TagBook tags = new TagBook(connection);
        plant = new PlantWriter(connection, tags, totals, ledger, clock);
        observations = new ObservationWriter(connection, tags);
        pruning = new PostgresPruning(connection, plant, observations, totals);
        extent = Ends.ofPlant(connection);
        connection.commit();
    }

    /**
     * Opens a history for writing; makes its tables where there are none.
     *
     * @param wallClock by which observations age where the plant's time is ahead of it
     * @throws StoreFailure where the server cannot be reached or does not let the historian, or
     *     another one writes there
     */
    public static ReadingStore open(PostgresServer server, InstantSource wallClock)
            throws StoreFailure {
        Connection connection = server.openForWriting();
        try {
            return new PostgresReadingStore(server, connection, wallClock);
        } catch (SQLException e) {
            close(connection);
            throw server.failure(e);
        } catch (StoreFailure e) {
            close(connection);
            throw e;
        }
    }

    private void takeLock() throws SQLException, StoreFailure {
        String sql =
                "SELECT current_schema(), pg_try_advisory_lock(%d, current_schema()::regnamespace::oid::bigint::bit(32)::integer)"
                        .formatted(LOCK);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            if (row.getString(1) == null) {
                throw new StoreFailure(
                        StoreFailure.Kind.LASTING,
                        server.name()
                                + " has no schema to make tables in; make one and name it in the"
                                + " URL, as in ?currentSchema=plantdeck");
            }
            if (!row.getBoolean(2)) {
                throw new StoreFailure(
                        StoreFailure.Kind.PASSING,
                        "Another historian writes to "
                                + server.name()
                                + "; end it, it goes on then");
            }
        }
    }

    @Override
    public void append(ReadingBatch batch) throws StoreFailure {
        try {
            HistoryExtent reached = extent;
            for (Reading reading : batch.readings()) {
                if (plant.take(reading)) {
                    reached = reached.reaching(reading.measuredAt());
                }
            }
            totals.arrived(batch);
            plant.write();
            ledger.save(clock.text());
            plant.noteLives();
            totals.save(clock.mark());
            observations.write(batch.observations());
            connection.commit();
            extent = reached.recordedBy(clock);
        } catch (SQLException e) {
            throw server.failure(e);
        }
    }

    /** Drops the oldest days and a bounded number of readings of ended runs. */
    @Override
    public boolean prune(Duration retention, int rows) throws StoreFailure {
        Optional<RetentionClock.Mark> mark = clock.mark();
        Instant wall = wallClock.instant();
        Instant now = mark.map(RetentionClock.Mark::at).filter(wall::isAfter).orElse(wall);
        try {
            long before = totals.pruned();
            boolean more = pruning.dropObservations(now.minus(retention));
            if (mark.isPresent()) {
                Instant horizon = mark.get().at().minus(retention);
                more |= pruning.dropReadings(horizon);
                more |= pruning.removeEnded(mark.get(), horizon, rows);
                ledger.recount();
            }
            if (totals.pruned() > before) {
                totals.save(mark);
                extent = Ends.ofPlant(connection).recordedBy(clock);
            }
            connection.commit();
            return more;
        } catch (SQLException e) {
            throw server.failure(e);
        }
    }

    @Override
    public DataQuality counts() {
        return totals.with(ledger);
    }

    @Override
    public HistoryExtent extent() {
        return extent;
    }

    @Override
    public void close() {
        close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.atDebug().setCause(e).log("Connection not closed in order");
        }
    }
}
