package org.plantdeck.plantruntime.parts;

import java.util.List;

/**
 * How the plant of this start is to begin, beyond its settings.
 *
 * @param faults further faults, each {@code KIND[@SENSOR][:size[:onset[:duration]]]}
 * @param fresh whether a new run begins where one is kept
 */
public record PlantStart(List<String> faults, boolean fresh) {

    /** A plant that is started again within its process goes on with its run. */
    static final PlantStart LATER = new PlantStart(List.of(), false);
}
