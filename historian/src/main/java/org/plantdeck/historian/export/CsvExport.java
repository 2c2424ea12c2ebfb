package org.plantdeck.historian.export;

import org.plantdeck.historian.store.HistoryOpener;
import org.plantdeck.signal.PartFailure;

import java.io.OutputStream;
import java.nio.file.Path;

/**
 * Writes stored readings as CSV in its plain form: a header with {@code timestamp} and the full
 * names of the tags, then a row for each instant, in the order of time. Threads: any.
 */
public final class CsvExport {

    private static final ExportForm PLAIN = ExportForm.plain(ExportFormat.CSV);

    private CsvExport() {}

    /**
     * Exports into a stream, which stays open.
     *
     * @throws PartFailure in words for an operator, as {@link Export} does
     */
    public static ExportResult toStream(
            HistoryOpener history,
            ExportRequest request,
            OutputStream out,
            ExportProgress progress) {
        return Export.toStream(history, request, PLAIN, out, progress);
    }

    /**
     * Exports into a file, which appears when it is complete.
     *
     * @throws PartFailure as above, or naming the file where it cannot be written
     */
    public static ExportResult toFile(
            HistoryOpener history, ExportRequest request, Path file, ExportProgress progress) {
        return Export.toFile(history, request, PLAIN, file, progress);
    }
}
