package org.plantdeck.cloudanalytics.store;

import java.time.Instant;

/**
 * A critical alert from its first window to its last: what the windows say of one tag, condition,
 * limit and beginning.
 *
 * @param tag full name of the tag
 * @param condition high or low
 * @param limit the limit that was broken
 * @param unit unit of the values; empty for a ratio or an index
 * @param since event time of the first wrong value
 * @param extreme the value furthest beyond the limit, of those the windows looked at end with
 * @param message one sentence, as it was said with that value
 * @param lastWindow number of the last of these windows that has the alert
 * @param lastSeen end of that window, in event time
 * @param active whether the newest window of the run has it too
 */
public record AlertEpisode(
        String tag,
        String condition,
        double limit,
        String unit,
        Instant since,
        double extreme,
        String message,
        long lastWindow,
        Instant lastSeen,
        boolean active) {}
