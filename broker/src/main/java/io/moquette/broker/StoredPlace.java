package io.moquette.broker;

import io.moquette.broker.SessionRegistry.EnqueuedMessage;
import io.moquette.broker.SessionRegistry.PublishedMessage;
import io.moquette.persistence.EnqueuedMessageValueType;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.NullMarked;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Messages that wait in the store, for a session that outlives its connection. */
@NullMarked
final class StoredPlace implements BoundedQueue.Place {

    private static final String PREFIX = "waiting_";

    private final MVStore store;
    private final MVMap<Long, EnqueuedMessage> messages;
    private long first;
    private long next;
    private volatile int size;

    StoredPlace(MVStore store, String clientId) {
        this.store = store;
        messages =
                store.openMap(
                        PREFIX + clientId,
                        new MVMap.Builder<Long, EnqueuedMessage>()
                                .valueType(new EnqueuedMessageValueType()));
        Long head = messages.firstKey();
        Long tail = messages.lastKey();
        first = head == null ? 0 : head;
        next = tail == null ? 0 : tail + 1;
        count();
    }

    /** Whose messages are in a store; a set of the caller's. */
    static Set<String> clients(MVStore store) {
        return store.getMapNames().stream()
                .filter(it -> it.startsWith(PREFIX))
                .map(it -> it.substring(PREFIX.length()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    static boolean exists(MVStore store, String clientId) {
        return store.hasMap(PREFIX + clientId);
    }

    /** Keeps a copy: the store may write it at any time, and its network buffer is wanted back. */
    @Override
    public void add(EnqueuedMessage message) {
        messages.put(next, copy(message));
        message.release();
        next++;
        count();
    }

    @Override
    public void addFirst(EnqueuedMessage message) {
        first--;
        messages.put(first, copy(message));
        message.release();
        count();
    }

    private static EnqueuedMessage copy(EnqueuedMessage message) {
        return message instanceof PublishedMessage published
                ? lasting(published, Unpooled.copiedBuffer(published.getPayload()))
                : message;
    }

    private static PublishedMessage lasting(PublishedMessage message, ByteBuf payload) {
        return new PublishedMessage(
                message.getTopic(),
                message.getPublishingQos(),
                Unpooled.unreleasableBuffer(payload),
                false);
    }

    /**
     * Gives a view that cannot be released: a save that has begun before may still be writing the
     * message, and where it finds it gone the store closes for good.
     */
    @Override
    public EnqueuedMessage take() {
        EnqueuedMessage message = Objects.requireNonNull(messages.remove(first));
        first++;
        count();
        return message instanceof PublishedMessage published
                ? lasting(published, published.getPayload().duplicate())
                : message;
    }

    private void count() {
        size = (int) (next - first);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void purge() {
        store.removeMap(messages);
        size = 0;
    }
}
