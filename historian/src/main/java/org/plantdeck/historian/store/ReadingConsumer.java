package org.plantdeck.historian.store;

/** Takes stored readings one by one. */
@FunctionalInterface
public interface ReadingConsumer {

    /**
     * Takes a reading.
     *
     * @return whether to go on
     */
    boolean accept(StoredReading reading);
}
