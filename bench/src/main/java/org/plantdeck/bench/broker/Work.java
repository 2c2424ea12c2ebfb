package org.plantdeck.bench.broker;

import java.time.Duration;
import java.util.List;

/** Something to do to a broker, and what is measured while it is done. Immutable. */
interface Work {

    /** How long one measurement may take at most. */
    Duration LIMIT = Duration.ofSeconds(15);

    /**
     * What is measured on.
     *
     * @param loops the generator's threads
     * @param subject the broker, which has been at work already
     * @param source for a work that needs the broker afresh
     * @param deadline when the measurement has to be over
     */
    record Ground(Loops loops, Subject subject, SubjectSource source, Deadline deadline) {}

    /**
     * The figures of a measurement without values, in the order in which they are shown; the first
     * one names the work.
     */
    List<Figure> blank();

    /** Whether it can be done to a broker with what it offers. */
    default boolean isPossibleOn(Subject subject) {
        return true;
    }

    /**
     * Measures once.
     *
     * @throws WorkFailure where nothing came of it
     */
    List<Figure> measure(Ground ground);
}
