package org.plantdeck.cloudanalytics.insights;

import org.plantdeck.signal.Leaves;

import java.util.List;
import java.util.Optional;

/** One cause: what to take from a window to see it, and what to say when it is seen. */
interface Cause {

    InsightKind kind();

    /** The unit of the coefficient. */
    String unit();

    /** Further leaves whose means belong among the numbers. */
    List<Companion> companions();

    /** What a window says of this cause; empty where it says nothing. */
    Optional<Sample> sample(Leaves values);

    /**
     * Whether only the lowest block of a whole stretch counts, and not each block: for what other
     * uses of the plant can hide but not lower.
     */
    default boolean isJudgedByStretch() {
        return false;
    }

    /** Whether a window ends the stretch; one that merely says nothing does not. */
    default boolean endsStretch(Leaves values) {
        return false;
    }

    /** What it says to a person. */
    Advice advice(Finding finding);

    /**
     * A leaf whose mean is reported beside the coefficient.
     *
     * @param name its name among the numbers, with its unit
     * @param leaf its path in a window
     */
    record Companion(String name, String leaf) {}
}
