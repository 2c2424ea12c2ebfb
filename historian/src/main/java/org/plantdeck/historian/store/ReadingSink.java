package org.plantdeck.historian.store;

import org.plantdeck.signal.Reading;

import java.util.List;

/** Keeps readings in a second place before the tables commit them. Threads: the store's. */
@FunctionalInterface
public interface ReadingSink {

    /**
     * Makes readings durable. After a crash or a failure the same may come again.
     *
     * @param readings those of a batch that are new, which may be none
     * @throws StoreFailure where it could not; the tables then do not keep them either
     */
    void keep(List<Reading> readings) throws StoreFailure;
}
