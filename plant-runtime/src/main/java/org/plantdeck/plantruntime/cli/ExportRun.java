package org.plantdeck.plantruntime.cli;

import org.plantdeck.historian.HistoryLocation;
import org.plantdeck.historian.export.ExportProgress;
import org.plantdeck.historian.export.ExportRequest;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.historian.store.StoreFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Says on standard error every few seconds how far an export has come, and ends it in order when
 * the process is told to end, as by Ctrl+C: the process waits until nothing of it is left. Threads:
 * one exports; the hook of the process may end it at any time.
 */
final class ExportRun implements ExportProgress, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ExportRun.class);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(2);

    private final HistoryLocation location;
    private final ExportRequest request;
    private final InstantSource clock;
    private final OrderlyEnd end = new OrderlyEnd();
    private Instant said;
    private Optional<HistoryExtent> extent = Optional.empty();

    /**
     * @param clock wall time
     */
    ExportRun(HistoryLocation location, ExportRequest request, InstantSource clock) {
        this.location = location;
        this.request = request;
        this.clock = clock;
        said = clock.instant();
    }

    /** Has it ended when the process is told to end. */
    ExportRun endedWithTheProcess() {
        end.withTheProcess();
        return this;
    }

    @Override
    public boolean reached(long rows, Instant through) {
        Instant now = clock.instant();
        if (Duration.between(said, now).compareTo(BETWEEN_LINES) >= 0) {
            said = now;
            LOG.atInfo()
                    .addKeyValue("rows", rows)
                    .addKeyValue("through", through)
                    .addKeyValue("percent", share(through).map(String::valueOf).orElse("unknown"))
                    .log("Exporting");
        }
        return !end.isAsked();
    }

    /** How much of the range is done, in whole percent; empty where that cannot be known. */
    Optional<Long> share(Instant through) {
        if (extent.isEmpty()) {
            extent = readExtent();
        }
        Instant oldest = extent.flatMap(HistoryExtent::oldest).orElse(Instant.EPOCH);
        Instant newest = extent.flatMap(HistoryExtent::newest).orElse(Instant.EPOCH);
        Instant from = request.from().isBefore(oldest) ? oldest : request.from();
        Instant to = request.to().isAfter(newest) ? newest : request.to();
        if (!from.isBefore(to)) {
            return Optional.empty();
        }
        long whole = Duration.between(from, to).toMillis();
        long done = Duration.between(from, through).toMillis();
        return Optional.of(Math.clamp(100 * done / whole, 0L, 100L));
    }

    private Optional<HistoryExtent> readExtent() {
        try (HistorianQueries history = location.open()) {
            return Optional.of(history.extent());
        } catch (StoreFailure unreadable) {
            LOG.atDebug().setCause(unreadable).log("How far the history reaches is not known");
            return Optional.empty();
        }
    }

    /** Ends the export, and waits until nothing of it is left. */
    void end() {
        end.ask();
    }

    /** The export is over, one way or the other. */
    @Override
    public void close() {
        end.close();
    }
}
