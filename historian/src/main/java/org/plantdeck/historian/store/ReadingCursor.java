package org.plantdeck.historian.store;

import java.util.Optional;

/** Steps through stored readings. Threads: the one of the queries it came from. */
public interface ReadingCursor {

    /** The next reading; empty at the end. */
    Optional<StoredReading> next() throws StoreFailure;
}
