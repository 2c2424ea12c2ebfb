package org.plantdeck.historian.export;

import java.time.Instant;

/** Hears how far an export has come, and may end it. */
@FunctionalInterface
public interface ExportProgress {

    /** Lets it run to its end unheard. */
    ExportProgress NONE = (rows, through) -> true;

    /**
     * Called on the exporting thread every thousand rows.
     *
     * @param rows rows written so far
     * @param through time of the last one
     * @return whether to go on
     */
    boolean reached(long rows, Instant through);
}
