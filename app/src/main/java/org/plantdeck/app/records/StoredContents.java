package org.plantdeck.app.records;

import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.HistoryExtent;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredTag;

import java.util.ArrayList;
import java.util.List;

/**
 * What the history holds.
 *
 * @param tags every tag that is stored
 * @param extent from when to when it reaches
 */
record StoredContents(List<StoredTag> tags, HistoryExtent extent) {

    StoredContents {
        tags = List.copyOf(tags);
    }

    /** What it holds now. */
    static StoredContents of(HistorianQueries history) throws StoreFailure {
        List<StoredTag> stored = new ArrayList<>();
        for (String topic : history.topics()) {
            stored.addAll(history.tags(topic));
        }
        return new StoredContents(stored, history.extent());
    }
}
