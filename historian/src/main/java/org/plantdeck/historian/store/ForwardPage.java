package org.plantdeck.historian.store;

/**
 * Some of what waits to be forwarded.
 *
 * @param batch what it is, in the order it was committed
 * @param last the position of its last message
 */
public record ForwardPage(ReadingBatch batch, long last) {

    /** How many messages. */
    public int size() {
        return batch.readings().size() + batch.observations().size();
    }
}
