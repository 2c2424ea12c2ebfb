package org.plantdeck.historian.backup;

/**
 * How far some work on files has come; each file counts as much as it has bytes. Throws {@link
 * Cancelled} out of the work when it is to end. Threads: one.
 */
final class Course {

    private final BackupProgress progress;
    private final long allBytes;
    private long doneBytes;
    private long ofThisFile;
    private String file = "";
    private boolean ended;

    /** The work is to end. */
    static final class Cancelled extends Exception {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("cancelled");
        }
    }

    Course(BackupProgress progress, long allBytes) {
        this.progress = progress;
        this.allBytes = allBytes;
    }

    /** The file before, if any, is done, and this one comes. */
    void next(String name, long bytes) throws Cancelled {
        doneBytes += ofThisFile;
        ofThisFile = bytes;
        file = name;
        at(0);
    }

    /** So much of this file, from 0 to 1, is done. */
    void at(double share) throws Cancelled {
        if (!goesOn(share)) {
            throw new Cancelled();
        }
    }

    /** The same for what cannot throw: whether to go on. */
    boolean goesOn(double share) {
        long done = doneBytes + (long) (Math.clamp(share, 0, 1) * ofThisFile);
        ended |= !progress.reached(file, Math.min(done, allBytes), allBytes);
        return !ended;
    }
}
