package org.plantdeck.historian.export;

import org.plantdeck.historian.store.StoreFailure;

import java.util.List;

/**
 * Where the rows of an export come from, in the order of time, one after the other. Knows nothing
 * of files; a row writer knows nothing of where rows come from. Threads: one.
 */
public interface RowSource {

    /** The columns beside the time. */
    List<ExportColumn> columns();

    /** The tags whose values the rows hold; the columns, where each of them is a tag. */
    default List<ExportColumn> tags() {
        return columns();
    }

    /**
     * Steps to the next row.
     *
     * @return whether there is one
     */
    boolean next() throws StoreFailure;

    /** The row stepped to; it changes with the next step. */
    ExportRow row();
}
