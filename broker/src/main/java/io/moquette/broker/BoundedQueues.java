package io.moquette.broker;

import io.moquette.broker.SessionRegistry.EnqueuedMessage;

import org.h2.mvstore.MVStore;
import org.jspecify.annotations.NullMarked;
import org.plantdeck.broker.limits.QueueLimits;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The queues of all sessions: in the store or, for sessions of one connection, in memory. */
@NullMarked
final class BoundedQueues implements IQueueRepository {

    private final MVStore store;
    private final QueueLimits limits;
    private final SessionTroubles troubles;
    private final Map<String, BoundedQueue> queues = new ConcurrentHashMap<>();
    private final Set<String> passing;

    /**
     * @param passing the clients whose sessions end with their connection
     * @param troubles hears of messages that found no place
     */
    BoundedQueues(
            MVStore store, QueueLimits limits, Set<String> passing, SessionTroubles troubles) {
        this.troubles = troubles;
        this.store = store;
        this.limits = limits;
        this.passing = passing;
    }

    @Override
    public Set<String> listQueueNames() {
        Set<String> names = StoredPlace.clients(store);
        names.addAll(queues.keySet());
        return names;
    }

    @Override
    public boolean containsQueue(String clientId) {
        return queues.containsKey(clientId) || StoredPlace.exists(store, clientId);
    }

    @Override
    public SessionMessageQueue<EnqueuedMessage> getOrCreateQueue(String clientId) {
        BoundedQueue queue =
                new BoundedQueue(
                        passing.contains(clientId)
                                ? new MemoryPlace()
                                : new StoredPlace(store, clientId),
                        limits,
                        troubles);
        queues.put(clientId, queue);
        return queue;
    }

    /** Puts a message before all that wait; only PUBLISH, a release of QoS 2 is not kept. */
    void putFirst(String clientId, EnqueuedMessage message) {
        BoundedQueue queue = queues.get(clientId);
        if (queue != null && message instanceof SessionRegistry.PublishedMessage) {
            queue.putFirst(message);
        }
    }

    /** Who has a queue. */
    Set<String> clients() {
        return Set.copyOf(queues.keySet());
    }

    /** Forgets the queue of a session that has ended. */
    void forget(String clientId) {
        queues.remove(clientId);
    }

    @Override
    public void close() {
        queues.clear();
    }

    /** How many messages wait for a client. */
    int waiting(String clientId) {
        BoundedQueue queue = queues.get(clientId);
        return queue == null ? 0 : queue.size();
    }
}
