package org.plantdeck.plcsim.plc;

/**
 * The air quality index: linear in the rise of carbon dioxide over outdoors and in fine dust, the
 * larger of the two. The rises are those EN 16798-1 is quoted with for its categories.
 */
final class AirQuality {

    /** Carbon dioxide outdoors, ppm. */
    static final double OUTDOOR_CO2 = 420;

    private static final double[] RISE_PPM = {0, 550, 800, 1350};
    private static final double[] RISE_INDEX = {0, 50, 75, 100};
    private static final double[] DUST = {0, 12, 35, 55};
    private static final double[] DUST_INDEX = {0, 50, 100, 150};

    private AirQuality() {}

    /**
     * The index; beyond the last point of its table it goes on as between the last two.
     *
     * @param co2 ppm
     * @param fineDust PM2.5, µg/m³
     */
    static double index(double co2, double fineDust) {
        return Math.max(
                along(RISE_PPM, RISE_INDEX, co2 - OUTDOOR_CO2), along(DUST, DUST_INDEX, fineDust));
    }

    /** The word for an index: good, moderate, poor or bad. */
    static String word(double index) {
        if (index <= 50) {
            return "good";
        }
        if (index <= 100) {
            return "moderate";
        }
        return index <= 150 ? "poor" : "bad";
    }

    private static double along(double[] from, double[] to, double value) {
        if (value <= 0) {
            return 0;
        }
        int i = 1;
        while (i < from.length - 1 && value > from[i]) {
            i++;
        }
        return to[i - 1] + (to[i] - to[i - 1]) * (value - from[i - 1]) / (from[i] - from[i - 1]);
    }
}
