package org.plantdeck.cloudanalytics.store;

import org.plantdeck.cloudanalytics.kpis.Interval;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * What one leaf of the windows of a run was in each of some columns of equal width; columns count
 * from 0, and a window lies in the one it begins in. Figures are not-a-number in a column without a
 * number. Threads: any, once it has been given out. Two of them are equal only when they are the
 * same object.
 */
public final class LeafSeries {

    /** Columns a series has at most. */
    public static final int COLUMNS_MAX = 10_000;

    private static final Duration LENGTH_MAX = Duration.ofDays(36_525);

    private final Interval interval;
    private final int[] count;
    private final double[] minimum;
    private final double[] maximum;
    private final double[] sum;

    /**
     * A series without a value.
     *
     * @throws IllegalArgumentException for columns that are not 1 to {@link #COLUMNS_MAX}, or an
     *     interval of more than a century
     */
    LeafSeries(Interval interval, int columns) {
        if (columns < 1 || columns > COLUMNS_MAX) {
            throw new IllegalArgumentException(
                    "columns is " + columns + ", must be from 1 to " + COLUMNS_MAX);
        }
        if (Duration.between(interval.from(), interval.to()).compareTo(LENGTH_MAX) > 0) {
            throw new IllegalArgumentException(
                    "a series from "
                            + interval.from()
                            + " to "
                            + interval.to()
                            + " is longer than a century");
        }
        this.interval = interval;
        count = new int[columns];
        sum = new double[columns];
        minimum = new double[columns];
        maximum = new double[columns];
        Arrays.fill(minimum, Double.NaN);
        Arrays.fill(maximum, Double.NaN);
    }

    /** Adds a value; only while the series is made. */
    void add(int column, double value) {
        boolean alone = count[column]++ == 0;
        minimum[column] = alone ? value : Math.min(minimum[column], value);
        maximum[column] = alone ? value : Math.max(maximum[column], value);
        sum[column] += value;
    }

    /** How many columns there are. */
    public int columns() {
        return count.length;
    }

    /**
     * Where a column begins, which is where the one before it ends.
     *
     * @param column 0 for the first one; the number of columns gives the end of the interval
     */
    public Instant start(int column) {
        long nanos = Duration.between(interval.from(), interval.to()).toNanos();
        long rest = nanos % columns() * column / columns();
        return interval.from().plusNanos(nanos / columns() * column + rest);
    }

    /** How many windows of a column have a number in this leaf. */
    public int count(int column) {
        return count[column];
    }

    /** The smallest number of a column. */
    public double minimum(int column) {
        return minimum[column];
    }

    /** The largest number of a column. */
    public double maximum(int column) {
        return maximum[column];
    }

    /** The mean of the numbers of a column, each window counting alike. */
    public double mean(int column) {
        return sum[column] / count[column];
    }
}
