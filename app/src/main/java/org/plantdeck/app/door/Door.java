package org.plantdeck.app.door;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The one door to the screen. Values cross as the newest of each key, with one task waiting at
 * most, no more often than {@link #PACE}; events, where each one counts, cross in order through a
 * bounded inbox. Threads: any; one lock guards all state; what is handed in runs on the screen's
 * thread.
 */
public final class Door implements AutoCloseable {

    /** Shortest time between two passes. */
    public static final Duration PACE = Duration.ofMillis(50);

    /** Events beyond this are dropped, the newest ones, and counted. */
    static final int INBOX = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);

    private final Executor screen;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("screen-door").daemon().factory());

    private final Object lock = new Object();
    private final Map<Object, Runnable> newest = new LinkedHashMap<>();
    private final Deque<Runnable> events = new ArrayDeque<>();
    private boolean waiting;
    private long lastPassNanos = System.nanoTime() - PACE.toNanos();
    private long longestNanos;
    private long dropped;

    /**
     * @param screen runs tasks on the screen's thread
     */
    public Door(Executor screen) {
        this.screen = screen;
    }

    /** Has a value shown; one that is handed in for the same key before that takes its place. */
    public void newest(Object key, Runnable show) {
        synchronized (lock) {
            newest.put(key, show);
            wake();
        }
    }

    /** Forgets the value that waits for a key. */
    public void forget(Object key) {
        synchronized (lock) {
            newest.remove(key);
        }
    }

    /** Hands in an event; false where the inbox is full and it was dropped. */
    public boolean event(Runnable happened) {
        synchronized (lock) {
            if (events.size() >= INBOX) {
                dropped++;
                return false;
            }
            events.add(happened);
            wake();
            return true;
        }
    }

    /**
     * Has something done as a task of its own, after those that wait already: what takes long is
     * handed in step by step, so that the screen answers in between. A step that fails is told as
     * any error of the screen's thread is.
     */
    public void step(Runnable step) {
        screen.execute(step);
    }

    private void wake() {
        if (waiting || timer.isShutdown()) {
            return;
        }
        waiting = true;
        long since = System.nanoTime() - lastPassNanos;
        var _ =
                timer.schedule(
                        () -> screen.execute(this::pass),
                        Math.max(0, PACE.toNanos() - since),
                        TimeUnit.NANOSECONDS);
    }

    private void pass() {
        Deque<Runnable> tasks;
        synchronized (lock) {
            waiting = false;
            lastPassNanos = System.nanoTime();
            tasks = new ArrayDeque<>(events);
            tasks.addAll(newest.values());
            events.clear();
            newest.clear();
        }
        long begun = System.nanoTime();
        tasks.forEach(Door::run);
        synchronized (lock) {
            longestNanos = Math.max(longestNanos, System.nanoTime() - begun);
        }
    }

    /** The boundary at which one view that fails cannot keep the others from theirs. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("A view could not be shown");
        }
    }

    /** Events that found the inbox full. */
    public long dropped() {
        synchronized (lock) {
            return dropped;
        }
    }

    /** The longest a pass has held the screen's thread, from the last call of this on. */
    public Duration longestPass() {
        synchronized (lock) {
            Duration longest = Duration.ofNanos(longestNanos);
            longestNanos = 0;
            return longest;
        }
    }

    /** Lets nothing through any more. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
