package org.plantdeck.app.rules;

/**
 * A colour in CIE L*a*b* under D65, and how far it lies from another.
 *
 * @param l lightness, 0 to 100
 * @param a green to red
 * @param b blue to yellow
 */
record Lab(double l, double a, double b) {

    private static final double TWENTY_FIVE_TO_THE_7TH = Math.pow(25, 7);

    /**
     * The difference to another colour by CIEDE2000 with all weights 1; formula and names as in
     * Sharma, Wu and Dalal, Color Research and Application 30 (2005) 21.
     */
    double difference(Lab other) {
        double meanChroma = (Math.hypot(a, b) + Math.hypot(other.a, other.b)) / 2;
        double g = (1 - seventh(meanChroma)) / 2;
        double a1 = (1 + g) * a;
        double a2 = (1 + g) * other.a;
        double c1 = Math.hypot(a1, b);
        double c2 = Math.hypot(a2, other.b);
        double h1 = hue(a1, b);
        double h2 = hue(a2, other.b);

        double deltaL = other.l - l;
        double deltaC = c2 - c1;
        double turn = c1 * c2 == 0 ? 0 : turn(h2 - h1);
        double deltaH = 2 * Math.sqrt(c1 * c2) * sin(turn / 2);

        double meanL = (l + other.l) / 2;
        double meanC = (c1 + c2) / 2;
        double meanH = c1 * c2 == 0 ? h1 + h2 : meanHue(h1, h2);
        double t =
                1
                        - 0.17 * cos(meanH - 30)
                        + 0.24 * cos(2 * meanH)
                        + 0.32 * cos(3 * meanH + 6)
                        - 0.20 * cos(4 * meanH - 63);
        double lightness = (meanL - 50) * (meanL - 50);
        double partL = deltaL / (1 + 0.015 * lightness / Math.sqrt(20 + lightness));
        double partC = deltaC / (1 + 0.045 * meanC);
        double partH = deltaH / (1 + 0.015 * meanC * t);
        double away = (meanH - 275) / 25;
        double rotation = -2 * seventh(meanC) * sin(60 * Math.exp(-away * away));
        return Math.sqrt(partL * partL + partC * partC + partH * partH + rotation * partC * partH);
    }

    private static double seventh(double chroma) {
        double power = Math.pow(chroma, 7);
        return Math.sqrt(power / (power + TWENTY_FIVE_TO_THE_7TH));
    }

    private static double hue(double a, double b) {
        double degrees = Math.toDegrees(Math.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /** The shorter way round. */
    private static double turn(double degrees) {
        if (degrees > 180) {
            return degrees - 360;
        }
        return degrees < -180 ? degrees + 360 : degrees;
    }

    private static double meanHue(double one, double other) {
        double mean = (one + other) / 2;
        if (Math.abs(one - other) <= 180) {
            return mean;
        }
        return one + other < 360 ? mean + 180 : mean - 180;
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees));
    }
}
