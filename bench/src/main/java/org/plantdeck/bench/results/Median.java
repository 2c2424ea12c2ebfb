package org.plantdeck.bench.results;

import java.util.Arrays;

/** The middle of values. */
public final class Median {

    private Median() {}

    /** The median; of two middle values their mean; NaN of none. */
    public static double of(double... values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
