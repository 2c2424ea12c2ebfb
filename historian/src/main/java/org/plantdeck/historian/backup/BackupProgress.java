package org.plantdeck.historian.backup;

/** Hears how far a backup, a restore or a check has come, and may end it. */
@FunctionalInterface
public interface BackupProgress {

    /** Lets it run to its end unheard. */
    BackupProgress NONE = (file, doneBytes, allBytes) -> true;

    /**
     * Called many times a second on the thread that works.
     *
     * @param file the name of the file it is at, such as {@code history/day-2026-11-22.db}
     * @param doneBytes how much is done
     * @param allBytes of how much, as far as it is known
     * @return whether to go on
     */
    boolean reached(String file, long doneBytes, long allBytes);
}
