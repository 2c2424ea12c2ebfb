package org.plantdeck.historian.imports;

import org.plantdeck.historian.imports.FileTags.FileTag;
import org.plantdeck.historian.imports.ImportResult.Use;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.Value;

import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a file from its first line to its last. Threads: one. */
final class FileReading {

    private static final int LINES_BETWEEN_REPORTS = 1_000;
    private static final int BAD_LINES_KEPT = 100;

    private final ImportRequest request;
    private final CsvSource source;
    private final Sample sample;
    private final FileColumns columns;
    private final TagResolver tags;
    private final CellTimes times;
    private final FileTags fileTags;
    private final RowAssembler rows;
    private final List<BadLine> bad = new ArrayList<>();
    private long badCount;
    private long lines;

    /** The tags that have columns of their own, and those columns. */
    private final List<FileTag> inColumns = new ArrayList<>();

    private final List<Integer> cellsOfColumns = new ArrayList<>();

    FileReading(ImportRequest request, TagResolver tags, RowAssembler rows) {
        this.request = request;
        this.tags = tags;
        this.rows = rows;
        source = new CsvSource(request.file(), request.shape().charset());
        source.size(); // says what is wrong with the file before anything else does
        sample = Sample.of(request, source);
        columns = FileColumns.of(sample, request, tags);
        ZoneId zone = request.times().zone().orElse(ZoneOffset.UTC);
        times =
                request.times()
                        .format()
                        .map(it -> CellTimes.named(it, zone))
                        .orElseGet(() ->
                                CellTimes.guessed(sample.column(columns.position(Use.TIME)), zone));
        fileTags = new FileTags(sample, request.shape().absent(), rows);
        for (int i = 0; i < columns.width(); i++) {
            Optional<TagTarget> target = columns.targets().get(i);
            if (target.isPresent()) {
                inColumns.add(fileTags.ofColumn(i, target.get()));
                cellsOfColumns.add(i);
            }
        }
    }

    /**
     * Reads all of it.
     *
     * @return whether it was read to its end; else it was ended
     */
    boolean read(ImportProgress progress) throws StoreFailure {
        long size = source.size();
        try (CsvSource.Counted bytes = source.open();
                CsvLines file = new CsvLines(source.reader(bytes), sample.separator())) {
            file.skip(request.shape().linesBefore());
            file.next(); // the names
            if (request.shape().hasUnits()) {
                file.next();
            }
            LineReading reading = columns.isList() ? new ListLines() : new WideLines();
            while (file.next()) {
                lines++;
                reading.line(file);
                if (lines % LINES_BETWEEN_REPORTS == 0
                        && !progress.reached(
                                ImportProgress.Step.READING, bytes.bytes(), size, lines)) {
                    return false;
                }
            }
            reading.end();
            return progress.reached(ImportProgress.Step.READING, size, size, lines);
        } catch (IOException e) {
            throw source.failure(e);
        }
    }

    private void bad(CsvLines line, String reason) {
        badCount++;
        if (bad.size() < BAD_LINES_KEPT) {
            bad.add(new BadLine(line.line(), reason));
        }
    }

    /** Whether a line has the right cells and a time. */
    private boolean isGood(CsvLines line) {
        if (line.fault().isPresent()) {
            bad(line, line.fault().get());
            return false;
        }
        if (line.size() < columns.width() || hasMore(line)) {
            bad(line, "it has " + line.size() + " cells instead of " + columns.width());
            return false;
        }
        int column = columns.position(Use.TIME);
        if (!times.read(line.chars(), line.begin(column), line.end(column))) {
            boolean isUnits = lines == 1 && !request.shape().hasUnits();
            bad(line, times.fault() + (isUnits ? "; a line of units is named with --units" : ""));
            return false;
        }
        return true;
    }

    private boolean hasMore(CsvLines line) {
        for (int i = columns.width(); i < line.size(); i++) {
            if (!line.isEmpty(i)) {
                return true;
            }
        }
        return false;
    }

    /** What lines come to. */
    private interface LineReading {
        void line(CsvLines line) throws StoreFailure;

        /** There are no more. */
        default void end() throws StoreFailure {}
    }

    /** A column a tag. */
    private final class WideLines implements LineReading {
        private final Value[] values = new Value[inColumns.size()];

        @Override
        public void line(CsvLines line) throws StoreFailure {
            if (!isGood(line)) {
                return;
            }
            for (int i = 0; i < values.length; i++) {
                int cell = cellsOfColumns.get(i);
                if (line.isEmpty(cell)) {
                    values[i] = Value.absent();
                    continue;
                }
                ValueCells reading = inColumns.get(i).cells();
                values[i] = reading.read(line.chars(), line.begin(cell), line.end(cell));
                if (values[i] instanceof Value.Absent && !reading.fault().isEmpty()) {
                    bad(line, columns.name(cell) + ": " + reading.fault());
                    return;
                }
            }
            rows.begin(times.timeMs());
            for (int i = 0; i < values.length; i++) {
                rows.put(inColumns.get(i).slot(), values[i]);
            }
            rows.end();
        }
    }

    /** A value a line: lines of one instant are one row, until a tag comes again. */
    private final class ListLines implements LineReading {
        private final Map<Integer, Value> open = new LinkedHashMap<>();
        private long openMs;

        @Override
        public void line(CsvLines line) throws StoreFailure {
            if (!isGood(line)) {
                return;
            }
            int cell = columns.position(Use.VALUES_OF_TAGS);
            String name = line.text(columns.position(Use.TAG_NAMES));
            FileTag tag = fileTags.ofName(name, columns, tags);
            if (tag.target().isEmpty()) {
                if (!tags.isIgnored(name) && !request.names().ignoresUnknown()) {
                    bad(line, "\"" + name + "\" is no tag: it has no topic; name one with --topic");
                }
                return;
            }
            Value value = tag.cells().read(line.chars(), line.begin(cell), line.end(cell));
            if (value instanceof Value.Absent) {
                if (!tag.cells().fault().isEmpty()) {
                    bad(line, name + ": " + tag.cells().fault());
                }
                return;
            }
            if (openMs != times.timeMs() || open.containsKey(tag.slot())) {
                end();
            }
            openMs = times.timeMs();
            open.put(tag.slot(), value);
        }

        @Override
        public void end() throws StoreFailure {
            if (open.isEmpty()) {
                return;
            }
            rows.begin(openMs);
            open.forEach(rows::put);
            rows.end();
            open.clear();
        }
    }

    /** How the file was understood. */
    ImportResult.Understood understood() {
        return new ImportResult.Understood(
                sample.separator(),
                sample.decimalMark(),
                times.words(),
                times.zone().getId(),
                fileTags.columns(columns));
    }

    long lines() {
        return lines;
    }

    List<BadLine> badLines() {
        return bad;
    }

    long badCount() {
        return badCount;
    }
}
