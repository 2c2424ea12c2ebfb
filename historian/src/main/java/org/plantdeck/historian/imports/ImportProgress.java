package org.plantdeck.historian.imports;

/** Hears how far an import is, and may end it. */
@FunctionalInterface
public interface ImportProgress {

    /** What is being done. */
    enum Step {
        /** The file is read and checked; nothing is changed. */
        READING,
        /** All of it is good and waits for the historian that runs. */
        WAITING,
        /** It is being taken into the history. */
        TAKING_IN
    }

    /**
     * Called every thousand lines, every hour of a topic, and several times a second while waiting.
     *
     * @param done bytes of the file that are read, or of the history that are taken in
     * @param all of how many
     * @param lines read so far
     * @return whether to go on; what is being taken in is taken in to its end all the same
     */
    boolean reached(Step step, long done, long all, long lines);
}
