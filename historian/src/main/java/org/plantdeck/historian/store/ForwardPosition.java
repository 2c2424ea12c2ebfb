package org.plantdeck.historian.store;

/**
 * How far what is committed has been forwarded to a sink. The writer of the tables notes what waits
 * and removes what was forwarded; who forwards notes what arrived. Positions count commits' rows,
 * so what is measured late or out of order has its place at the end. Threads: any; one lock guards
 * all state.
 */
public final class ForwardPosition {

    private final long backlog;
    private long opening;
    private long through;
    private long written;
    private long lost;

    /**
     * @param backlog how many messages may wait at most, 1 or more
     */
    public ForwardPosition(long backlog) {
        this.backlog = backlog;
    }

    /** How far it is. */
    public record State(long opening, long through, long written, long lost) {

        /** Whether there is something to forward from. */
        public boolean isOpen() {
            return opening > 0;
        }

        /** How many messages wait. */
        public long waiting() {
            return Math.max(0, written - through);
        }
    }

    /** How far it is. */
    public synchronized State state() {
        return new State(opening, through, written, lost);
    }

    /**
     * The tables were opened; these rows wait there. A file that took the place of another one
     * counts anew.
     */
    synchronized void opened(long first, long last) {
        opening++;
        through = last < through ? first - 1 : Math.max(through, first - 1);
        written = last;
    }

    /** Rows up to this one are committed. */
    synchronized void wrote(long last) {
        written = last;
    }

    /**
     * Rows up to this one have arrived where they are forwarded to.
     *
     * @param ofOpening the opening they were read in; those of an earlier one are not noted
     */
    public synchronized void reached(long ofOpening, long row) {
        if (ofOpening == opening) {
            through = Math.max(through, row);
        }
    }

    /** Up to which row there is nothing to keep any more. */
    synchronized long removable() {
        long oldest = written - backlog;
        if (oldest > through) {
            lost += oldest - through;
            through = oldest;
        }
        return through;
    }
}
