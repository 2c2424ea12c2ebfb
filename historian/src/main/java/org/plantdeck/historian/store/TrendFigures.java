package org.plantdeck.historian.store;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** The figures of one tag, column by column, while they are gathered. Threads: one. */
final class TrendFigures implements TrendSeries {

    private final StoredTag tag;
    private final int[] count;
    private final int[] absent;
    private final double[] minimum;
    private final double[] maximum;
    private final double[] sum;

    /** Sums of squares of the distances from the mean, brought up to date with each value. */
    private final double[] squares;

    private final double[] first;
    private final double[] last;

    TrendFigures(StoredTag tag, int columns) {
        this.tag = tag;
        count = new int[columns];
        absent = new int[columns];
        sum = new double[columns];
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

    /** Takes the cell of a reading, in the order of time; one that holds no number is absent. */
    void add(int column, @Nullable Object cell) {
        if (!(cell instanceof Number number)) {
            absent[column]++;
            return;
        }
        double value = number.doubleValue();
        if (count[column]++ == 0) {
            minimum[column] = value;
            maximum[column] = value;
            first[column] = value;
        } else if (value < minimum[column]) {
            minimum[column] = value;
        } else if (value > maximum[column]) {
            maximum[column] = value;
        }
        double apart = count[column] == 1 ? 0 : value - sum[column] / (count[column] - 1);
        sum[column] += value;
        squares[column] += apart * (value - sum[column] / count[column]);
        last[column] = value;
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
        return count[column];
    }

    @Override
    public int absent(int column) {
        return absent[column];
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
    public double deviation(int column) {
        return Math.sqrt(Math.max(0, squares[column]) / count[column]);
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
