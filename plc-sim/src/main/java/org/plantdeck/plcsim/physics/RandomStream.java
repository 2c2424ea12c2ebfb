package org.plantdeck.plcsim.physics;

/**
 * The dice of one subsystem, derived from the seed of the run and the subsystem's name. Who owns a
 * stream draws from it the same number of times in every step whatever the plant does, so that
 * nothing that happens elsewhere moves its dice.
 */
final class RandomStream {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double TWO_TO_MINUS_53 = 0x1.0p-53;
    private static final double SUM_OF_FOUR_MEAN = 131_070;
    private static final double SUM_OF_FOUR_DEVIATION = 37_837.2273;

    private final String name;
    private long state;

    RandomStream(long seed, String name) {
        this.name = name;
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
        }
        state = mix(mix(seed) ^ hash);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 to below 1, evenly. */
    double uniform() {
        return (next() >>> 11) * TWO_TO_MINUS_53;
    }

    /** Bell-shaped around 0 with deviation 1 and no value beyond 3.5: the sum of four dice. */
    double gaussian() {
        return bell(next());
    }

    /** A bell-shaped number that a place and a tick have for good, drawn from no stream. */
    static double gaussianAt(long seed, long place, long tick) {
        return bell(mix(mix(mix(seed) ^ place) + tick * GOLDEN));
    }

    private static double bell(long bits) {
        long sum =
                (bits & 0xFFFF) + (bits >>> 16 & 0xFFFF) + (bits >>> 32 & 0xFFFF) + (bits >>> 48);
        return (sum - SUM_OF_FOUR_MEAN) / SUM_OF_FOUR_DEVIATION;
    }

    void archive(StateArchive archive) {
        state = archive.whole("dice." + name, state);
    }
}
