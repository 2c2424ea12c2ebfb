package org.plantdeck.historian.recorded;

import org.plantdeck.historian.archive.ArchiveReader;
import org.plantdeck.historian.archive.ArchivedLane;
import org.plantdeck.historian.archive.LaneRows;
import org.plantdeck.historian.store.ReadingCursor;
import org.plantdeck.historian.store.ReadingQuery;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.signal.Value;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The readings of a topic from its lanes, in the order of time and run. Threads: one. */
final class GroupCursor implements ReadingCursor {

    private final ReadingQuery query;
    private final List<Head> heads = new ArrayList<>();

    /** A lane at its next instant. */
    private record Head(String run, LaneRows rows) {}

    private static final Comparator<Head> ORDER =
            Comparator.comparingLong((Head it) -> it.rows().timeMs()).thenComparing(Head::run);

    /**
     * @param tags the numbers of the query's tags in the archive
     */
    GroupCursor(ArchiveReader archive, ReadingQuery query, List<ArchivedLane> lanes, int[] tags)
            throws StoreFailure {
        this.query = query;
        for (ArchivedLane lane : lanes) {
            LaneRows rows =
                    archive.rows(
                            lane.id(),
                            MilliTime.atOrAfter(query.from()),
                            MilliTime.atOrAfter(query.to()),
                            tags);
            if (rows.next()) {
                heads.add(new Head(lane.run(), rows));
            }
        }
    }

    @Override
    public Optional<StoredReading> next() throws StoreFailure {
        Optional<Head> first = heads.stream().min(ORDER);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        Head head = first.get();
        List<Value> values = new ArrayList<>(query.tags().size());
        for (int i = 0; i < query.tags().size(); i++) {
            values.add(head.rows().value(i));
        }
        StoredReading reading =
                new StoredReading(
                        query.topic(),
                        head.run(),
                        0,
                        Instant.ofEpochMilli(head.rows().timeMs()),
                        values);
        if (!head.rows().next()) {
            heads.remove(head);
        }
        return Optional.of(reading);
    }
}
