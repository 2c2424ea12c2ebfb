package org.plantdeck.app.records;

import org.plantdeck.app.trends.TimeGrid;
import org.plantdeck.historian.store.StoredTag;

import java.time.Instant;
import java.util.List;

/**
 * What a picture wants to know of the history.
 *
 * @param grid which stretch, in how many columns
 * @param tags of which tags
 * @param newest the plant's time at which it was asked; up to there the answer knows everything
 * @param live whether the picture follows what arrives
 */
record TrendRequest(TimeGrid grid, List<StoredTag> tags, Instant newest, boolean live) {

    TrendRequest {
        tags = List.copyOf(tags);
    }
}
