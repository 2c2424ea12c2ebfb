package io.moquette.broker;

import io.moquette.broker.SessionRegistry.EnqueuedMessage;

import org.jspecify.annotations.NullMarked;
import org.plantdeck.broker.limits.QueueLimits;

/**
 * The queue of one session, with an end. What does not fit gives way and is counted. Threads: one
 * session loop; {@link #size} from any.
 */
@NullMarked
final class BoundedQueue extends AbstractSessionMessageQueue<EnqueuedMessage> {

    /** Where the messages lie. */
    interface Place {
        void add(EnqueuedMessage message);

        void addFirst(EnqueuedMessage message);

        EnqueuedMessage take();

        int size();

        void purge();
    }

    private final Place place;
    private final QueueLimits limits;
    private final SessionTroubles troubles;

    /**
     * @param troubles hears of what gave way
     */
    BoundedQueue(Place place, QueueLimits limits, SessionTroubles troubles) {
        this.place = place;
        this.limits = limits;
        this.troubles = troubles;
    }

    @Override
    public void enqueue(EnqueuedMessage message) {
        checkEnqueuePreconditions(message);
        if (place.size() >= limits.messages()) {
            troubles.queueFull();
            if (!limits.dropOldest()) {
                message.release();
                return;
            }
            place.take().release();
        }
        place.add(message);
    }

    @SuppressWarnings("NullAway") // Moquette's contract: null where it is empty
    @Override
    public EnqueuedMessage dequeue() {
        checkDequeuePreconditions();
        return place.size() == 0 ? null : place.take();
    }

    @Override
    public boolean isEmpty() {
        checkIsEmptyPreconditions();
        return place.size() == 0;
    }

    @Override
    public void closeAndPurge() {
        place.purge();
        closed = true;
    }

    /** Puts a message before all that wait, also where the queue is full. */
    void putFirst(EnqueuedMessage message) {
        place.addFirst(message);
    }

    /** How many wait. */
    int size() {
        return place.size();
    }
}
