package org.plantdeck.plantruntime.cli;

import org.plantdeck.historian.imports.ImportProgress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Says on standard error every few seconds how far an import has come, and ends it in order when
 * the process is told to end. Threads: one imports; the hook of the process may end it at any time.
 */
final class ImportRun implements ImportProgress, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRun.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private final InstantSource clock;
    private final OrderlyEnd end = new OrderlyEnd();
    private Instant said;

    /**
     * @param clock wall time
     */
    ImportRun(InstantSource clock) {
        this.clock = clock;
        said = clock.instant();
        end.withTheProcess();
    }

    @Override
    public boolean reached(Step step, long done, long all, long lines) {
        Instant now = clock.instant();
        if (Duration.between(said, now).compareTo(BETWEEN_LINES) >= 0) {
            said = now;
            LOG.atInfo()
                    .addKeyValue("lines", lines)
                    .addKeyValue("percent", 100 * done / Math.max(1, all))
                    .log(
                            switch (step) {
                                case READING -> "Reading";
                                case WAITING -> "Waiting for the historian to take it in";
                                case TAKING_IN -> "Taking in";
                            });
        }
        return !end.isAsked();
    }

    @Override
    public void close() {
        end.close();
    }
}
