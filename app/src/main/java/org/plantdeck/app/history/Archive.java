package org.plantdeck.app.history;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Asks a database on a thread of its own, so that no screen waits for it. The database need not be
 * there: it is opened with the first question and anew after a failure. Threads: any; questions are
 * answered one after the other.
 *
 * @param <Q> what can be asked
 */
public final class Archive<Q extends AutoCloseable> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Archive.class);

    private final Opener<Q> opener;
    private final ExecutorService thread;

    /** The thread's own. */
    private @Nullable Q queries;

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
        this.opener = opener;
        thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
    }

    /** Asks; the answer fails with what the database said, where it cannot be read. */
    public <T> CompletableFuture<T> ask(Question<Q, T> question) {
        return CompletableFuture.supplyAsync(() -> answer(question), thread);
    }

    /** The boundary at which one question that fails cannot keep the others from their answer. */
    private <T> T answer(Question<Q, T> question) {
        try {
            Q open = queries;
            if (open == null) {
                open = opener.open();
                queries = open;
            }
            return question.ask(open);
        } catch (Exception e) {
            reset();
            throw new CompletionException(e);
        }
    }

    /** The next question opens the file anew: it may have been replaced. */
    private void reset() {
        Q open = queries;
        queries = null;
        if (open != null) {
            try {
                open.close();
            } catch (Exception e) {
                LOG.atDebug().setCause(e).log("Not closed in order");
            }
        }
    }

    @Override
    public void close() {
        var _ = CompletableFuture.runAsync(this::reset, thread);
        thread.shutdown();
    }
}
