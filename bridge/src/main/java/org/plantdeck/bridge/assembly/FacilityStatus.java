package org.plantdeck.bridge.assembly;

import org.plantdeck.bridge.windows.Measure;
import org.plantdeck.bridge.windows.WindowFigures;

import java.util.OptionalDouble;

/**
 * How the facility is, as one number and one word.
 *
 * <p>The score is the weighted mean of the mean efficiency (weight 4), the mean comfort index (3)
 * and, where the line ran at all, the mean quality rate (3), each 0 to 100; what the window does
 * not have is left out of the mean. Each critical alert takes 10 points off, and while there is one
 * the score is at most 79. From 80 the health is good, from 60 fair, below poor; with neither
 * efficiency nor comfort it is unknown and there is no score.
 *
 * @param score 0 to 100; empty where unknown
 * @param health good, fair, poor or unknown
 */
record FacilityStatus(OptionalDouble score, String health) {

    private static final double EFFICIENCY_WEIGHT = 4;
    private static final double COMFORT_WEIGHT = 3;
    private static final double QUALITY_WEIGHT = 3;
    private static final double POINTS_PER_ALERT = 10;
    private static final double WITH_ALERT_MAX = 79;
    private static final double GOOD_MIN = 80;
    private static final double FAIR_MIN = 60;

    static FacilityStatus of(WindowFigures figures, int alerts) {
        OptionalDouble efficiency = figures.mean(Measure.EFFICIENCY);
        OptionalDouble comfort = figures.mean(Measure.COMFORT);
        if (efficiency.isEmpty() && comfort.isEmpty()) {
            return new FacilityStatus(OptionalDouble.empty(), "unknown");
        }
        boolean lineRan = figures.mean(Measure.RUNNING).orElse(0) > 0;
        OptionalDouble quality = lineRan ? figures.mean(Measure.QUALITY) : OptionalDouble.empty();
        double weights =
                weight(efficiency, EFFICIENCY_WEIGHT)
                        + weight(comfort, COMFORT_WEIGHT)
                        + weight(quality, QUALITY_WEIGHT);
        double points =
                efficiency.orElse(0) * EFFICIENCY_WEIGHT
                        + comfort.orElse(0) * COMFORT_WEIGHT
                        + quality.orElse(0) * QUALITY_WEIGHT;
        double score = points / weights - POINTS_PER_ALERT * alerts;
        double bounded = Math.clamp(score, 0, alerts > 0 ? WITH_ALERT_MAX : 100);
        return new FacilityStatus(OptionalDouble.of(bounded), word(bounded));
    }

    private static double weight(OptionalDouble part, double weight) {
        return part.isPresent() ? weight : 0;
    }

    private static String word(double score) {
        if (score >= GOOD_MIN) {
            return "good";
        }
        return score >= FAIR_MIN ? "fair" : "poor";
    }
}
