package org.plantdeck.plcsim.physics;

/**
 * Inspection behind the labeller: one die a tick decides whether a bottle is rejected and why.
 * Underfilled bottles are found first, then caps, then labels. Each reason has its own third of the
 * die, so that more rejects for one reason leave the others as they were, as long as rejects are
 * rare.
 */
final class Inspection {

    private static final double THIRD = 1 / 3.0;

    private final FillerParameters parameters;
    private final RandomStream dice;
    private long inspected;
    private long underfilled;
    private long caps;
    private long labels;

    Inspection(FillerParameters parameters, long seed) {
        this.parameters = parameters;
        this.dice = new RandomStream(seed, "inspection");
    }

    /** Chance of a bad cap while caps come. */
    double badCapChance(double ratio, double defect) {
        return parameters.badCap() * ratio * ratio * (1 + parameters.defectRejects() * defect);
    }

    /** Chance of a bad label. */
    double badLabelChance(double ratio, double defect) {
        return parameters.badLabel() * ratio * (1 + parameters.defectRejects() * defect);
    }

    /** Inspects the bottle of one tick, if there is one. */
    void step(boolean bottle, double underfilledChance, double capChance, double labelChance) {
        double die = dice.uniform();
        if (!bottle) {
            return;
        }
        inspected++;
        if (die < underfilledChance) {
            underfilled++;
        } else if (turned(die, THIRD) < capChance) {
            caps++;
        } else if (turned(die, 2 * THIRD) < labelChance) {
            labels++;
        }
    }

    private static double turned(double die, double by) {
        return die < by ? die - by + 1 : die - by;
    }

    long inspected() {
        return inspected;
    }

    long underfilled() {
        return underfilled;
    }

    long caps() {
        return caps;
    }

    long labels() {
        return labels;
    }

    /** Full cases packed of the good bottles. */
    long cases() {
        return (long) ((inspected - underfilled - caps - labels) / parameters.caseSize());
    }

    void archive(StateArchive archive) {
        dice.archive(archive);
        inspected = archive.whole("inspection.inspected", inspected);
        underfilled = archive.whole("inspection.underfilled", underfilled);
        caps = archive.whole("inspection.caps", caps);
        labels = archive.whole("inspection.labels", labels);
    }
}
