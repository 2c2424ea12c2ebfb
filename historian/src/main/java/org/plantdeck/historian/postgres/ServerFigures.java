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
    private final double[] mean;

    /** Sums of squares of the distances from the mean. */
    private final double[] squares;

    private final double[] first;
    private final double[] last;

    /** The ends of the numbers of a stretch of a column, by size and by time. */
    record Ends(double minimum, double maximum, double first, double last) {}

    /** How many numbers there are, around which mean, how far apart. */
    record Spread(long count, double mean, double variance) {}

    ServerFigures(StoredTag tag, int columns) {
        this.tag = tag;
        count = new long[columns];
        absent = new long[columns];
        mean = unknown(columns);
        squares = new double[columns];
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

    /** Notes the ends of numbers that came behind those that are there, before these are added. */
    void ends(int column, Ends ends) {
        if (count[column] == 0) {
            minimum[column] = ends.minimum();
            maximum[column] = ends.maximum();
            first[column] = ends.first();
        }
        minimum[column] = Math.min(minimum[column], ends.minimum());
        maximum[column] = Math.max(maximum[column], ends.maximum());
        last[column] = ends.last();
    }

    /** Adds numbers to those that are there (Chan, Golub and LeVeque, 1979). */
    void add(int column, Spread spread) {
        long added = spread.count();
        if (added == 0) {
            return;
        }
        long before = count[column];
        long all = before + added;
        if (before == 0) {
            mean[column] = spread.mean();
        } else {
            double apart = spread.mean() - mean[column];
            squares[column] += apart * apart * before / all * added;
            mean[column] = mean[column] / all * before + spread.mean() / all * added;
        }
        squares[column] += spread.variance() * added;
        count[column] = all;
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
        return mean[column];
    }

    @Override
    public double deviation(int column) {
        return Math.sqrt(squares[column] / count[column]);
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
