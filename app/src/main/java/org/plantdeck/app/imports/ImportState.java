package org.plantdeck.app.imports;

import org.plantdeck.historian.imports.ImportProgress.Step;
import org.plantdeck.historian.imports.ImportResult;

/** How far an import has come. */
public sealed interface ImportState {

    /** None was asked for, or what came of it has been read. */
    record Idle() implements ImportState {}

    /**
     * It is at work.
     *
     * @param step what is being done
     * @param share of the step that is done, 0 to 1
     * @param lines read so far
     */
    record Running(Step step, double share, long lines) implements ImportState {}

    /**
     * It is over.
     *
     * @param result what came of it, or what would come of it
     */
    record Ended(ImportResult result) implements ImportState {}

    /**
     * It could not be made.
     *
     * @param sentence why, and what to do
     */
    record Failed(String sentence) implements ImportState {}
}
