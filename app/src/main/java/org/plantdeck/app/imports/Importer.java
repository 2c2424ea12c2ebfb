package org.plantdeck.app.imports;

import org.plantdeck.historian.imports.Import;
import org.plantdeck.historian.imports.ImportProgress;
import org.plantdeck.historian.imports.ImportRequest;
import org.plantdeck.historian.imports.ImportResult;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Looks at CSV files and imports them, one at a time, on a thread of its own. It belongs to the
 * desk and not to a screen, so an import goes on when its screen is left. Threads: any; one lock
 * guards all state; those who listen are called on the thread that brings the news.
 */
public final class Importer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

    /** How long the end of the desk waits for an import to clear up behind itself. */
    private static final Duration LAST_LINES = Duration.ofSeconds(2);

    private final Target target;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("csv-import").daemon().factory());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();
    private ImportState state = new ImportState.Idle();
    private boolean cancelled;
    private boolean closed;

    /** Where imports go. */
    interface Target {

        /** Looks at a file, or imports it; throws {@link PartFailure} where it cannot. */
        ImportResult take(ImportRequest request, boolean looksOnly, ImportProgress progress);
    }

    /**
     * @param database the historian's
     * @param turn says when this process may write it
     * @param wallClock the wall clock
     */
    public Importer(Path database, Import.Turn turn, InstantSource wallClock) {
        this((request, looksOnly, progress) -> {
            Import into = new Import(database, wallClock);
            return looksOnly ? into.check(request, progress) : into.run(request, turn, progress);
        });
    }

    Importer(Target target) {
        this.target = target;
    }

    /** How far the import has come, or what came of the last one. */
    public ImportState state() {
        synchronized (lock) {
            return state;
        }
    }

    /**
     * Begins to import a file, or to look at it.
     *
     * @param looksOnly whether nothing is to be changed
     * @return whether it was begun; not while another one runs
     */
    public boolean start(ImportRequest request, boolean looksOnly) {
        synchronized (lock) {
            if (closed || state instanceof ImportState.Running) {
                return false;
            }
            cancelled = false;
            state = new ImportState.Running(ImportProgress.Step.READING, 0, 0);
        }
        tell();
        thread.execute(() -> run(request, looksOnly));
        return true;
    }

    /** The boundary at which an import that fails becomes a sentence. */
    private void run(ImportRequest request, boolean looksOnly) {
        try {
            end(new ImportState.Ended(target.take(request, looksOnly, this::reached)));
        } catch (PartFailure failure) {
            end(new ImportState.Failed(failure.sentence()));
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("file", request.file()).log("The import failed");
            end(new ImportState.Failed(String.valueOf(e.getMessage())));
        }
    }

    private boolean reached(ImportProgress.Step step, long done, long all, long lines) {
        boolean goOn;
        synchronized (lock) {
            state = new ImportState.Running(step, (double) done / Math.max(1, all), lines);
            goOn = !cancelled;
        }
        tell();
        return goOn;
    }

    private void end(ImportState with) {
        synchronized (lock) {
            state = with;
        }
        tell();
    }

    /** Ends the import that runs, which changes nothing, unless it is being taken in already. */
    public void cancel() {
        synchronized (lock) {
            cancelled = true;
        }
    }

    /** Forgets what came of the last import; does nothing while one runs. */
    public void dismiss() {
        synchronized (lock) {
            if (!(state instanceof ImportState.Running)) {
                state = new ImportState.Idle();
            }
        }
        tell();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** Has somebody called whenever the state has changed. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Calls somebody no more. */
    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /** Ends the import that runs and begins no other; what is taken in stays to be completed. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            cancelled = true;
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_LINES.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.atWarn().log("An import goes on; the next start takes it in to its end");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
