package org.plantdeck.signal;

import java.time.Instant;

/**
 * What a part says of itself on {@code status/{component}}, retained.
 *
 * @param component which part: Plant, PLC1, Historian, …
 * @param instance names this very start of the part, so that two parts with one identity are
 *     noticed
 * @param version the part's version
 * @param timestamp wall-clock time of the statement
 * @param health what it says
 */
public record PartStatus(
        String component, String instance, String version, Instant timestamp, Health health) {

    /** Where a component's status is published: {@code status/{component}}. */
    public static String topic(String component) {
        return "status/" + component;
    }
}
