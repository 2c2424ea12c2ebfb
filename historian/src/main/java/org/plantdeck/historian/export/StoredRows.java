package org.plantdeck.historian.export;

import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingCursor;
import org.plantdeck.historian.store.ReadingQuery;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.Value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The readings of one or several sources as rows in the order of time and run: what several sources
 * measured at the same instant of the same run is one row; a source that measured nothing then
 * leaves its cells empty. Threads: one.
 */
final class StoredRows implements RowSource {

    /** A source, where its tags stand among all, and its next reading. */
    private static final class Stream {
        private final ReadingCursor cursor;
        private final int[] positions;
        private Optional<StoredReading> head = Optional.empty();

        Stream(ReadingCursor cursor, int[] positions) {
            this.cursor = cursor;
            this.positions = positions;
        }
    }

    private static final Comparator<StoredReading> ORDER =
            Comparator.comparing(StoredReading::measuredAt).thenComparing(StoredReading::run);

    private final List<Stream> streams = new ArrayList<>();
    private final List<ExportColumn> columns;
    private final ExportRow row;

    StoredRows(HistorianQueries history, List<StoredTag> tags, Instant from, Instant to)
            throws StoreFailure {
        int width = tags.size();
        columns = tags.stream().map(ExportColumn::of).toList();
        row = new ExportRow(width);
        for (String topic : history.topics()) {
            int[] positions = new int[width];
            List<StoredTag> own = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                if (tags.get(i).topic().equals(topic)) {
                    positions[own.size()] = i;
                    own.add(tags.get(i));
                }
            }
            if (!own.isEmpty()) {
                ReadingCursor cursor = history.open(new ReadingQuery(topic, from, to, own));
                Stream stream = new Stream(cursor, positions);
                stream.head = cursor.next();
                streams.add(stream);
            }
        }
    }

    @Override
    public List<ExportColumn> columns() {
        return columns;
    }

    @Override
    public ExportRow row() {
        return row;
    }

    @Override
    public boolean next() throws StoreFailure {
        Optional<StoredReading> first = streams.stream().flatMap(it -> it.head.stream()).min(ORDER);
        if (first.isEmpty()) {
            return false;
        }
        StoredReading stamp = first.get();
        row.begin(stamp.measuredAt().toEpochMilli(), stamp.run());
        for (Stream stream : streams) {
            if (stream.head.isPresent() && ORDER.compare(stream.head.get(), stamp) == 0) {
                List<Value> own = stream.head.get().values();
                for (int i = 0; i < own.size(); i++) {
                    row.set(stream.positions[i], own.get(i));
                }
                stream.head = stream.cursor.next();
            }
        }
        return true;
    }
}
