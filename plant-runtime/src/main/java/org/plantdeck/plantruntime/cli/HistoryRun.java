package org.plantdeck.plantruntime.cli;

import org.plantdeck.historian.backup.BackupProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Says on standard error every few seconds how far a backup, a restore or a check has come, and
 * ends it in order when the process is told to end. Threads: one works; the hook of the process may
 * end it at any time.
 */
final class HistoryRun implements BackupProgress, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryRun.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);
    private static final long MEGABYTE = 1_000_000;

    private final String work;
    private final InstantSource clock;
    private final OrderlyEnd end = new OrderlyEnd();
    private Instant said;

    /**
     * @param work what is done, as it is to be said
     * @param clock wall time
     */
    HistoryRun(String work, InstantSource clock) {
        this.work = work;
        this.clock = clock;
        said = clock.instant();
        end.withTheProcess();
    }

    @Override
    public boolean reached(String file, long doneBytes, long allBytes) {
        Instant now = clock.instant();
        if (Duration.between(said, now).compareTo(BETWEEN_LINES) >= 0) {
            said = now;
            LOG.atInfo()
                    .addKeyValue("file", file)
                    .addKeyValue("megabytes", doneBytes / MEGABYTE)
                    .addKeyValue("of", allBytes / MEGABYTE)
                    .addKeyValue("percent", 100 * doneBytes / Math.max(1, allBytes))
                    .log(work);
        }
        return !end.isAsked();
    }

    @Override
    public void close() {
        end.close();
    }
}
