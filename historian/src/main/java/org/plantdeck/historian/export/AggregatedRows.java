package org.plantdeck.historian.export;

import org.plantdeck.historian.store.StoreFailure;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;

/**
 * Rows summed up in buckets: a row for each bucket and run of the plant from the first to the last
 * one that has readings, at the time the bucket begins; a bucket in between that has none is one
 * empty row. Threads: one.
 */
final class AggregatedRows implements RowSource {

    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final RowSource rows;
    private final Aggregate aggregate;
    private final BucketGrid grid;
    private final long rangeEnd;
    private final List<ExportColumn> columns;
    private final ExportRow row;

    /** The bucket that is being filled. */
    private long start;

    private long end = Long.MIN_VALUE;
    private Map<String, Tally[]> open = new TreeMap<>();

    /** What the bucket before it held; empty where there was nothing. */
    private Map<String, Tally[]> before = new TreeMap<>();

    /** Runs of a bucket that is full, and not given yet. */
    private final Queue<Map.Entry<String, Tally[]>> full = new ArrayDeque<>();

    private long fullStart;
    private long fullEnd;

    private boolean headRead;
    private boolean head;

    /**
     * @param to where the range ends, up to which the last value of a bucket holds
     */
    AggregatedRows(RowSource rows, Aggregate aggregate, BucketGrid grid, Instant to) {
        this.rows = rows;
        this.aggregate = aggregate;
        this.grid = grid;
        rangeEnd = to.isAfter(LAST) ? Long.MAX_VALUE : to.toEpochMilli();
        columns =
                rows.columns().stream()
                        .map(column -> column.withType(aggregate.type(column.type())))
                        .toList();
        row = new ExportRow(columns.size());
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
        while (full.isEmpty()) {
            if (!headRead) {
                head = rows.next();
                headRead = true;
            }
            if (!head && open.isEmpty()) {
                return false;
            }
            if (head && end == Long.MIN_VALUE) {
                start = grid.start(rows.row().epochMillis());
                end = grid.end(start);
            }
            if (head && rows.row().epochMillis() < end) {
                take();
                headRead = false;
            } else if (open.isEmpty()) {
                row.begin(start, "");
                step();
                return true;
            } else {
                full.addAll(open.entrySet());
                fullStart = start;
                fullEnd = Math.min(end, rangeEnd);
                step();
            }
        }
        give(full.remove());
        return true;
    }

    private void step() {
        before = open;
        open = new TreeMap<>();
        start = end;
        end = grid.end(start);
    }

    private void take() {
        ExportRow taken = rows.row();
        Tally[] tallies = open.computeIfAbsent(taken.run(), this::begin);
        for (int i = 0; i < tallies.length; i++) {
            if (taken.cell(i) != ExportRow.Cell.EMPTY) {
                tallies[i].take(taken, i);
            }
        }
    }

    private Tally[] begin(String run) {
        Tally[] tallies = new Tally[columns.size()];
        Tally[] earlier = before.get(run);
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = aggregate.tally();
            if (earlier != null) {
                tallies[i].follow(earlier[i], start);
            }
        }
        return tallies;
    }

    private void give(Map.Entry<String, Tally[]> ofRun) {
        row.begin(fullStart, ofRun.getKey());
        Tally[] tallies = ofRun.getValue();
        for (int i = 0; i < tallies.length; i++) {
            tallies[i].give(row, i, fullEnd);
        }
    }
}
