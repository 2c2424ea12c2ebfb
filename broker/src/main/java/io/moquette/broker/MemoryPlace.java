package io.moquette.broker;

import io.moquette.broker.SessionRegistry.EnqueuedMessage;

import org.jspecify.annotations.NullMarked;

import java.util.ArrayDeque;
import java.util.Deque;

/** Messages that wait in memory, for a session that ends with its connection. */
@NullMarked
final class MemoryPlace implements BoundedQueue.Place {

    private final Deque<EnqueuedMessage> messages = new ArrayDeque<>();
    private volatile int size;

    @Override
    public void add(EnqueuedMessage message) {
        messages.add(message);
        size = messages.size();
    }

    @Override
    public void addFirst(EnqueuedMessage message) {
        messages.addFirst(message);
        size = messages.size();
    }

    @Override
    public EnqueuedMessage take() {
        EnqueuedMessage message = messages.remove();
        size = messages.size();
        return message;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void purge() {
        messages.forEach(EnqueuedMessage::release);
        messages.clear();
        size = 0;
    }
}
