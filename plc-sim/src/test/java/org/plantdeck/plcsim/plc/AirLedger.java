package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.Comfort;
import org.plantdeck.signal.Leaves;

/**
 * Keeps account of the hall's air: goes through the week with a balance of its own, from the first
 * carbon dioxide that was shown and nothing but people, outdoor air and the line's speed.
 */
final class AirLedger {

    private static final double SECONDS = PublishedWeekTest.INTERVAL.toSeconds();
    private static final double VOLUME = 7_000;
    private static final double OUTDOORS = 420;

    /** Air through gaps, m³/s. */
    private static final double GAPS = 0.25;

    /** The door, which nobody publishes: 0.8 m³/s for 90 s in 21.5 min when all are there. */
    private static final double DOOR = 0.8 * 90 / (20 * 60 + 90);

    private static final double FULL_HOUSE = 14;
    private static final double PERSON = 0.005e-3;
    private static final double PURGE = 5.0 / 3600;
    private static final double NOMINAL_SPEED = 105;

    private double purge;
    private double balanced = Double.NaN;
    private long readings;
    private double errors;
    private double worstError;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private double worstComfort;
    private double worstDissatisfaction;
    private double leastDissatisfied = 100;

    void takeLine(Leaves body) {
        double speed = number(body, "line_speed");
        purge = speed > 0 ? PURGE * (0.3 + 0.7 * speed / NOMINAL_SPEED) : 0;
    }

    void takeHall(Leaves body) {
        balance(body, number(body, "co2_level"));
        double dissatisfied = number(body, "ppd");
        double comfort = number(body, "comfort_index");
        worstComfort = Math.max(worstComfort, Math.abs(comfort + dissatisfied - 100));
        double computed = Comfort.ppd(number(body, "pmv"));
        worstDissatisfaction = Math.max(worstDissatisfaction, Math.abs(computed - dissatisfied));
        leastDissatisfied = Math.min(leastDissatisfied, dissatisfied);
    }

    private void balance(Leaves body, double shown) {
        double people = number(body, "people");
        if (readings++ == 0) {
            balanced = shown;
        }
        double door = DOOR * Math.min(1, people / FULL_HOUSE);
        double exchanged = number(body, "ahu.outdoor_flow") + GAPS + door;
        double set = (people * PERSON + purge) * 1e6;
        balanced += (exchanged * (OUTDOORS - balanced) + set) * SECONDS / VOLUME;
        errors += balanced - shown;
        worstError = Math.max(worstError, Math.abs(balanced - shown));
        least = Math.min(least, shown);
        most = Math.max(most, shown);
    }

    private static double number(Leaves body, String key) {
        return body.get(key).asDouble();
    }

    /** Largest difference between the balance and what was shown, ppm. */
    double worstCarbonDioxideErrorPpm() {
        return worstError;
    }

    double meanCarbonDioxideErrorPpm() {
        return errors / readings;
    }

    /** What the balance had to follow: most less least, ppm. */
    double carbonDioxideSpanPpm() {
        return most - least;
    }

    /** Largest error of comfort index = 100 - PPD, percent points. */
    double worstComfortSumError() {
        return worstComfort;
    }

    /** Largest difference between PPD and that of the PMV shown, percent points. */
    double worstDissatisfactionError() {
        return worstDissatisfaction;
    }

    double leastDissatisfied() {
        return leastDissatisfied;
    }
}
