package org.plantdeck.app.rules;

/**
 * How people see: as most, without the receptors for long waves, or without those for middle ones.
 * Matrices on linear RGB of Machado, Oliveira and Fernandes, IEEE Transactions on Visualization and
 * Computer Graphics 15 (2009) 1291, severity 1.
 */
enum Sight {
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    PROTAN(
            0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
            1.051998),
    DEUTAN(
            0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
            0.968881);

    @SuppressWarnings("ImmutableEnumChecker") // never changed after this
    private final double[] rows;

    Sight(double... rows) {
        this.rows = rows;
    }

    /** What of a linear RGB reaches such eyes. */
    double[] see(double[] rgb) {
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            double sum = 0;
            for (int column = 0; column < 3; column++) {
                sum += rows[3 * row + column] * rgb[column];
            }
            seen[row] = Math.clamp(sum, 0, 1);
        }
        return seen;
    }
}
