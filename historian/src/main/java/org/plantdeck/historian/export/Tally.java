package org.plantdeck.historian.export;

/** Counts the values of one tag in one bucket. Threads: one. */
interface Tally {

    /**
     * Takes a value, in the order of time.
     *
     * @param row a row whose cell is not empty
     */
    void take(ExportRow row, int column);

    /**
     * Gives the figure of the bucket, or leaves the cell empty where it has none.
     *
     * @param end when the bucket ends, in milliseconds since the epoch
     */
    void give(ExportRow into, int column, long end);

    /**
     * Knows what was counted in the bucket before.
     *
     * @param start when the bucket begins, in milliseconds since the epoch
     */
    default void follow(Tally before, long start) {}

    /** How many values there were. */
    final class Count implements Tally {
        private long count;

        @Override
        public void take(ExportRow row, int column) {
            count++;
        }

        @Override
        public void give(ExportRow into, int column, long end) {
            if (count > 0) {
                into.setWhole(column, count);
            }
        }
    }

    /** The first or the last value, whatever it is. */
    final class Kept implements Tally {
        private final boolean first;
        private final ExportRow kept = new ExportRow(1);

        Kept(boolean first) {
            this.first = first;
        }

        @Override
        public void take(ExportRow row, int column) {
            if (!first || kept.cell(0) == ExportRow.Cell.EMPTY) {
                kept.copy(0, row, column);
            }
        }

        @Override
        public void give(ExportRow into, int column, long end) {
            into.copy(column, kept, 0);
        }
    }

    /** The smallest or the largest number; a flag counts as 0 or 1. */
    final class Extreme implements Tally {
        private final int sign;
        private final ExportRow kept = new ExportRow(1);

        /**
         * @param sign 1 for the largest, -1 for the smallest
         */
        Extreme(int sign) {
            this.sign = sign;
        }

        @Override
        public void take(ExportRow row, int column) {
            if (Double.isNaN(row.number(column))) {
                return;
            }
            if (kept.cell(0) == ExportRow.Cell.EMPTY || sign * compare(row, column) > 0) {
                if (row.cell(column) == ExportRow.Cell.REAL) {
                    kept.setReal(0, row.real(column));
                } else {
                    kept.setWhole(0, whole(row, column));
                }
            }
        }

        private int compare(ExportRow row, int column) {
            boolean bothWhole =
                    kept.cell(0) == ExportRow.Cell.WHOLE && row.cell(column) != ExportRow.Cell.REAL;
            return bothWhole
                    ? Long.compare(whole(row, column), kept.whole(0))
                    : Double.compare(row.number(column), kept.number(0));
        }

        private static long whole(ExportRow row, int column) {
            return row.cell(column) == ExportRow.Cell.FLAG
                    ? (row.flag(column) ? 1 : 0)
                    : row.whole(column);
        }

        @Override
        public void give(ExportRow into, int column, long end) {
            into.copy(column, kept, 0);
        }
    }

    /** The sum or the mean, with what each addition rounds away kept beside (Neumaier). */
    final class Sum implements Tally {
        private final boolean mean;
        private long count;
        private double sum;
        private double lost;

        Sum(boolean mean) {
            this.mean = mean;
        }

        @Override
        public void take(ExportRow row, int column) {
            double value = row.number(column);
            if (!Double.isNaN(value)) {
                count++;
                double next = sum + value;
                lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
                sum = next;
            }
        }

        @Override
        public void give(ExportRow into, int column, long end) {
            if (count > 0) {
                double whole = Double.isFinite(sum) ? sum + lost : sum;
                into.setReal(column, mean ? whole / count : whole);
            }
        }
    }

    /** The standard deviation of a sample, in one pass (Welford). */
    final class Spread implements Tally {
        private long count;
        private double mean;
        private double squares;

        @Override
        public void take(ExportRow row, int column) {
            double value = row.number(column);
            if (!Double.isNaN(value)) {
                count++;
                double distance = value - mean;
                mean += distance / count;
                squares += distance * (value - mean);
            }
        }

        @Override
        public void give(ExportRow into, int column, long end) {
            if (count > 1) {
                into.setReal(column, Math.sqrt(squares / (count - 1)));
            }
        }
    }
}
