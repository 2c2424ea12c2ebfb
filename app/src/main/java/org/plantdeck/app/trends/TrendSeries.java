package org.plantdeck.app.trends;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * The last stretch of one value in equal buckets of simulated time, each with least, largest and
 * mean: constant memory however fast the plant runs. Threads: any; one lock guards all state.
 */
public final class TrendSeries implements Course {

    private static final long NOTHING = Long.MIN_VALUE;

    /** A column that is missed by less than this is met. */
    private static final double WHOLE = 1e-6;

    private final long bucketMillis;
    private final long[] place;
    private final double[] least;
    private final double[] largest;
    private final double[] sum;
    private final double[] squares;
    private final int[] count;
    private long newest = NOTHING;
    private int filled;

    /**
     * @param window how far it reaches back
     * @param buckets into how many it is divided
     */
    public TrendSeries(Duration window, int buckets) {
        bucketMillis = Math.max(1, window.toMillis() / buckets);
        place = new long[buckets + 1];
        least = new double[place.length];
        largest = new double[place.length];
        sum = new double[place.length];
        squares = new double[place.length];
        count = new int[place.length];
        Arrays.fill(place, NOTHING);
    }

    /** How long a bucket lasts. */
    public Duration bucket() {
        return Duration.ofMillis(bucketMillis);
    }

    /** Adds a value; not-a-number and what is too old leave no mark. */
    public void add(Instant at, double value) {
        add(at, value, value, value, 1);
    }

    /** Adds what is known of a stretch that lies within one bucket. */
    public synchronized void add(
            Instant at, double minimum, double maximum, double mean, int values) {
        if (!Double.isFinite(mean) || values <= 0) {
            return;
        }
        long bucket = Math.floorDiv(at.toEpochMilli(), bucketMillis);
        int slot = Math.floorMod(bucket, place.length);
        if (place[slot] > bucket) {
            return;
        }
        if (place[slot] < bucket) {
            filled += place[slot] == NOTHING ? 1 : 0;
            place[slot] = bucket;
            least[slot] = minimum;
            largest[slot] = maximum;
            sum[slot] = mean * values;
            squares[slot] = 0;
            count[slot] = values;
        } else {
            least[slot] = Math.min(least[slot], minimum);
            largest[slot] = Math.max(largest[slot], maximum);
            double before = sum[slot] / count[slot];
            squares[slot] += TrendColumns.between(before, count[slot], mean, values);
            sum[slot] += mean * values;
            count[slot] += values;
        }
        newest = Math.max(newest, bucket);
    }

    /** Adds what a column holds, which lies within one bucket. */
    synchronized void add(Instant at, TrendColumns from, int column) {
        add(
                at,
                from.least(column),
                from.largest(column),
                from.mean(column),
                (int) from.values(column));
        long bucket = Math.floorDiv(at.toEpochMilli(), bucketMillis);
        int slot = Math.floorMod(bucket, place.length);
        if (place[slot] == bucket) {
            squares[slot] += from.squares(column);
        }
    }

    /** Forgets everything. */
    public synchronized void clear() {
        Arrays.fill(place, NOTHING);
        newest = NOTHING;
        filled = 0;
    }

    /** How many buckets hold something, those that are too old included. */
    @Override
    public synchronized int filled() {
        return filled;
    }

    /** Whether it holds nothing. */
    public synchronized boolean isEmpty() {
        return newest == NOTHING;
    }

    /** A line leads across what is shorter than three buckets. */
    @Override
    public int join(Instant from, Instant to, int columns) {
        return (int)
                Math.ceil(3.0 * bucketMillis * columns / Duration.between(from, to).toMillis());
    }

    @Override
    public synchronized TrendColumns columns(Instant from, Instant to, int columns) {
        TrendColumns result = new TrendColumns(columns);
        double span = to.toEpochMilli() - from.toEpochMilli();
        for (int slot = 0; slot < place.length; slot++) {
            if (place[slot] == NOTHING) {
                continue;
            }
            double begin = place[slot] * (double) bucketMillis - from.toEpochMilli();
            int first = (int) Math.floor(begin / span * columns + WHOLE);
            int last = (int) Math.ceil((begin + bucketMillis) / span * columns - WHOLE) - 1;
            for (int column = Math.max(0, first); column <= Math.min(columns - 1, last); column++) {
                result.add(
                        column, least[slot], largest[slot], sum[slot] / count[slot], count[slot]);
            }
        }
        return result;
    }

    /** Is told of buckets. */
    interface Visitor {

        /** A bucket, counted from the epoch, holds so many values with this sum. */
        void bucket(long bucket, double sum, int values);
    }

    /** Visits the buckets from one to another, both included, that hold something, in order. */
    synchronized void visit(long first, long last, Visitor visitor) {
        int slot = Math.floorMod(first, place.length);
        for (long bucket = first; bucket <= last; bucket++) {
            if (place[slot] == bucket) {
                visitor.bucket(bucket, sum[slot], count[slot]);
            }
            slot = slot + 1 == place.length ? 0 : slot + 1;
        }
    }

    /** Whether a bucket, counted from the epoch, holds something. */
    synchronized boolean has(long bucket) {
        return place[Math.floorMod(bucket, place.length)] == bucket;
    }

    /** The mean of a bucket; not-a-number where it holds nothing. */
    synchronized double mean(long bucket) {
        int slot = Math.floorMod(bucket, place.length);
        return place[slot] == bucket ? sum[slot] / count[slot] : Double.NaN;
    }

    /** The standard deviation, as a sample, of the values of the buckets in [from, to). */
    synchronized double deviation(Instant from, Instant to) {
        double mean = figures(from, to).mean();
        double all = 0;
        long values = 0;
        for (int slot = 0; slot < place.length; slot++) {
            if (begins(slot, from, to)) {
                double apart = sum[slot] / count[slot] - mean;
                all += squares[slot] + count[slot] * apart * apart;
                values += count[slot];
            }
        }
        return values < 2 ? Double.NaN : Math.sqrt(all / (values - 1));
    }

    private boolean begins(int slot, Instant from, Instant to) {
        long begin = place[slot] == NOTHING ? NOTHING : place[slot] * bucketMillis;
        return begin >= from.toEpochMilli() && begin < to.toEpochMilli();
    }

    /** Figures of the buckets that begin in [from, to). */
    synchronized StoredCourse.Figures figures(Instant from, Instant to) {
        double minimum = Double.NaN;
        double maximum = Double.NaN;
        double total = 0;
        long values = 0;
        for (int slot = 0; slot < place.length; slot++) {
            if (begins(slot, from, to)) {
                minimum = values == 0 ? least[slot] : Math.min(minimum, least[slot]);
                maximum = values == 0 ? largest[slot] : Math.max(maximum, largest[slot]);
                total += sum[slot];
                values += count[slot];
            }
        }
        double mean = values == 0 ? Double.NaN : total / values;
        return new StoredCourse.Figures(minimum, maximum, mean, values);
    }
}
