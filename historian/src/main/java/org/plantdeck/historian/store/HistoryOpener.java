package org.plantdeck.historian.store;

/** Opens a history for questions, wherever it is kept. */
@FunctionalInterface
public interface HistoryOpener {

    /**
     * Opens it for reading only; it needs no historian to run.
     *
     * @throws StoreFailure where there is none or it cannot be read
     */
    HistorianQueries open() throws StoreFailure;
}
