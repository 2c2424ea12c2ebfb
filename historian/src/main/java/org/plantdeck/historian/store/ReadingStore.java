package org.plantdeck.historian.store;

import java.time.Duration;

/**
 * Where the historian keeps its readings; the one writer of them. Threads: one at a time.
 *
 * <p>After a failure of {@link #append} or {@link #prune} nothing of that call is stored, and the
 * store is of no further use: close it and open another one.
 */
public interface ReadingStore extends AutoCloseable {

    /**
     * Stores a batch, each reading once by run and sequence, and its counts. What it holds is
     * durable when this returns.
     *
     * @throws StoreFailure where it could not be stored
     */
    void append(ReadingBatch batch) throws StoreFailure;

    /**
     * Removes a bounded number of readings that are older than the retention, counted back from the
     * newest reading.
     *
     * @param retention how long readings are kept, in event time
     * @param rows how many readings to remove of each source at most
     * @return whether there is more to remove
     */
    boolean prune(Duration retention, int rows) throws StoreFailure;

    /** The counts that say how good the stored data is. */
    DataQuality counts() throws StoreFailure;

    /** From when to when the history reaches. */
    HistoryExtent extent() throws StoreFailure;

    @Override
    void close();
}
