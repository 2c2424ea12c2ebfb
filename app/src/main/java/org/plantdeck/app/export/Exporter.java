package org.plantdeck.app.export;

import org.plantdeck.historian.HistoryLocation;
import org.plantdeck.historian.export.Export;
import org.plantdeck.historian.export.ExportForm;
import org.plantdeck.historian.export.ExportProgress;
import org.plantdeck.historian.export.ExportRequest;
import org.plantdeck.historian.export.ExportResult;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Writes stored readings into files, one export at a time, on a thread of its own. It belongs to
 * the desk and not to a screen, so an export goes on when its screen is left, and what came of it
 * is seen when somebody comes back. Threads: any; one lock guards all state; those who listen are
 * called on the thread that brings the news.
 */
public final class Exporter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Exporter.class);

    /** How long the end of the desk waits for an export to clear up behind itself. */
    private static final Duration LAST_ROWS = Duration.ofSeconds(2);

    private final Source source;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("csv-export").daemon().factory());
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Object lock = new Object();
    private ExportState state = new ExportState.Idle();
    private boolean cancelled;
    private boolean closed;

    /** What exports are made from. */
    interface Source {

        /** From when to when it reaches. */
        HistoryExtent extent() throws StoreFailure;

        /** Writes a file; throws {@link PartFailure} where it cannot. */
        ExportResult write(ExportRequest request, Path file, ExportProgress progress);
    }

    /**
     * @param history where the history is kept
     */
    public Exporter(HistoryLocation history) {
        this(new Stored(history));
    }

    Exporter(Source source) {
        this.source = source;
    }

    private record Stored(HistoryLocation history) implements Source {

        @Override
        public HistoryExtent extent() throws StoreFailure {
            try (HistorianQueries queries = history.open()) {
                return queries.extent();
            }
        }

        @Override
        public ExportResult write(ExportRequest request, Path into, ExportProgress progress) {
            return Export.toFile(history, request, ExportForm.forFile(into), into, progress);
        }
    }

    /** How far the export has come, or what came of the last one. */
    public ExportState state() {
        synchronized (lock) {
            return state;
        }
    }

    /**
     * Begins an export.
     *
     * @param file where it is to be; what is there is replaced once the export is complete
     * @return whether it was begun; not while another one runs
     */
    public boolean start(ExportRequest request, Path file) {
        synchronized (lock) {
            if (closed || state instanceof ExportState.Running) {
                return false;
            }
            cancelled = false;
            state = new ExportState.Running(file, 0, 0);
        }
        tell();
        thread.execute(() -> run(request, file));
        return true;
    }

    /** The boundary at which an export that fails becomes a sentence. */
    private void run(ExportRequest request, Path file) {
        try {
            Progress progress = new Progress(file, range(request));
            ExportResult result = source.write(request, file, progress);
            end(
                    result.cancelled()
                            ? new ExportState.Cancelled(file)
                            : new ExportState.Done(file, result.rows(), result.runs()));
        } catch (PartFailure failure) {
            end(new ExportState.Failed(failure.sentence()));
        } catch (StoreFailure failure) {
            end(new ExportState.Failed(failure.sentence()));
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).addKeyValue("file", file).log("The export has failed");
            end(new ExportState.Failed(String.valueOf(e.getMessage())));
        }
    }

    /** An open end of the range is where the history ends, for the share alone. */
    private Range range(ExportRequest request) throws StoreFailure {
        boolean open = request.from().equals(Instant.MIN) || request.to().equals(Instant.MAX);
        if (!open) {
            return new Range(request.from(), request.to());
        }
        HistoryExtent extent = source.extent();
        Instant oldest = extent.oldest().orElse(Instant.EPOCH);
        Instant newest = extent.newest().orElse(Instant.EPOCH);
        return new Range(
                request.from().isBefore(oldest) ? oldest : request.from(),
                request.to().isAfter(newest) ? newest : request.to());
    }

    private record Range(Instant from, Instant to) {

        double share(Instant through) {
            double whole = Duration.between(from, to).toMillis();
            return whole > 0
                    ? Math.clamp(Duration.between(from, through).toMillis() / whole, 0, 1)
                    : 1;
        }
    }

    private final class Progress implements ExportProgress {

        private final Path file;
        private final Range range;

        Progress(Path file, Range range) {
            this.file = file;
            this.range = range;
        }

        @Override
        public boolean reached(long rows, Instant through) {
            boolean goOn;
            synchronized (lock) {
                state = new ExportState.Running(file, rows, range.share(through));
                goOn = !cancelled;
            }
            tell();
            return goOn;
        }
    }

    private void end(ExportState with) {
        synchronized (lock) {
            state = with;
        }
        tell();
    }

    /** Ends the export that runs; nothing of it is left. Does nothing where none runs. */
    public void cancel() {
        synchronized (lock) {
            cancelled = true;
        }
    }

    /** Forgets what came of the last export; does nothing while one runs. */
    public void dismiss() {
        synchronized (lock) {
            if (!(state instanceof ExportState.Running)) {
                state = new ExportState.Idle();
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

    /** Ends the export that runs, waits until nothing of it is left, and begins no other. */
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            cancelled = true;
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LAST_ROWS.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.atWarn().log("An export did not end in time; a file with .part may be left");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
