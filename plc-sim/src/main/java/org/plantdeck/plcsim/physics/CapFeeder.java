package org.plantdeck.plcsim.physics;

/** Cap hopper with its elevator, the feeder that jams now and then, and the chute to the capper. */
final class CapFeeder {

    private static final double DT = PlantTime.TICK_SECONDS;
    private static final double HOUR = 3600;
    private static final double MINUTE = 60;

    private final CapsParameters parameters;
    private final RandomStream dice;
    private double level;
    private boolean lifting = true;
    private boolean emptied;
    private double chute;
    private double jamLeft;

    CapFeeder(CapsParameters parameters, long seed) {
        this.parameters = parameters;
        this.dice = new RandomStream(seed, "caps");
        this.level = (parameters.startLevel() + parameters.stopLevel()) / 2;
        this.chute = parameters.chute();
    }

    /**
     * Feeds for one tick.
     *
     * @param ratio line speed over nominal: the chance of a jam follows it
     * @param bottle whether a bottle takes a cap
     */
    void step(double ratio, boolean bottle, FaultBook faults) {
        lift(faults);
        jam(ratio, dice.uniform(), dice.uniform());
        double capsAWhole = parameters.hopper() / 100;
        if (!jammed() && level > 0) {
            double fed = Math.min(parameters.chute() - chute, level * capsAWhole);
            chute += fed;
            level -= fed / capsAWhole;
        }
        if (bottle) {
            chute = Math.max(0, chute - 1);
        }
    }

    private void lift(FaultBook faults) {
        boolean empty = faults.acts(FaultKind.CAP_FEEDER_EMPTY);
        if (empty && !emptied) {
            level = Math.min(level, faults.size(FaultKind.CAP_FEEDER_EMPTY));
        }
        emptied = empty;
        lifting = level < parameters.startLevel() || (lifting && level < parameters.stopLevel());
        if (lifting && !empty) {
            double lifted = parameters.elevator() / MINUTE * DT / parameters.hopper() * 100;
            level = Math.min(100, level + lifted);
        }
    }

    private void jam(double ratio, double whether, double howLong) {
        jamLeft = Math.max(0, jamLeft - DT);
        double chance = ratio * DT / (parameters.jamInterval() * HOUR);
        if (jamLeft == 0 && whether < chance) {
            double range = parameters.jamLongest() - parameters.jamShortest();
            jamLeft = parameters.jamShortest() + Math.max(0, range) * howLong;
        }
    }

    /** Chance that a bottle gets no good cap beyond that of the capper: all do without caps. */
    double missing() {
        return chute < 1 ? 1 : 0;
    }

    /** Whether the feeder is jammed; an empty hopper is no jam. */
    boolean jammed() {
        return jamLeft > 0;
    }

    /** Fill of the hopper, %. */
    double level() {
        return level;
    }

    void archive(StateArchive archive) {
        dice.archive(archive);
        level = archive.number("caps.level", level);
        lifting = archive.whole("caps.lifting", lifting ? 1 : 0) == 1;
        emptied = archive.whole("caps.emptied", emptied ? 1 : 0) == 1;
        chute = archive.number("caps.chute", chute);
        jamLeft = archive.number("caps.jam-left", jamLeft);
    }
}
