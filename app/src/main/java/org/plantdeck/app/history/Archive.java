package org.plantdeck.app.history;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Asks a database on a thread of its own, so that no screen waits for it. The database need not be
 * there: it is opened with the first question and anew after a failure. Threads: any; questions are
 * answered one after the other.
 *
 * @param <Q> what can be asked
 */
public final class Archive<Q extends AutoCloseable> implements AutoCloseable {

    /** Questions that may wait; who asks faster than the database answers is told so. */
    static final int MOST_WAITING = 256;

    private final Book<Q> book;
    private final boolean first;
    private final Object lock = new Object();
    private final Set<Asked<?>> waiting = new LinkedHashSet<>();
    private boolean closed;

    /** Opens the database for reading. */
    @FunctionalInterface
    public interface Opener<Q> {
        /** Opens it; fails where it is not there. */
        Q open() throws Exception;
    }

    /** A question. */
    @FunctionalInterface
    public interface Question<Q, T> {
        /** Answers it. */
        T ask(Q queries) throws Exception;
    }

    /**
     * @param name of the thread that asks
     */
    public Archive(String name, Opener<Q> opener) {
        this(new Book<>(name, opener), true);
    }

    private Archive(Book<Q> book, boolean first) {
        this.book = book;
        this.first = first;
    }

    /** The same database for one who asks and leaves: its end ends its own questions alone. */
    public Archive<Q> forOne() {
        return new Archive<>(book, false);
    }

    /**
     * Asks; the answer fails with what the database said as the cause, where it cannot be read, and
     * never comes once this is closed.
     */
    public <T> CompletableFuture<T> ask(Question<Q, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Asked<T> asked = new Asked<>(question, answer);
        synchronized (lock) {
            if (closed) {
                return answer;
            }
            if (waiting.size() >= MOST_WAITING) {
                return CompletableFuture.failedFuture(
                        new CompletionException(
                                new IllegalStateException(
                                        MOST_WAITING
                                                + " questions wait for the database already")));
            }
            waiting.add(asked);
        }
        book.execute(() -> answer(asked));
        return answer;
    }

    private <T> void answer(Asked<T> asked) {
        Question<Q, T> question;
        CompletableFuture<T> answer;
        synchronized (lock) {
            waiting.remove(asked);
            question = asked.question;
            answer = asked.answer;
        }
        if (question != null && answer != null) {
            book.answer(question, answer);
        }
    }

    /** What waits for the thread; it lets go of who asked when that one leaves. */
    private final class Asked<T> {

        private @Nullable Question<Q, T> question;
        private @Nullable CompletableFuture<T> answer;

        Asked(Question<Q, T> question, CompletableFuture<T> answer) {
            this.question = question;
            this.answer = answer;
        }

        void forget() {
            question = null;
            answer = null;
        }
    }

    /** Drops the questions that wait. Does nothing the second time. */
    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            waiting.forEach(Asked::forget);
            waiting.clear();
        }
        if (first) {
            book.close();
        }
    }
}
