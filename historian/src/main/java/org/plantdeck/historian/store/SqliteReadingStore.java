package org.plantdeck.historian.store;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Readings in an SQLite file in write-ahead mode, synced at every commit. Threads: one. */
public final class SqliteReadingStore implements ReadingStore {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteReadingStore.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SqliteFile file;
    private final Optional<Object> identity;
    private final Connection connection;
    private final Map<FactorySource, TableWriter> tables = new EnumMap<>(FactorySource.class);
    private final Totals totals;
    private final RunLedger ledger;
    private final RetentionClock clock;
    private final Pruning pruning;
    private final SqliteQueries queries;
    private final ReadingSink sink;
    private final Optional<ForwardTable> forward;
    private HistoryExtent extent;

    private SqliteReadingStore(SqliteFile file, Connection connection, Beside beside)
            throws SQLException, StoreFailure {
        this.file = file;
        sink = beside.sink();
        this.connection = connection;
        SqliteSchema.prepare(connection, file.path());
        identity = file.identity();
        for (FactorySource source : FactorySource.values()) {
            tables.put(source, new TableWriter(connection, source));
        }
        totals = new Totals(connection);
        ledger = new RunLedger(connection);
        clock = new RetentionClock(totals.savedMark());
        pruning = new Pruning(connection, totals);
        queries = new SqliteQueries(file, connection);
        extent = queries.extent();
        forward =
                beside.forward().isPresent()
                        ? Optional.of(new ForwardTable(connection, beside.forward().get()))
                        : Optional.empty();
    }

    /**
     * Where readings go beside the tables.
     *
     * @param sink keeps each new reading before the tables do
     * @param forward what is committed is also to be forwarded, and noted there
     */
    public record Beside(ReadingSink sink, Optional<ForwardPosition> forward) {

        /** Nowhere. */
        public static final Beside NOTHING = new Beside(_ -> {}, Optional.empty());
    }

    /**
     * Opens a database for writing, made where there is none.
     *
     * @throws StoreFailure where it cannot be opened, is not a historian's, or is locked
     */
    public static ReadingStore open(Path database) throws StoreFailure {
        return open(database, PATIENCE);
    }

    /** The same with something beside the tables. */
    public static SqliteReadingStore open(Path database, Beside beside) throws StoreFailure {
        return open(database, PATIENCE, beside);
    }

    /**
     * Opens a database for writing.
     *
     * @param patience how long it waits for a lock another program holds
     * @throws StoreFailure as above
     */
    public static ReadingStore open(Path database, Duration patience) throws StoreFailure {
        return open(database, patience, Beside.NOTHING);
    }

    private static SqliteReadingStore open(Path database, Duration patience, Beside beside)
            throws StoreFailure {
        SqliteFile file = new SqliteFile(database);
        Connection connection = file.openForWriting(patience);
        try {
            return new SqliteReadingStore(file, connection, beside);
        } catch (SQLException e) {
            close(connection);
            throw file.failure(e);
        } catch (StoreFailure e) {
            close(connection);
            throw e;
        }
    }

    @Override
    public void append(ReadingBatch batch) throws StoreFailure {
        requireSameFile();
        try {
            HistoryExtent reached = extent;
            List<Reading> stored = new ArrayList<>();
            for (Reading reading : batch.readings()) {
                if (store(reading)) {
                    stored.add(reading);
                    reached = reached.reaching(reading.measuredAt());
                }
            }
            totals.arrived(batch);
            ledger.save(clock.text());
            totals.save(clock.mark());
            sink.keep(stored);
            if (forward.isPresent()) {
                forward.get().add(stored, batch.observations());
            }
            connection.commit();
            forward.ifPresent(ForwardTable::committed);
            extent = reached.recordedBy(clock);
        } catch (SQLException e) {
            throw file.failure(e);
        }
    }

