package org.plantdeck.app.work;

import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Long work, one at a time, on a thread of its own. It belongs to the desk and not to a screen, so
 * it goes on when its screen is left, and what came of it is seen when somebody comes back.
 * Threads: any; one lock guards all state; those who listen are called on the thread that brings
 * the news.
 *
 * @param <S> says how far it has come
 */
public abstract class LongWork<S> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LongWork.class);

    /** How long the end of the desk waits for the work to clear up behind itself. */
    private static final Duration LAST_STEP = Duration.ofSeconds(2);

    private final String name;
    private final S idle;
    private final ExecutorService thread;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();
    private S state;
    private boolean running;
    private boolean cancelled;
    private boolean closed;

    /**
     * What is done.
     *
     * @param <S> says what came of it
     */
    @FunctionalInterface
    protected interface Act<S> {

        /** Does it; throws {@link PartFailure} where it cannot be done for another reason. */
        S run() throws StoreFailure;
    }

    /**
     * @param name of the thread, and of the work in the log
     * @param idle the state in which nothing was asked for
     */
    protected LongWork(String name, S idle) {
        this.name = name;
        this.idle = idle;
        this.state = idle;
        this.thread =
                Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().name(name).daemon().factory());
    }

    /** What it comes to when it cannot be done, for a reason and what to do in one sentence. */
    protected abstract S failed(String sentence);

    /**
     * Begins.
     *
     * @param first how far it has come at its beginning
     * @return whether it was begun; not while other work runs
     */
    protected final boolean begin(S first, Act<S> act) {
        synchronized (lock) {
            if (closed || running) {
                return false;
            }
            running = true;
            cancelled = false;
            state = first;
        }
        tell();
        thread.execute(() -> run(act));
        return true;
    }

    /** The boundary at which work that fails becomes a sentence. */
    private void run(Act<S> act) {
        try {
            end(act.run());
        } catch (PartFailure failure) {
            end(failed(failure.sentence()));
        } catch (StoreFailure failure) {
            end(failed(failure.sentence()));
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("work", name).log("The work has failed");
            end(failed(String.valueOf(e.getMessage())));
        }
    }

    private void end(S with) {
        synchronized (lock) {
            running = false;
            state = with;
        }
        tell();
    }

    /**
     * Says how far it has come. Called by the work alone.
     *
     * @return whether it is to go on; where not, somebody has cancelled it
     */
    protected final boolean reached(S now) {
        boolean goOn;
        synchronized (lock) {
            state = now;
            goOn = !cancelled;
        }
        tell();
        return goOn;
    }

    /** How far it has come, or what came of the last one. */
    public final S state() {
        synchronized (lock) {
            return state;
        }
    }

    /** Asks the work that runs to end without a result. Does nothing where none runs. */
    public final void cancel() {
        synchronized (lock) {
            cancelled = true;
        }
        wake();
    }

    /** Wakes work that waits for somebody else: it has been asked to end. Does nothing at first. */
    protected void wake() {}

    /** Forgets what came of the last one; does nothing while one runs. */
    public final void dismiss() {
        synchronized (lock) {
            if (!running) {
                state = idle;
            }
        }
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** Has somebody called whenever the state has changed. */
    public final void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Calls somebody no more. */
    public final void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /** Ends the work that runs, waits until it has cleared up, and begins no other. */
    @Override
    public final void close() {
        synchronized (lock) {
            closed = true;
            cancelled = true;
        }
        wake();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_STEP.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.atWarn()
                        .addKeyValue("work", name)
                        .log("The work did not end in time; the next start clears up behind it");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
