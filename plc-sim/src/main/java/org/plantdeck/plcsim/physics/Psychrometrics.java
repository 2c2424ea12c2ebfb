package org.plantdeck.plcsim.physics;

/** Moist air at normal pressure. Temperatures in °C, relative humidity in %. Threads: any. */
public final class Psychrometrics {

    private static final double MAGNUS_A = 17.62;
    private static final double MAGNUS_B = 243.12;
    private static final double MAGNUS_HPA = 6.112;
    private static final double AIR_PRESSURE_HPA = 1013.25;
    private static final double MASS_RATIO = 0.622;

    private Psychrometrics() {}

    /** Vapour pressure over water at saturation, hPa, by the Magnus formula. */
    public static double saturationPressureHpa(double temperature) {
        return MAGNUS_HPA * StrictMath.exp(MAGNUS_A * temperature / (MAGNUS_B + temperature));
    }

    /**
     * Temperature at which the air's vapour condenses, °C.
     *
     * @param relativeHumidity above 0 to 100 %
     */
    public static double dewPoint(double temperature, double relativeHumidity) {
        double gamma =
                StrictMath.log(Math.max(relativeHumidity, 0.01) / 100)
                        + MAGNUS_A * temperature / (MAGNUS_B + temperature);
        return MAGNUS_B * gamma / (MAGNUS_A - gamma);
    }

    /** Water in the air, g in a kg of dry air. */
    public static double humidityRatio(double temperature, double relativeHumidity) {
        double vapour = saturationPressureHpa(temperature) * relativeHumidity / 100;
        return 1000 * MASS_RATIO * vapour / (AIR_PRESSURE_HPA - vapour);
    }

    /** Relative humidity, %, of air with so many g of water in a kg of dry air; 100 at most. */
    public static double relativeHumidity(double temperature, double humidityRatio) {
        double vapour = AIR_PRESSURE_HPA * humidityRatio / (1000 * MASS_RATIO + humidityRatio);
        return Math.min(100, 100 * vapour / saturationPressureHpa(temperature));
    }
}
