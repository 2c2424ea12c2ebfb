package org.plantdeck.historian.store;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** The figures of one tag, column by column, while they are gathered. Threads: one. */
final class TrendFigures {

    final int[] count;
    final int[] absent;
    final double[] minimum;
    final double[] maximum;
    final double[] sum;
    final double[] first;
    final double[] last;

    TrendFigures(int columns) {
        count = new int[columns];
        absent = new int[columns];
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
        sum[column] += value;
        last[column] = value;
    }
}
