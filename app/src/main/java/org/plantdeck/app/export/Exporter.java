package org.plantdeck.app.export;

import org.plantdeck.app.work.LongWork;
import org.plantdeck.historian.HistoryLocation;
import org.plantdeck.historian.export.Export;
import org.plantdeck.historian.export.ExportForm;
import org.plantdeck.historian.export.ExportProgress;
import org.plantdeck.historian.export.ExportRequest;
import org.plantdeck.historian.export.ExportResult;
import org.plantdeck.historian.export.Extensions;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes stored readings into files. Nothing is left of an export that is cancelled. Threads: as
 * {@link LongWork} says.
 */
public final class Exporter extends LongWork<ExportState> {

    private final Source source;

    /** What exports are made from. */
    interface Source {

        /** From when to when it reaches. */
        HistoryExtent extent() throws StoreFailure;

        /** Writes a file; throws {@link PartFailure} where it cannot. */
        ExportResult write(ExportRequest request, Path file, ExportProgress progress);
    }

    /**
     * @param history where the history is kept
     * @param extensions where formats are found that are not part of the historian
     */
    public Exporter(HistoryLocation history, Extensions extensions) {
        this(new Stored(history, extensions));
    }

    Exporter(Source source) {
        super("csv-export", new ExportState.Idle());
        this.source = source;
    }

    private record Stored(HistoryLocation history, Extensions extensions) implements Source {

        @Override
        public HistoryExtent extent() throws StoreFailure {
            try (HistorianQueries queries = history.open()) {
                return queries.extent();
            }
        }

        @Override
        public ExportResult write(ExportRequest request, Path into, ExportProgress progress) {
            ExportForm form = ExportForm.forFile(into).with(extensions);
            return Export.toFile(history, request, form, into, progress);
        }
    }

    @Override
    protected ExportState failed(String sentence) {
        return new ExportState.Failed(sentence);
    }

    /**
     * Begins an export.
     *
     * @param file where it is to be; what is there is replaced once the export is complete
     * @return whether it was begun; not while another one runs
     */
    public boolean start(ExportRequest request, Path file) {
        return begin(new ExportState.Running(file, 0, 0), () -> write(request, file));
    }

    private ExportState write(ExportRequest request, Path file) throws StoreFailure {
        Range range = range(request);
        ExportResult result =
                source.write(
                        request,
                        file,
                        (rows, through) ->
                                reached(new ExportState.Running(file, rows, range.share(through))));
        return result.cancelled()
                ? new ExportState.Cancelled(file)
                : new ExportState.Done(file, result.rows(), result.runs());
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
}
