package org.plantdeck.historian.export;

import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.PartFailure;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes stored readings as CSV in UTF-8: a header with {@code timestamp} and the full names of the
 * tags, then a row for each instant, in the order of time. Works from any process, while a
 * historian writes, and in constant memory. Threads: any; each call has its own connection.
 */
public final class CsvExport {

    private static final int ROWS_BETWEEN_REPORTS = 1_000;

    private CsvExport() {}

    /**
     * Exports into a stream, which stays open.
     *
     * @throws PartFailure in words for an operator: no such database, no such tag, a range that
     *     ends before it begins, a stream that takes no more
     */
    public static ExportResult toStream(
            Path database, ExportRequest request, OutputStream out, ExportProgress progress) {
        try {
            return export(database, request, out, progress);
        } catch (IOException e) {
            throw new PartFailure("The export cannot be written: " + words(e), e);
        }
    }

    private static ExportResult export(
            Path database, ExportRequest request, OutputStream out, ExportProgress progress)
            throws IOException {
        requireRange(request);
        try (HistorianQueries history = HistorianQueries.openReadOnly(database)) {
            List<StoredTag> tags = new TagNames(history).named(request.tags());
            MergedRows rows = new MergedRows(history, tags, request.from(), request.to());
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            ExportResult result = write(tags, rows, new CsvRows(writer), progress);
            writer.flush();
            return result;
        } catch (StoreFailure failure) {
            throw new PartFailure(failure.sentence(), failure);
        }
    }

    /**
     * Exports into a file: under a temporary name beside it, which is renamed, and so replaces an
     * older export, when it is complete. A cancelled or failed export leaves nothing behind.
     *
     * @throws PartFailure as above, or naming the file where it cannot be written
     */
    public static ExportResult toFile(
            Path database, ExportRequest request, Path file, ExportProgress progress) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return toDevice(database, request, file, progress);
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            ExportResult result;
            try (FileChannel channel =
                    FileChannel.open(
                            unfinished,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING)) {
                result = export(database, request, Channels.newOutputStream(channel), progress);
                channel.force(true);
            }
            if (!result.cancelled()) {
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return result;
        } catch (IOException e) {
            throw new PartFailure(file + " cannot be written: " + words(e), e);
        } finally {
            deleteQuietly(unfinished);
        }
    }

    /** A pipe or the like takes the rows as they come and is never replaced. */
    private static ExportResult toDevice(
            Path database, ExportRequest request, Path device, ExportProgress progress) {
        if (Files.isDirectory(device)) {
            throw new PartFailure(device + " is a folder; name a file in it");
        }
        try (OutputStream out = Files.newOutputStream(device)) {
            return export(database, request, out, progress);
        } catch (IOException e) {
            throw new PartFailure(device + " cannot be written: " + words(e), e);
        }
    }

    private static String words(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "its folder does not exist";
            case AccessDeniedException _ -> "you may not write there";
            default -> String.valueOf(e.getMessage());
        };
    }

    private static void deleteQuietly(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            // The failure that left it there has been told already.
        }
    }

    private static void requireRange(ExportRequest request) {
        if (!request.from().isBefore(request.to())) {
            throw new PartFailure(
                    "The range ends at " + request.to() + ", which is not after " + request.from());
        }
    }

    private static ExportResult write(
            List<StoredTag> tags, MergedRows rows, CsvRows csv, ExportProgress progress)
            throws IOException, StoreFailure {
        csv.cell("timestamp");
        for (StoredTag tag : tags) {
            csv.cell(tag.name());
        }
        csv.endRow();
        long written = 0;
        Set<String> runs = new HashSet<>();
        for (Optional<MergedRows.Row> next = rows.next(); next.isPresent(); next = rows.next()) {
            MergedRows.Row row = next.get();
            csv.cell(IsoTime.format(row.measuredAt()));
            for (var value : row.values()) {
                csv.cell(value);
            }
            csv.endRow();
            written++;
            runs.add(row.run());
            if (written % ROWS_BETWEEN_REPORTS == 0
                    && !progress.reached(written, row.measuredAt())) {
                return new ExportResult(written, runs.size(), true);
            }
        }
        return new ExportResult(written, runs.size(), false);
    }
}
