package org.plantdeck.app.trends;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * The last stretch of one value in equal buckets of simulated time, each with least, largest and
 * mean: constant memory however fast the plant runs. Threads: any; one lock guards all state.
 */
public final class TrendSeries {

    private static final long NOTHING = Long.MIN_VALUE;

    private final long bucketMillis;
    private final long[] place;
    private final double[] least;
    private final double[] largest;
    private final double[] sum;
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
            count[slot] = values;
        } else {
            least[slot] = Math.min(least[slot], minimum);
            largest[slot] = Math.max(largest[slot], maximum);
            sum[slot] += mean * values;
            count[slot] += values;
        }
        newest = Math.max(newest, bucket);
    }

    /** Forgets everything. */
    public synchronized void clear() {
        Arrays.fill(place, NOTHING);
        newest = NOTHING;
        filled = 0;
    }

    /** How many buckets hold something, those that are too old included. */
    synchronized int filled() {
        return filled;
    }

    /** Whether it holds nothing. */
    public synchronized boolean isEmpty() {
        return newest == NOTHING;
    }

    /** What it holds of [from, to), in equal columns. */
    public synchronized TrendColumns columns(Instant from, Instant to, int columns) {
        TrendColumns result = new TrendColumns(columns);
        double span = to.toEpochMilli() - from.toEpochMilli();
        for (int slot = 0; slot < place.length; slot++) {
            if (place[slot] == NOTHING) {
                continue;
            }
            double begin = place[slot] * (double) bucketMillis - from.toEpochMilli();
            int first = (int) Math.floor(begin / span * columns);
            int last = (int) Math.ceil((begin + bucketMillis) / span * columns) - 1;
            for (int column = Math.max(0, first); column <= Math.min(columns - 1, last); column++) {
                result.add(column, least[slot], largest[slot], sum[slot] / count[slot]);
            }
        }
        return result;
    }
}
