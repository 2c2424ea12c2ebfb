package org.plantdeck.plcsim.physics;

/** Noise where people work: the energies of what runs, added up. Levels in dB(A). */
final class Noise {

    private static final double FILLER = energy(64.5);
    private static final double CONVEYORS = energy(60.5);
    private static final double PACKER = energy(57);
    private static final double FAN = energy(59);
    private static final double AIR = energy(58);
    private static final double CLEANING = energy(60);
    private static final double PERSON = energy(38);
    private static final double DEFECT = energy(54);
    private static final double BACKGROUND = energy(42);
    private static final double NOMINAL_AIR = 95;

    private Noise() {}

    private static double energy(double level) {
        return StrictMath.pow(10, level / 10);
    }

    /**
     * The level of a line that runs.
     *
     * @param ratio line speed over nominal
     * @param airUse air the line takes, m³/h
     * @param defect vibration of a bearing defect, mm/s
     * @param fan speed of the supply fan, 0 to 1
     * @param people how many work in the hall, and whether they clean
     */
    static double level(double ratio, double airUse, double defect, double fan, Crew people) {
        double line = ratio * ratio * ratio * FILLER + ratio * ratio * CONVEYORS + ratio * PACKER;
        double square = fan * fan;
        double energy =
                BACKGROUND
                        + line
                        + airUse / NOMINAL_AIR * AIR
                        + defect * defect * ratio * DEFECT
                        + square * square * fan * FAN
                        + people.count() * PERSON
                        + (people.cleaning() ? CLEANING : 0);
        return 10 * StrictMath.log10(energy);
    }

    /** The people in the hall. */
    record Crew(double count, boolean cleaning) {}
}
