package org.plantdeck.signal;

/** Rounding of published numbers. */
final class Decimals {

    private static final double[] SCALES = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private Decimals() {}

    /** Rounds half up to 0 to 6 decimals; never gives a negative zero. */
    static double round(double value, int decimals) {
        double scale = SCALES[decimals];
        double scaled = Math.floor(value * scale + 0.5);
        return scaled == 0 ? 0.0 : scaled / scale;
    }
}
