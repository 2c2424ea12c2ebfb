package org.plantdeck.historian.archive;

import org.plantdeck.historian.archive.Thinning.Kind;

/**
 * Finds out which values of a column can be given up, and brings them back. Both count in places of
 * the column, not in time, so that a value comes back by the same line by which it was given up.
 * Threads: any.
 */
final class Thinner {

    private Thinner() {}

    /** Marks what can be given up; does nothing where there is nothing. */
    static void thin(Column column, Thinning thinning) {
        if (thinning.kind() == Kind.NONE || column.size == 0) {
            return;
        }
        boolean[] dropped = new boolean[column.size];
        boolean any =
                thinning.kind() == Kind.DEADBAND
                        ? hold(column, thinning.tolerance(), dropped)
                        : swing(column, thinning.tolerance(), dropped);
        if (any) {
            column.dropped = dropped;
            column.held = thinning.kind() == Kind.DEADBAND;
        }
    }

    private static boolean isFree(Column column, int i, boolean wholes) {
        int kind = Mark.kind(column.marks[i]);
        return (kind == Mark.REAL || (wholes && kind == Mark.WHOLE))
                && Double.isFinite(column.number(i));
    }

    private static boolean hold(Column column, double tolerance, boolean[] dropped) {
        boolean any = false;
        int kept = -1;
        for (int i = 0; i < column.size; i++) {
            if (kept >= 0
                    && i < column.size - 1
                    && column.marks[i] == column.marks[kept]
                    && Math.abs(column.number(i) - column.number(kept)) <= tolerance) {
                dropped[i] = true;
                any = true;
            } else if (column.marks[i] != Mark.NONE) {
                kept = isFree(column, i, true) ? i : -1;
            }
        }
        return any;
    }

    private static boolean swing(Column column, double tolerance, boolean[] dropped) {
        boolean any = false;
        int start = 0;
        while (start < column.size - 1) {
            int end = isFree(column, start, false) ? reach(column, start, tolerance) : start + 1;
            for (int i = start + 1; i < end; i++) {
                dropped[i] = true;
                any = true;
            }
            start = end;
        }
        return any;
    }

    /** The last place to which a line from another leads past all values between within bounds. */
    private static int reach(Column column, int start, double tolerance) {
        double from = column.number(start);
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        int end = start + 1;
        for (int i = start + 1; i < column.size; i++) {
            if (column.marks[i] != column.marks[start] || !isFree(column, i, false)) {
                break;
            }
            double steps = i - start;
            double slope = (column.number(i) - from) / steps;
            if (slope >= low && slope <= high) {
                end = i;
            }
            low = Math.max(low, slope - tolerance / steps);
            high = Math.min(high, slope + tolerance / steps);
            if (low > high) {
                break;
            }
        }
        return end;
    }

    /** Brings back what was given up; the marks and the kept values are there already. */
    static void restore(Column column) {
        boolean[] dropped = column.dropped;
        if (dropped == null) {
            return;
        }
        int kept = -1;
        for (int i = 0; i < column.size; i++) {
            if (!dropped[i]) {
                kept = column.marks[i] == Mark.NONE ? kept : i;
            } else if (column.held) {
                column.bits[i] = column.bits[kept];
            } else {
                int next = i;
                while (dropped[next]) {
                    next++;
                }
                for (; i < next; i++) {
                    column.bits[i] = onTheLine(column, kept, next, i);
                }
                kept = next;
            }
        }
        column.dropped = null;
    }

    private static long onTheLine(Column column, int from, int to, int at) {
        double first = column.number(from);
        double share = (double) (at - from) / (to - from);
        return Double.doubleToRawLongBits(first + share * (column.number(to) - first));
    }
}