    private boolean store(Reading reading) throws SQLException {
        RunLedger.Entry run = ledger.entry(reading.run(), reading.source());
        if (run.hasPassed(reading.sequence())) {
            totals.expired();
            return false;
        }
        TableWriter table = Objects.requireNonNull(tables.get(reading.source()));
        int leftOut = table.place(reading.values());
        switch (table.write(reading, IsoTime.format(reading.measuredAt()))) {
            case REPEATED -> totals.repeated();
            case CONFLICTING -> conflicting(reading);
            case STORED -> {
                totals.leftOut(leftOut);
                ledger.add(run, reading.sequence());
                if (clock.sees(reading.run(), reading.measuredAt())) {
                    ledger.runChanged(clock.text());
                }
                return true;
            }
        }
        return false;
    }

    private void conflicting(Reading reading) {
        if (totals.conflicting()) {
            LOG.atWarn()
                    .addKeyValue("topic", reading.source().topic())
                    .addKeyValue("run", reading.run())
                    .addKeyValue("sequence", reading.sequence())
                    .log("A reading came again with other content; the first one stays");
        }
    }

    /** A file that was moved away would take what is written to it along. */
    private void requireSameFile() throws StoreFailure {
        if (identity.isPresent() && !identity.equals(file.identity())) {
            throw new StoreFailure(
                    StoreFailure.Kind.PASSING,
                    file.path() + " was moved or removed while the historian wrote to it");
        }
    }

    /**
     * Takes in readings of one source from a file; of two with the same place the later counts,
     * value by value. They do not move the clock of retention, and are counted where they are new.
     * What is taken in is durable when this returns.
     *
     * @throws StoreFailure where nothing of it could be stored
     */
    public void take(FactorySource source, List<ImportedReading> readings, ImportSink into)
            throws StoreFailure {
        requireSameFile();
        HistoryExtent reached = extent;
        try (ImportedReadings places = new ImportedReadings(connection, source)) {
            List<String> runs = new ArrayList<>();
            for (ImportedReading reading : readings) {
                runs.add(take(reading, places.place(reading)));
                reached = reached.reaching(reading.measuredAt());
            }
            ledger.save(
                    clock.mark()
                            .map(RetentionClock.Mark::at)
                            .or(() -> Optional.of(readings.getLast().measuredAt()))
                            .map(IsoTime::format)
                            .orElse(""));
            totals.save(clock.mark());
            into.keep(readings, runs);
            connection.commit();
            extent = reached.recordedBy(clock);
        } catch (SQLException e) {
            throw file.failure(e);
        }
    }

    private String take(ImportedReading reading, ImportedReadings.Place place) throws SQLException {
        TableWriter table = Objects.requireNonNull(tables.get(reading.source()));
        totals.leftOut(table.place(reading.values()));
        table.replace(place.run(), place.sequence(), IsoTime.format(reading.measuredAt()));
        if (!place.isThere()) {
            RunLedger.Entry run = ledger.entry(place.run(), reading.source());
            boolean numbered = place.sequence() > 0 && !run.hasPassed(place.sequence());
            totals.tookIn(numbered);
            if (numbered) {
                ledger.add(run, place.sequence());
            }
        }
        return place.run();
    }

    @Override
    public boolean prune(Duration retention, int rows) throws StoreFailure {
        Optional<RetentionClock.Mark> mark = clock.mark();
        if (mark.isEmpty()) {
            return false;
        }
        requireSameFile();
        try {
            long before = totals.pruned();
            boolean more = pruning.step(mark.get(), retention, rows);
            ledger.recount();
            if (totals.pruned() > before) {
                totals.save(mark);
            }
            more |= pruning.shrink();
            connection.commit();
            if (totals.pruned() > before) {
                extent = queries.extent();
            }
            return more;
        } catch (SQLException e) {
            throw file.failure(e);
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
            connection.close(); // also checkpoints, when no other program has the file open
        } catch (SQLException e) {
            LOG.atWarn().setCause(e).log("Database not closed in order");
        }
    }
}
