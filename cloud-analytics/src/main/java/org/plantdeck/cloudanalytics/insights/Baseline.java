package org.plantdeck.cloudanalytics.insights;

import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Value;

/**
 * The coefficient of the sound plant: the nominal one until enough blocks near it have been seen,
 * their mean from then on. Threads: one.
 */
final class Baseline {

    private final InsightSettings.Limits limits;
    private final int learnBlocks;
    private double measured;
    private double reference;
    private int blocks;

    Baseline(InsightSettings.Limits limits, int learnBlocks) {
        this.limits = limits;
        this.learnBlocks = learnBlocks;
    }

    void learn(Block block) {
        if (blocks < learnBlocks && limits.canBeLearned(block.coefficient())) {
            measured += block.measured();
            reference += block.reference();
            blocks++;
        }
    }

    boolean isLearned() {
        return blocks >= learnBlocks;
    }

    double coefficient() {
        return isLearned() ? limits.asBaseline(measured / reference) : limits.nominal();
    }

    void save(String prefix, Leaves.Builder into) {
        into.put(prefix + "measured", Value.of(measured));
        into.put(prefix + "reference", Value.of(reference));
        into.put(prefix + "blocks", blocks);
    }

    void load(String prefix, Leaves from) {
        measured = from.number(prefix + "measured").orElse(0);
        reference = from.number(prefix + "reference").orElse(0);
        blocks = (int) from.number(prefix + "blocks").orElse(0);
    }
}
