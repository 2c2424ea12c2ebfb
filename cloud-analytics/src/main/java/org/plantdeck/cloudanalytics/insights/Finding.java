package org.plantdeck.cloudanalytics.insights;

import java.util.Map;

/**
 * What the blocks a rule speaks about amount to.
 *
 * @param measured the coefficient
 * @param baseline what it is in the sound plant
 * @param companions means of the companions by name; one that was never there is missing
 * @param confidence share of the windows that are beyond the limit by themselves, 0 to 1
 */
record Finding(
        double measured, double baseline, Map<String, Double> companions, double confidence) {

    double ratio() {
        return measured / baseline;
    }

    /** The mean of a companion; 0 where it was never there. */
    double companion(String name) {
        return companions.getOrDefault(name, 0.0);
    }
}
