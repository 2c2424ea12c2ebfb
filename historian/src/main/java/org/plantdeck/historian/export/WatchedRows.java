package org.plantdeck.historian.export;

import org.plantdeck.historian.store.StoreFailure;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Rows that are counted as they pass: every thousand somebody hears of it, and may end it, after
 * which there are no more. Threads: one.
 */
final class WatchedRows implements RowSource {

    private static final int ROWS_BETWEEN_REPORTS = 1_000;

    /** What is known of one export, whichever of its rows are counted. */
    static final class Watch {
        private final ExportProgress progress;
        private final Set<String> runs = new HashSet<>();
        private String lastRun = "";
        private long written;
        private boolean cancelled;

        Watch(ExportProgress progress) {
            this.progress = progress;
        }

        void written() {
            written++;
        }

        private void report(long through) {
            cancelled |= !progress.reached(written, Instant.ofEpochMilli(through));
        }

        private void see(String run) {
            if (!run.isEmpty() && !run.equals(lastRun)) {
                lastRun = run;
                runs.add(run);
            }
        }

        ExportResult result() {
            return new ExportResult(written, runs.size(), cancelled);
        }
    }

    private final RowSource rows;
    private final Watch watch;
    private long passed;

    WatchedRows(RowSource rows, Watch watch) {
        this.rows = rows;
        this.watch = watch;
    }

    @Override
    public List<ExportColumn> columns() {
        return rows.columns();
    }

    @Override
    public boolean next() throws StoreFailure {
        if (passed > 0 && passed % ROWS_BETWEEN_REPORTS == 0) {
            watch.report(rows.row().epochMillis());
        }
        if (watch.cancelled || !rows.next() || watch.cancelled) {
            return false; // it may have been ended below, while the next one was made
        }
        passed++;
        watch.see(rows.row().run());
        return true;
    }

    @Override
    public ExportRow row() {
        return rows.row();
    }
}
