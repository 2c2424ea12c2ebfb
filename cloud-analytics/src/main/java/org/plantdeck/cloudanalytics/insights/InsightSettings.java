package org.plantdeck.cloudanalytics.insights;

import java.time.Duration;

/**
 * What the rules take for sound and when they speak. A rule compares a coefficient of the plant,
 * such as the filter's pressure drop over the square of its flow, with the same plant's baseline:
 * learned from the first hours in which it is near the documented nominal figure, the nominal
 * figure until then.
 *
 * @param leak air the net takes while the line stands, m³/h; its blocks are standstills
 * @param capacitor reactive power of one capacitor stage, kvar
 * @param filter pressure drop over the square of the supply flow, Pa/(m³/s)²
 */
public record InsightSettings(Watch leak, Watch capacitor, Watch filter) {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BLOCK = Duration.ofMinutes(5);

    /**
     * The figures of the bottling hall as documented: what is left of the compressor's 15 % leakage
     * and the hall's own use while the line stands; 10 kvar a stage at 400 V; a filter in the
     * middle of its life at 10.9 Pa/(m³/s)², which is changed before 16.
     */
    public static final InsightSettings USUAL =
            new InsightSettings(
                    new Watch(new Limits(25, 0.40, 1.80, 1.50), new Pace(MINUTE, BLOCK, 6, 3, 2)),
                    new Watch(new Limits(10, 0.12, 0.80, 0.90), new Pace(MINUTE, BLOCK, 12, 3, 3)),
                    new Watch(
                            new Limits(10.9, 0.25, 1.60, 1.40), new Pace(MINUTE, BLOCK, 12, 3, 3)));

    /**
     * What one rule goes by.
     *
     * @param limits what is sound
     * @param pace how long it looks
     */
    public record Watch(Limits limits, Pace pace) {}

    /**
     * When a rule speaks.
     *
     * @param nominal the documented coefficient of a sound plant
     * @param tolerance how far from nominal, as a share of it, the baseline may be; a coefficient
     *     that is better than that is learned as the best it may be, a worse one is not learned
     * @param raise ratio to the baseline beyond which the rule speaks; above 1 it speaks of too
     *     much, below 1 of too little
     * @param close ratio to the baseline at which it is content again, between 1 and raise
     */
    public record Limits(double nominal, double tolerance, double raise, double close) {

        public Limits {
            boolean above = raise > close && close >= 1;
            boolean below = raise < close && close <= 1;
            if (!(above || below) || nominal <= 0 || tolerance < 0) {
                throw new IllegalArgumentException(
                        "an insight's close ratio must lie between 1 and its raise ratio");
            }
        }

        boolean beyond(double ratio) {
            return raise > 1 ? ratio > raise : ratio < raise;
        }

        boolean content(double ratio) {
            return raise > 1 ? ratio < close : ratio > close;
        }

        boolean canBeLearned(double coefficient) {
            return raise > 1
                    ? coefficient <= nominal * (1 + tolerance)
                    : coefficient >= nominal * (1 - tolerance);
        }

        double asBaseline(double coefficient) {
            return Math.clamp(coefficient, nominal * (1 - tolerance), nominal * (1 + tolerance));
        }
    }

    /**
     * How long a rule looks, in event time. Windows it cannot use do not count.
     *
     * @param settle time left out after the plant gets into the state the rule looks at
     * @param block time judged together; more than 0
     * @param learnBlocks blocks near nominal that make the baseline, at least 1
     * @param raiseBlocks blocks in a row beyond the limit that raise an insight, at least 1
     * @param closeBlocks blocks in a row within the limit that close it, at least 1
     */
    public record Pace(
            Duration settle, Duration block, int learnBlocks, int raiseBlocks, int closeBlocks) {

        public Pace {
            boolean positive = learnBlocks >= 1 && raiseBlocks >= 1 && closeBlocks >= 1;
            if (!positive || settle.isNegative() || !block.isPositive()) {
                throw new IllegalArgumentException(
                        "an insight's pace must be at least 1 block, and no time negative");
            }
        }
    }
}
