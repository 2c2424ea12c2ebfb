package org.plantdeck.historian.export;

import org.plantdeck.historian.store.Between;
import org.plantdeck.historian.store.StoreFailure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Rows at equal distances in time: what each tag was then, by what was measured before and, on a
 * straight line, after it. A time at which no tag was anything is an empty row. Threads: one.
 */
final class SampledRows implements RowSource {

    private final RowSource rows;
    private final Grid grid;
    private final boolean onLines;
    private final List<ExportColumn> columns;
    private final ExportRow last;
    private final long[] lastAt;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /** Where the next row is, and up to where rows can be made now. */
    private long next = Long.MIN_VALUE;

    private long end = Long.MIN_VALUE;
    private String run = "";
    private boolean ended;
    private boolean begun;
    private ExportRow row;

    /**
     * At which times.
     *
     * @param times where they lie
     * @param fromMs not before this, in milliseconds since the epoch
     * @param toMs before this
     * @param holdMs how long a value holds, and how far apart two are that a line leads between
     */
    record Grid(BucketGrid times, long fromMs, long toMs, long holdMs) {

        long first(long atOrAfter) {
            long start = times.start(Math.max(fromMs, atOrAfter));
            return start >= Math.max(fromMs, atOrAfter) ? start : times.end(start);
        }
    }

    /** A row whose lines may lead on to values that are still to come. */
    private static final class Waiting {
        private final ExportRow row;
        private final long[] leftAt;
        private int open;

        Waiting(int width) {
            row = new ExportRow(width);
            leftAt = new long[width];
        }
    }

    /**
     * @param rows of the range and of as long before it as a value holds
     */
    SampledRows(RowSource rows, Between between, Grid grid) {
        this.rows = rows;
        this.grid = grid;
        onLines = between == Between.LINEAR;
        Aggregate figure = onLines ? Aggregate.LINEAR : Aggregate.STEPPED;
        columns =
                rows.columns().stream()
                        .map(column -> column.withType(figure.type(column.type())))
                        .toList();
        last = new ExportRow(columns.size());
        lastAt = new long[columns.size()];
        row = last;
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
        while (true) {
            Waiting head = waiting.peekFirst();
            if (head != null && (head.open == 0 || (ended && next >= end))) {
                row = waiting.removeFirst().row;
                return true;
            }
            if (next < end) {
                make();
            } else if (ended) {
                return false;
            } else {
                step();
            }
        }
    }

    /** Takes the reading up to which there are rows, and looks how far the next one is. */
    private void step() throws StoreFailure {
        if (begun) {
            take(rows.row());
        }
        if (rows.next()) {
            long at = rows.row().epochMillis();
            if (!begun) {
                begun = true;
                next = grid.first(at);
            }
            end = Math.min(at, grid.toMs());
            settle(at);
        } else {
            ended = true;
            boolean isOpen = grid.toMs() == Long.MAX_VALUE;
            end = !begun ? next : isOpen ? rows.row().epochMillis() + 1 : grid.toMs();
        }
    }

    private void take(ExportRow taken) {
        for (int i = 0; i < columns.size(); i++) {
            if (taken.cell(i) != ExportRow.Cell.EMPTY) {
                draw(taken, i);
                last.copy(i, taken, i);
                lastAt[i] = taken.epochMillis();
            }
        }
        run = taken.run();
    }

    /** Makes the next row from what is known now. */
    private void make() {
        Waiting made = new Waiting(columns.size());
        made.row.begin(next, run);
        for (int i = 0; i < columns.size(); i++) {
            if (last.cell(i) != ExportRow.Cell.EMPTY && next - lastAt[i] <= grid.holdMs()) {
                made.row.copy(i, last, i);
                made.leftAt[i] = lastAt[i];
                made.open += onLines && isNumber(last, i) && lastAt[i] < next ? 1 : 0;
            }
        }
        waiting.add(made);
        settle(next);
        next = grid.times().end(next);
    }

    /** Leads lines to a value from the rows behind the one before it, which are the latest. */
    private void draw(ExportRow to, int column) {
        for (Iterator<Waiting> all = waiting.descendingIterator(); all.hasNext(); ) {
            Waiting each = all.next();
            long left = each.leftAt[column];
            long at = each.row.epochMillis();
            if (left != lastAt[column] || left >= at || !isNumber(each.row, column)) {
                return;
            }
            each.open = Math.max(0, each.open - 1);
            if (isNumber(to, column) && to.epochMillis() - left <= grid.holdMs()) {
                double share = (double) (at - left) / (to.epochMillis() - left);
                double from = last.number(column);
                each.row.setReal(column, from + share * (to.number(column) - from));
            }
        }
    }

    /** No line leads further than a value holds: what waits longer is as it is. */
    private void settle(long now) {
        for (Waiting each : waiting) {
            if (now - each.row.epochMillis() <= grid.holdMs()) {
                return;
            }
            each.open = 0;
        }
    }

    private static boolean isNumber(ExportRow row, int column) {
        return row.cell(column) == ExportRow.Cell.REAL || row.cell(column) == ExportRow.Cell.WHOLE;
    }
}
