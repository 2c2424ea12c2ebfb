package org.plantdeck.mqttlink;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a link has to publish: a bounded queue of messages that wait and those that are under way,
 * in order. A message leaves only when the broker has taken it; what was under way when a
 * connection broke goes back to the head of the queue, so it is published again before anything
 * newer. Threads: any; one lock guards all state.
 */
final class Outgoing {

    /** A message on its way; the number orders messages over the life of the link. */
    record Entry(long number, Publication publication) {}

    private final int capacity;
    private final int window;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final Map<Long, Entry> underWay = new LinkedHashMap<>();
    private long lastNumber;
    private long taken;
    private long dropped;

    Outgoing(int capacity, int window) {
        this.capacity = capacity;
        this.window = window;
    }

    /**
     * Adds a message; gives up the oldest waiting one where there is no room. Returns how many were
     * given up.
     */
    synchronized int add(Publication publication) {
        int givenUp = 0;
        if (waiting.size() + underWay.size() >= capacity && waiting.pollFirst() != null) {
            dropped++;
            givenUp = 1;
        }
        waiting.addLast(new Entry(++lastNumber, publication));
        return givenUp;
    }

    /**
     * The next message to hand to the network, counted as under way; empty where none may go now.
     */
    synchronized Optional<Entry> next() {
        if (underWay.size() >= window) {
            return Optional.empty();
        }
        Entry entry = waiting.pollFirst();
        if (entry == null) {
            return Optional.empty();
        }
        underWay.put(entry.number(), entry);
        return Optional.of(entry);
    }

    /** The broker has taken a message. */
    void taken(Entry entry) {
        synchronized (this) {
            if (underWay.remove(entry.number()) == null) {
                return;
            }
            taken++;
            notifyAll();
        }
        entry.publication().taken().run();
    }

    /**
     * The connection is gone: everything under way is to be published again, first and in order.
     */
    synchronized void returnUnderWay() {
        List<Entry> back = new ArrayList<>(underWay.values());
        underWay.clear();
        for (int i = back.size() - 1; i >= 0; i--) {
            waiting.addFirst(back.get(i));
        }
    }

    /** Waits until everything has been taken, or the time is over. Returns whether it has. */
    synchronized boolean awaitEmpty(long timeoutMillis) throws InterruptedException {
        long end = System.nanoTime() + timeoutMillis * 1_000_000;
        while (!waiting.isEmpty() || !underWay.isEmpty()) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    synchronized long waitingCount() {
        return waiting.size() + (long) underWay.size();
    }

    synchronized long takenCount() {
        return taken;
    }

    synchronized long droppedCount() {
        return dropped;
    }
}
