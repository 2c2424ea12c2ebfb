package org.plantdeck.historian.postgres;

import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.historian.store.TrendSeries;

import java.util.Arrays;

/** The figures of one tag as the server summed them up. Threads: any, once they are gathered. */
final class ServerFigures implements TrendSeries {

    private final StoredTag tag;
    private final long[] count;
    private final long[] absent;
    private final double[] minimum;
    private final double[] maximum;
    private final double[] sum;
    private final double[] first;
    private final double[] last;

    /**
     * What a stretch of a column came to.
     *
     * @param sum of the numbers of a usual size
     * @param hugeSum of the others
     */
    record Sums(
            long count,
            double minimum,
            double maximum,
            double sum,
            double hugeSum,
            double first,
            double last) {}

    ServerFigures(StoredTag tag, int columns) {
        this.tag = tag;
        count = new long[columns];
        absent = new long[columns];
        sum = new double[columns];
        minimum = unknown(columns);
        maximum = unknown(columns);
        first = unknown(columns);
        last = unknown(columns);
    }

    private static double[] unknown(int columns) {
        double[] figures = new double[columns];
        Arrays.fill(figures, Double.NaN);
        return figures;
    }

    void lacks(int column, long rows) {
        absent[column] += rows;
    }

    /** Adds what came behind what is there. */
    void add(int column, Sums sums) {
        if (count[column] == 0) {
            minimum[column] = sums.minimum();
            maximum[column] = sums.maximum();
            first[column] = sums.first();
        }
        minimum[column] = Math.min(minimum[column], sums.minimum());
        maximum[column] = Math.max(maximum[column], sums.maximum());
        last[column] = sums.last();
        sum[column] += sums.sum() + sums.hugeSum();
        count[column] += sums.count();
    }

    @Override
    public StoredTag tag() {
        return tag;
    }

    @Override
    public int columns() {
        return count.length;
    }

    @Override
    public int count(int column) {
        return Math.clamp(count[column], 0, Integer.MAX_VALUE);
    }

    @Override
    public int absent(int column) {
        return Math.clamp(absent[column], 0, Integer.MAX_VALUE);
    }

    @Override
    public double minimum(int column) {
        return minimum[column];
    }

    @Override
    public double maximum(int column) {
        return maximum[column];
    }

    @Override
    public double mean(int column) {
        return sum[column] / count[column];
    }

    @Override
    public double first(int column) {
        return first[column];
    }

    @Override
    public double last(int column) {
        return last[column];
    }
}
