package org.plantdeck.historian;

import org.plantdeck.historian.ingest.StoreOpener;
import org.plantdeck.historian.store.DataQuality;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.Reading;

import java.nio.file.Path;
import java.time.Duration;
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
