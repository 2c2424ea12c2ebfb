package org.plantdeck.bench.store;

import java.sql.SQLException;
import java.util.List;

/** A way to keep history, fresh in a folder of its own. Threads: one. */
interface History extends AutoCloseable {

    /** Makes rows durable in one commit, and does what is due from time to time. */
    void append(List<Row> rows) throws Exception;

    /** Brings what was appended into the form it stays in. */
    void settle() throws Exception;

    /** What it takes on the disk, in bytes, settled; the last that is asked. */
    long bytes() throws Exception;

    /**
     * Reads every sample of one tag of the first group.
     *
     * @return their number and sum, so that none can be left out
     */
    double[] raw(int column, long fromMs, long toMs) throws Exception;

    /**
     * The smallest, largest and mean of a tag of the first group in columns of equal width.
     *
     * @return the number of columns that have some, and the sum of the largest
     */
    double[] trend(int column, long fromMs, long toMs, int columns) throws Exception;

    /** Removes what is older than an instant. */
    void retain(long olderThanMs) throws Exception;

    @Override
    void close() throws SQLException;
}
