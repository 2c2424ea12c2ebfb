package org.plantdeck.app.export;

import java.nio.file.Path;

/** How far an export has come. */
public sealed interface ExportState {

    /** None was asked for, or what came of it has been read. */
    record Idle() implements ExportState {}

    /**
     * It is being written.
     *
     * @param file where it will be
     * @param rows written so far
     * @param share of the range that is done, 0 to 1
     */
    record Running(Path file, long rows, double share) implements ExportState {}

    /**
     * It is there.
     *
     * @param file where
     * @param rows how many rows, without the header
     * @param runs how many runs of the plant they come from
     */
    record Done(Path file, long rows, int runs) implements ExportState {}

    /**
     * Somebody ended it; nothing of it is left.
     *
     * @param file where it would have been
     */
    record Cancelled(Path file) implements ExportState {}

    /**
     * It could not be written.
     *
     * @param sentence why, and what to do
     */
    record Failed(String sentence) implements ExportState {}
}
