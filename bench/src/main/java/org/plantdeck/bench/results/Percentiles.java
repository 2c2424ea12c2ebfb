package org.plantdeck.bench.results;

import java.util.Arrays;

/** Percentiles of all samples, by nearest rank. Immutable. */
public final class Percentiles {

    private final long[] sorted;

    /** Of samples in any order and unit; the array is copied. */
    public Percentiles(long[] samples) {
        sorted = samples.clone();
        Arrays.sort(sorted);
    }

    /**
     * The smallest sample that at least so many per cent of all do not exceed.
     *
     * @param percent above 0, at most 100
     * @throws IllegalStateException where there is no sample
     */
    public long at(double percent) {
        if (!(percent > 0 && percent <= 100)) {
            throw new IllegalArgumentException("a percentile of " + percent + " %");
        }
        if (sorted.length == 0) {
            throw new IllegalStateException("no sample");
        }
        // Rounded to a millionth first: 99.9 % of 1000 is 999, not a hair above it.
        double rank = Math.rint(percent / 100 * sorted.length * 1e6) / 1e6;
        return sorted[Math.clamp((long) Math.ceil(rank) - 1, 0, sorted.length - 1)];
    }
}
