package org.plantdeck.app.trends;

import java.util.Arrays;

/**
 * One value over time, a column a pixel: least, largest, mean; not-a-number where there is none.
 */
public final class TrendColumns {

    private final double[] least;
    private final double[] largest;
    private final double[] sum;
    private final double[] squares;
    private final long[] count;
    private final long[] missing;

    /** Columns with nothing in them. */
    public TrendColumns(int columns) {
        least = new double[columns];
        largest = new double[columns];
        sum = new double[columns];
        squares = new double[columns];
        count = new long[columns];
        missing = new long[columns];
        Arrays.fill(least, Double.NaN);
        Arrays.fill(largest, Double.NaN);
    }

    /** Adds something to a column. */
    public void add(int column, double minimum, double maximum, double mean) {
        add(column, minimum, maximum, mean, 1);
    }

    /** Adds what is known of some values to a column; does nothing where there are none. */
    public void add(int column, double minimum, double maximum, double mean, int values) {
        if (values <= 0) {
            return;
        }
        if (count[column] == 0) {
            least[column] = minimum;
            largest[column] = maximum;
        } else {
            least[column] = Math.min(least[column], minimum);
            largest[column] = Math.max(largest[column], maximum);
        }
        if (count[column] > 0) {
            squares[column] += between(mean(column), count[column], mean, values);
        }
        sum[column] += mean * values;
        count[column] += values;
    }

    /** What the distance of two means adds to the sum of squares of all values together. */
    static double between(double oneMean, long ones, double otherMean, long others) {
        double apart = otherMean - oneMean;
        return apart * apart * ((double) ones * others / (ones + others));
    }

    /**
     * Says how far the values that were added to a column lie apart.
     *
     * @param sum of the squares of their distances from their mean
     */
    public void scatter(int column, double sum) {
        squares[column] += sum;
    }

    /** The sum of the squares of the distances of a column's values from its mean. */
    double squares(int column) {
        return squares[column];
    }

    /** Says that so many readings of a column have no value. */
    public void miss(int column, long readings) {
        missing[column] += readings;
    }

    /** How many readings of a column have no value. */
    public long missing(int column) {
        return missing[column];
    }

    /** How many there are. */
    public int size() {
        return least.length;
    }

    /** The least of a column. */
    public double least(int column) {
        return least[column];
    }

    /** The largest of a column. */
    public double largest(int column) {
        return largest[column];
    }

    /** The mean of a column. */
    public double mean(int column) {
        return count[column] == 0 ? Double.NaN : sum[column] / count[column];
    }

    /** How many values a column holds. */
    public long values(int column) {
        return count[column];
    }

    /** Whether a column holds something. */
    public boolean has(int column) {
        return count[column] > 0;
    }

    /** Whether no column does. */
    public boolean isEmpty() {
        return Arrays.stream(count).allMatch(it -> it == 0);
    }
}
