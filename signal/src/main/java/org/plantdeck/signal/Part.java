package org.plantdeck.signal;

/**
 * The life every part of PlantDeck has: made from its settings record, started, asked how it is,
 * closed. A part runs inside the desktop or alone in a process of its own with the same class.
 * Threads: start and close from one thread; the rest from any.
 */
public interface Part extends AutoCloseable {

    /** The name the part has in its status topic: Plant, PLC1, Historian, … */
    String component();

    /**
     * Opens what the part keeps and begins its work; returns without waiting for a broker that is
     * not there yet.
     *
     * @throws PartFailure where the part cannot work at all, in words for an operator
     */
    void start();

    /** Whether the part is connected and at work; stays true through a later loss of the link. */
    boolean isReady();

    /** How the part is now. */
    Health health();

    /** Ends the part. Loses nothing it has accepted. Does nothing the second time. */
    @Override
    void close();
}
