package org.plantdeck.app.trends;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The vertical scale of a plot.
 *
 * @param low value at the lower edge
 * @param high value at the upper edge
 * @param decimals with which its ends and values are written, 0 to 3
 */
public record TrendScale(double low, double high, int decimals) {

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};
    private static final double[] ROUND = {1, 2, 2.5, 5};

    /** Steps that are good enough for a single tick between the ends. */
    private static final double[] HALVES = {
        1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 6.5, 7, 7.5, 8, 8.5, 9
    };

    /**
     * The scale whose ends are round numbers and that holds an interval.
     *
     * @param decimals of the tag
     */
    public static TrendScale round(double least, double largest, int decimals) {
        double span = largest - least;
        if (!(span > 0)) {
            double around = Math.max(Math.abs(least) * 0.05, Math.pow(10, -decimals));
            return round(least - around, least + around, decimals);
        }
        double step = step(span / 4);
        double low = Math.floor(least / step) * step;
        double high = Math.ceil(largest / step) * step;
        return new TrendScale(low, high, decimals);
    }

    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double step : STEPS) {
            if (step * power >= rough) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** The scale that holds this one and another. */
    public TrendScale with(TrendScale other) {
        return new TrendScale(
                Math.min(low, other.low),
                Math.max(high, other.high),
                Math.max(decimals, other.decimals));
    }

    /** Values to write at the left edge, the lower first; as many as asked for. */
    public List<Double> ticks(int count) {
        List<Double> ticks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ticks.add(low + (high - low) * i / (count - 1));
        }
        return ticks;
    }

    /** How many ticks, up to a number, divide it into round steps; at least two. */
    public int tickCount(int most) {
        for (int count = Math.clamp(most, 2, 6); count > 3; count--) {
            if (isRound(count, ROUND) && tickDecimals(count) <= tickDecimals(2)) {
                return count;
            }
        }
        boolean halves = isRound(3, HALVES) && tickDecimals(3) <= Math.max(1, decimals);
        return most > 2 && halves ? 3 : 2;
    }

    /** Whether the step between ticks is a power of ten times one of some numbers. */
    private boolean isRound(int count, double[] numbers) {
        double step = (high - low) / (count - 1);
        double digits = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
        return Arrays.stream(numbers).anyMatch(it -> Math.abs(it - digits) < 1e-6);
    }

    /** Decimals that tell the ticks apart and say no more than needed. */
    public int tickDecimals(int count) {
        double step = (high - low) / (count - 1);
        for (int digits = 0; digits < 3; digits++) {
            double scaled = step * Math.pow(10, digits);
            double scaledLow = low * Math.pow(10, digits);
            if (Math.abs(scaled - Math.rint(scaled)) < 1e-6
                    && Math.abs(scaledLow - Math.rint(scaledLow)) < 1e-6) {
                return digits;
            }
        }
        return 3;
    }

    /** Where a value lies, 0 at the lower edge to 1 at the upper, cut to that. */
    public double share(double value) {
        return Math.clamp((value - low) / (high - low), 0, 1);
    }
}
