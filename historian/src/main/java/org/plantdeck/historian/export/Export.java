package org.plantdeck.historian.export;

import org.plantdeck.historian.store.Between;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.HistoryOpener;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.TagType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes stored readings out of the history, in any of the formats. Works from any process, while a
 * historian writes, and in constant memory. Threads: any; each call has its own connection.
 */
public final class Export {

    private Export() {}

    /**
     * Exports into a stream, which stays open.
     *
     * @throws PartFailure in words for an operator: no history there, no such tag, a range that
     *     ends before it begins, a format that needs a file, a stream that takes no more
     */
    public static ExportResult toStream(
            HistoryOpener history,
            ExportRequest request,
            ExportForm form,
            OutputStream out,
            ExportProgress progress) {
        try {
            return export(history, request, form, progress, () -> writer(form, out));
        } catch (IOException e) {
            throw new PartFailure("The export cannot be written: " + ExportFile.words(e), e);
        }
    }

    /**
     * Exports into a file: under a temporary name beside it, which is renamed, and so replaces an
     * older export, when it is complete. A cancelled or failed export leaves nothing behind.
     *
     * @throws PartFailure as above, or naming the file where it cannot be written
     */
    public static ExportResult toFile(
            HistoryOpener history,
            ExportRequest request,
            ExportForm form,
            Path file,
            ExportProgress progress) {
        ExportFile target = new ExportFile(file);
        ExportFile.StreamContent rows =
                out -> export(history, request, form, progress, () -> writer(form, out));
        if (target.isDevice()) {
            return target.pour(rows);
        }
        if (form.format() != ExportFormat.SQLITE) {
            return target.makeByStream(rows);
        }
        return target.make(unfinished ->
                export(
                        history,
                        request,
                        form,
                        progress,
                        () -> new SqliteRowWriter(unfinished, new RowTimes(form.zone()))));
    }

    private static RowWriter writer(ExportForm form, OutputStream out) throws IOException {
        RowTimes times = new RowTimes(form.zone());
        return switch (form.format()) {
            case CSV -> new CsvRowWriter(new TextBytes(out), times);
            case NDJSON -> new JsonRowWriter(new TextBytes(out), times, true);
            case JSON -> new JsonRowWriter(new TextBytes(out), times, false);
            case XLSX -> new XlsxRowWriter(out, times, XlsxRowWriter.SHEET_ROWS);
            case SQLITE ->
                    throw new PartFailure("An SQLite database needs a file; name one to write to");
            case PARQUET -> form.extensions().find(form.format()).open(out);
        };
    }

    /** Opens the writer once it is known that there is something to write. */
    private interface Opening {
        RowWriter open() throws IOException;
    }

    private static ExportResult export(
            HistoryOpener history,
            ExportRequest request,
            ExportForm form,
            ExportProgress progress,
            Opening opening)
            throws IOException {
        requireRange(request);
        try (HistorianQueries opened = history.open()) {
            WatchedRows.Watch watch = new WatchedRows.Watch(progress);
            RowSource rows = rows(opened, request, form, watch);
            try (RowWriter writer = opening.open()) {
                write(rows, writer, watch);
            }
            return watch.result();
        } catch (StoreFailure failure) {
            throw new PartFailure(failure.sentence(), failure);
        } catch (LinkageError missing) {
            throw form.extensions().incomplete(form.format(), missing);
        }
    }

    private static void write(RowSource rows, RowWriter writer, WatchedRows.Watch watch)
            throws IOException, StoreFailure {
        writer.begin(rows.columns(), rows.tags());
        while (rows.next()) {
            writer.row(rows.row());
            watch.written();
        }
        if (!watch.result().cancelled()) {
            writer.end();
        }
    }

    private static RowSource rows(
            HistorianQueries history,
            ExportRequest request,
            ExportForm form,
            WatchedRows.Watch watch)
            throws StoreFailure {
        List<StoredTag> tags = new TagNames(history).named(request.tags());
        Optional<BucketGrid> grid =
                form.buckets().map(buckets -> new BucketGrid(buckets.interval(), form.zone()));
        if (grid.isPresent()) {
            tags = summable(tags, request, form.buckets().orElseThrow().aggregate());
        }
        Source source = new Source(history, tags, request, watch);
        RowSource rows =
                new WatchedRows(
                        grid.isPresent()
                                ? source.inBuckets(form.buckets().orElseThrow(), grid.get())
                                : source.from(request.from()),
                        watch);
        return form.wide() ? rows : new LongRows(rows);
    }

    /** Where rows come from. */
    private record Source(
            HistorianQueries history,
            List<StoredTag> tags,
            ExportRequest request,
            WatchedRows.Watch watch) {

        RowSource from(Instant from) throws StoreFailure {
            return new StoredRows(history, tags, from, request.to());
        }

        RowSource inBuckets(Buckets buckets, BucketGrid grid) throws StoreFailure {
            Optional<Between> between = buckets.aggregate().between();
            if (between.isEmpty()) {
                return new AggregatedRows(
                        new WatchedRows(from(request.from()), watch),
                        buckets.aggregate(),
                        grid,
                        request.to());
            }
            boolean fromFirst = request.from().equals(Instant.MIN);
            Instant before = fromFirst ? Instant.MIN : request.from().minus(buckets.hold());
            return new SampledRows(
                    new WatchedRows(from(before), watch),
                    between.get(),
                    new SampledRows.Grid(
                            grid,
                            fromFirst ? Long.MIN_VALUE : millis(request.from()),
                            request.to().equals(Instant.MAX)
                                    ? Long.MAX_VALUE
                                    : millis(request.to()),
                            buckets.hold().toMillis()));
        }

        /** A range that ends within a millisecond has it. */
        private static long millis(Instant at) {
            return Math.ceilDiv(at.getNano(), 1_000_000) + at.getEpochSecond() * 1_000;
        }
    }

    /** A text has no mean: one that was asked for by name is an error, the others are left out. */
    private static List<StoredTag> summable(
            List<StoredTag> tags, ExportRequest request, Aggregate aggregate) {
        if (!aggregate.needsNumbers()) {
            return tags;
        }
        for (StoredTag tag : tags) {
            if (tag.type() == TagType.TEXT && !request.tags().isEmpty()) {
                throw new PartFailure(
                        tag.name()
                                + " is a text, which has no "
                                + aggregate.word()
                                + "; ask for count, first or last, or leave it out");
            }
        }
        return tags.stream().filter(tag -> tag.type() != TagType.TEXT).toList();
    }

    private static void requireRange(ExportRequest request) {
        if (!request.from().isBefore(request.to())) {
            throw new PartFailure(
                    "The range ends at " + request.to() + ", which is not after " + request.from());
        }
    }
}
