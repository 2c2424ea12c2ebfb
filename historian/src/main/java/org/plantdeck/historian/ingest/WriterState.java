package org.plantdeck.historian.ingest;

import org.plantdeck.historian.store.DataQuality;
import org.plantdeck.historian.store.HistoryExtent;

import java.util.Optional;

/**
 * How the writing goes, as of the last commit.
 *
 * @param opened whether the store has been open since the start
 * @param counts the counts committed
 * @param extent what is stored
 * @param trouble why nothing can be stored now, for an operator; empty where all is well
 */
public record WriterState(
        boolean opened, DataQuality counts, HistoryExtent extent, String trouble) {

    static WriterState closed() {
        return new WriterState(
                false,
                new DataQuality(0, 0, 0, 0, 0, 0, 0, 0, 0),
                new HistoryExtent(Optional.empty(), Optional.empty(), "", Optional.empty()),
                "");
    }
}
