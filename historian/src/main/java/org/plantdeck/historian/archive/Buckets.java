package org.plantdeck.historian.archive;

import java.util.Arrays;

/**
 * What the usable numbers of a tag came to in columns of equal width: how many, smallest, largest,
 * first, last, sum and sum of squares; and at how many instants there was none, as far as it had
 * any in that hour. A column without any has a count of 0 and no figures. Threads: one.
 */
public final class Buckets {

    private final long fromMs;
    private final long toMs;
    private final long[] count;
    private final long[] lacking;
    private final double[] least;
    private final double[] most;
    private final double[] first;
    private final double[] last;
    private final double[] sum;
    private final double[] squares;

    /**
     * Columns with nothing in them.
     *
     * @param fromMs they begin at this millisecond since 1970
     * @param toMs they end before this one, which is later
     * @param columns how many, 1 or more
     */
    public Buckets(long fromMs, long toMs, int columns) {
        this.fromMs = fromMs;
        this.toMs = toMs;
        count = new long[columns];
        lacking = new long[columns];
        least = new double[columns];
        most = new double[columns];
        first = new double[columns];
        last = new double[columns];
        sum = new double[columns];
        squares = new double[columns];
    }

    private int column(long timeMs) {
        long offset = timeMs - fromMs;
        return (int) (offset * count.length / (toMs - fromMs));
    }

    /** How wide a column is, in milliseconds, rounded down. */
    long columnMs() {
        return (toMs - fromMs) / count.length;
    }

    /** Adds a number; one that is not finite is lacking. */
    void add(long timeMs, double value) {
        int i = column(timeMs);
        if (!Double.isFinite(value)) {
            lacking[i]++;
            return;
        }
        if (count[i] == 0) {
            begin(i, value);
        }
        count[i]++;
        least[i] = Math.min(least[i], value);
        most[i] = Math.max(most[i], value);
        last[i] = value;
        sum[i] += value;
        squares[i] += value * value;
    }

    void add(long timeMs, Minutes minutes, int minute) {
        int i = column(timeMs);
        lacking[i] += minutes.lacking[minute];
        if (minutes.count[minute] == 0) {
            return;
        }
        if (count[i] == 0) {
            begin(i, minutes.first[minute]);
        }
        count[i] += minutes.count[minute];
        least[i] = Math.min(least[i], minutes.least[minute]);
        most[i] = Math.max(most[i], minutes.most[minute]);
        last[i] = minutes.last[minute];
        sum[i] += minutes.sum[minute];
        squares[i] += minutes.squares[minute];
    }

    private void begin(int i, double value) {
        least[i] = value;
        most[i] = value;
        first[i] = value;
    }

    /** How many columns. */
    public int size() {
        return count.length;
    }

    /** When a column begins, in milliseconds since 1970. */
    public long beginMs(int i) {
        return fromMs + Math.ceilDiv((toMs - fromMs) * i, (long) count.length);
    }

    /** How many usable numbers a column has. */
    public long count(int i) {
        return count[i];
    }

    /** At how many instants of a column others of the lane had a value and the tag no number. */
    public long lacking(int i) {
        return lacking[i];
    }

    public double least(int i) {
        return least[i];
    }

    public double most(int i) {
        return most[i];
    }

    public double first(int i) {
        return first[i];
    }

    public double last(int i) {
        return last[i];
    }

    public double sum(int i) {
        return sum[i];
    }

    /** The mean of a column; not-a-number where it is empty. */
    public double mean(int i) {
        return sum[i] / count[i];
    }

    /** The standard deviation of the numbers of a column as a population; NaN where it is empty. */
    public double deviation(int i) {
        double mean = mean(i);
        return Math.sqrt(Math.max(0, squares[i] / count[i] - mean * mean));
    }

    /** How many usable numbers there are in all. */
    public long total() {
        return Arrays.stream(count).sum();
    }
}
