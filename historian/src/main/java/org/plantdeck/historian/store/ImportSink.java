package org.plantdeck.historian.store;

import java.util.List;

/** Keeps readings from a file in a second place before the tables do. Threads: the store's. */
@FunctionalInterface
public interface ImportSink {

    /**
     * Makes readings durable. After a crash or a failure the same may come again.
     *
     * @param readings all of one source
     * @param runs the run each of them came to be in; empty for none
     * @throws StoreFailure where it could not; the tables then do not keep them either
     */
    void keep(List<ImportedReading> readings, List<String> runs) throws StoreFailure;
}
