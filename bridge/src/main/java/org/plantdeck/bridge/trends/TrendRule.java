package org.plantdeck.bridge.trends;

import java.time.Duration;
import java.util.List;

/**
 * When a figure counts as rising or falling. A least-squares line is laid through the means of the
 * windows that end within the last five minutes. The figure moves when the line's slope is at least
 * {@link #RATIO_MIN} of its own standard errors (so that noise alone does not do it) and the line's
 * change over those windows is at least the relevant one (so that a change too small to matter does
 * not).
 *
 * @param changeMin smallest relevant change over the windows, in the figure's unit
 * @param shareMin the same as a share of the figure's mean; the larger of the two counts
 */
public record TrendRule(double changeMin, double shareMin) {

    /** The stretch of event time a trend looks back. */
    public static final Duration SPAN = Duration.ofMinutes(5);

    /** Windows with a mean that it takes to say anything but stable. */
    public static final int POINTS_MIN = 5;

    /** Slope over its standard error from which noise is ruled out. */
    public static final double RATIO_MIN = 3;

    /** Power in kW: 1 kW and 2 %. */
    public static final TrendRule POWER = new TrendRule(1, 0.02);

    /** Temperature of the hall in °C: 0.2 °C. */
    public static final TrendRule TEMPERATURE = new TrendRule(0.2, 0);

    /** The trend of means in order of time. */
    public Trend of(List<TrendPoint> points) {
        int n = points.size();
        if (n < POINTS_MIN) {
            return Trend.STABLE;
        }
        long origin = points.getFirst().endMillis();
        double meanMinutes = 0;
        double mean = 0;
        for (TrendPoint point : points) {
            meanMinutes += minutes(point, origin) / n;
            mean += point.mean() / n;
        }
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (TrendPoint point : points) {
            double x = minutes(point, origin) - meanMinutes;
            double y = point.mean() - mean;
            sxx += x * x;
            sxy += x * y;
            syy += y * y;
        }
        double slope = sxy / sxx;
        double residual = Math.max(0, syy - slope * sxy);
        double error = Math.sqrt(residual / (n - 2) / sxx);
        double change = slope * minutes(points.getLast(), origin);
        boolean isRelevant = Math.abs(change) >= Math.max(changeMin, shareMin * Math.abs(mean));
        if (!isRelevant || Math.abs(slope) < RATIO_MIN * error) {
            return Trend.STABLE;
        }
        return slope > 0 ? Trend.RISING : Trend.FALLING;
    }

    private static double minutes(TrendPoint point, long originMillis) {
        return (point.endMillis() - originMillis) / 60_000.0;
    }
}
