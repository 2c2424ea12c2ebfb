package org.plantdeck.historian;

import org.plantdeck.historian.ingest.StoreOpener;
import org.plantdeck.historian.store.DataQuality;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingCursor;
import org.plantdeck.historian.store.ReadingQuery;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.historian.store.TrendQuery;
import org.plantdeck.historian.store.TrendSeries;
import org.plantdeck.signal.Reading;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Opens real stores on a disk that a test fills and frees again. Threads: any. */
final class FaultyStores implements StoreOpener {

    static final String FULL = "The disk is full; free some space, it goes on then";

    private final Path database;
    private volatile boolean full;
    private volatile Predicate<Reading> poison = reading -> false;

    FaultyStores(Path database) {
        this.database = database;
    }

    void fillDisk() {
        full = true;
    }

    void freeDisk() {
        full = false;
    }

    /** From now on a store fails with a bug when it meets such a reading. */
    void choke(Predicate<Reading> on) {
        poison = on;
    }

    @Override
    public ReadingStore open() throws StoreFailure {
        return new Faulty(SqliteReadingStore.open(database, Duration.ofMillis(1)));
    }

    private final class Faulty implements ReadingStore {

        private final ReadingStore store;

        Faulty(ReadingStore store) {
            this.store = store;
        }

        @Override
        public void append(ReadingBatch batch) throws StoreFailure {
            if (full) {
                throw new StoreFailure(StoreFailure.Kind.PASSING, FULL);
            }
            if (batch.readings().stream().anyMatch(poison)) {
                throw new IllegalStateException("a bug");
            }
            store.append(batch);
        }

        @Override
        public boolean prune(Duration retention, int rows) throws StoreFailure {
            return store.prune(retention, rows);
        }

        @Override
        public List<String> topics() throws StoreFailure {
            return store.topics();
        }

        @Override
        public List<StoredTag> tags(String topic) throws StoreFailure {
            return store.tags(topic);
        }

        @Override
        public ReadingCursor open(ReadingQuery query) throws StoreFailure {
            return store.open(query);
        }

        @Override
        public List<StoredReading> latest(String topic, int count) throws StoreFailure {
            return store.latest(topic, count);
        }

        @Override
        public Optional<List<TrendSeries>> trend(TrendQuery query, BooleanSupplier abandoned)
                throws StoreFailure {
            return store.trend(query, abandoned);
        }

        @Override
        public long rows(String topic) throws StoreFailure {
            return store.rows(topic);
        }

        @Override
        public DataQuality counts() throws StoreFailure {
            return store.counts();
        }

        @Override
        public HistoryExtent extent() throws StoreFailure {
            return store.extent();
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
