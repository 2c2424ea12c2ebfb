package org.plantdeck.historian.recorded;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files an import goes through in the folder of an archive: written aside, then complete and
 * waiting for the writer of the history, then being taken in. Threads: any.
 *
 * @param folder the archive's
 */
record ImportFiles(Path folder) {

    static ImportFiles of(Path database) {
        return new ImportFiles(RecordedHistory.archiveOf(database));
    }

    /** What is being made, and means nothing yet. */
    Path unfinished() {
        return folder.resolve("import.part");
    }

    /** What is complete and waits; removing it takes the import back as a whole. */
    Path waiting() {
        return folder.resolve("import.waiting");
    }

    /** What is being taken in; from here on it is taken in to its end, if need be again. */
    Path taken() {
        return folder.resolve("import.taken");
    }

    /** What could not be taken in and was set aside. */
    Path failed() {
        return folder.resolve("import.failed");
    }

    /** Whether something is to be taken in. */
    boolean isOpen() {
        return Files.exists(waiting()) || Files.exists(taken());
    }
}
