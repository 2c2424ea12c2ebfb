package org.plantdeck.historian.ingest;

import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoreFailure;

/** Opens the store, at the start and again after every failure. */
@FunctionalInterface
public interface StoreOpener {

    /**
     * Opens it.
     *
     * @throws StoreFailure where it cannot be opened now
     */
    ReadingStore open() throws StoreFailure;
}
