package org.plantdeck.plcsim.physics;

/**
 * How people feel in an indoor climate: predicted mean vote and predicted percentage dissatisfied
 * by ISO 7730, for people who do no outside work.
 *
 * @param airTemperature °C, 10 to 40
 * @param radiantTemperature mean radiant temperature, °C, 10 to 40
 * @param airVelocity m/s, 0 to 1
 * @param relativeHumidity %, 0 to 100
 * @param metabolicRate met, 0.8 to 4
 * @param clothing clo, 0 to 2
 */
public record Comfort(
        double airTemperature,
        double radiantTemperature,
        double airVelocity,
        double relativeHumidity,
        double metabolicRate,
        double clothing) {

    private static final double WATTS_PER_MET = 58.15;
    private static final double KELVIN = 273;
    private static final double SETTLED = 0.0001;
    private static final int MOST_ROUNDS = 150;

    /** Predicted mean vote: -3 cold, 0 neutral, +3 hot. */
    public double pmv() {
        double vapour = relativeHumidity / 100 * vapourPressure(airTemperature);
        double metabolism = metabolicRate * WATTS_PER_MET;
        double insulation = 0.155 * clothing;
        double area = insulation <= 0.078 ? 1 + 1.29 * insulation : 1.05 + 0.645 * insulation;
        double surface = clothingTemperature(insulation, area, metabolism);
        double convection = convection(surface);

        double diffusion = 3.05e-3 * (5733 - 6.99 * metabolism - vapour);
        double sweat = metabolism > WATTS_PER_MET ? 0.42 * (metabolism - WATTS_PER_MET) : 0;
        double latentBreath = 1.7e-5 * metabolism * (5867 - vapour);
        double dryBreath = 0.0014 * metabolism * (34 - airTemperature);
        double radiation =
                3.96e-8 * area * (fourth(surface + KELVIN) - fourth(radiantTemperature + KELVIN));
        double convected = area * convection * (surface - airTemperature);
        double load =
                metabolism - diffusion - sweat - latentBreath - dryBreath - radiation - convected;
        return (0.303 * StrictMath.exp(-0.036 * metabolism) + 0.028) * load;
    }

    /** Predicted percentage dissatisfied, 5 to 100. */
    public double ppd() {
        return ppd(pmv());
    }

    /** Predicted percentage dissatisfied at a predicted mean vote, 5 to 100. */
    public static double ppd(double pmv) {
        double square = pmv * pmv;
        return 100 - 95 * StrictMath.exp(-0.03353 * square * square - 0.2179 * square);
    }

    /** Surface temperature of the clothes, °C: the heat through them is the heat they give off. */
    private double clothingTemperature(double insulation, double area, double metabolism) {
        double skin = 35.7 - 0.028 * metabolism;
        double guess = airTemperature + (35.5 - airTemperature) / (3.5 * (6.45 * insulation + 0.1));
        double radiant = radiantTemperature + KELVIN;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double kelvin = guess + KELVIN;
            double radiated = 3.96e-8 * (kelvin * kelvin + radiant * radiant) * (kelvin + radiant);
            double convected = convection(guess);
            double given =
                    insulation
                            * area
                            * (convected * airTemperature + radiated * radiantTemperature);
            double next = (skin + given) / (1 + insulation * area * (convected + radiated));
            if (Math.abs(next - guess) < SETTLED) {
                return next;
            }
            guess = next;
        }
        return guess;
    }

    private double convection(double surface) {
        double still = 2.38 * Math.sqrt(Math.sqrt(Math.abs(surface - airTemperature)));
        double moved = 12.1 * Math.sqrt(airVelocity);
        return Math.max(still, moved);
    }

    /** Saturated vapour pressure as the standard has it, Pa. */
    private static double vapourPressure(double temperature) {
        return 1000 * StrictMath.exp(16.6536 - 4030.183 / (temperature + 235));
    }

    private static double fourth(double value) {
        double square = value * value;
        return square * square;
    }
}
