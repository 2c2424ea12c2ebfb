package org.plantdeck.historian.store;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * A reading of the plant that was not received but taken in from a file.
 *
 * @param source where it comes from
 * @param run the run it says it belongs to; empty where it says none
 * @param sequence its number within that run; empty where it says none
 * @param measuredAt to the millisecond
 * @param values what it says; what the stored reading has beside them stays
 */
public record ImportedReading(
        FactorySource source,
        String run,
        OptionalLong sequence,
        Instant measuredAt,
        Leaves values) {

    /** What is added to a time so that it is a sequence number below any that is published. */
    private static final long BELOW_ALL = 253_402_300_800_000L;

    /**
     * A number for a reading that says none: below zero, so that none that is published is the
     * same, larger for a later one, and for the same instant always the same.
     */
    long ownSequence() {
        return measuredAt.toEpochMilli() - BELOW_ALL;
    }
}
