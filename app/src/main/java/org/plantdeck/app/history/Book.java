package org.plantdeck.app.history;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An open database and the thread that reads it. Threads: {@link #answer} the one it owns, the rest
 * any.
 *
 * @param <Q> what can be asked
 */
final class Book<Q extends AutoCloseable> implements Executor {

    private static final Logger LOG = LoggerFactory.getLogger(Book.class);

    private final Archive.Opener<Q> opener;
    private final ExecutorService thread;

    /** The thread's own. */
    private @Nullable Q queries;

    Book(String name, Archive.Opener<Q> opener) {
        this.opener = opener;
        thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(task);
    }

    /** The boundary at which one question that fails cannot keep the others from their answer. */
    <T> void answer(Archive.Question<Q, T> question, CompletableFuture<T> answer) {
        try {
            Q open = queries;
            if (open == null) {
                open = opener.open();
                queries = open;
            }
            answer.complete(question.ask(open));
        } catch (Exception e) {
            reset();
            answer.completeExceptionally(new CompletionException(e));
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

    void close() {
        thread.execute(this::reset);
        thread.shutdown();
    }
}
