package org.plantdeck.cloudanalytics.gaps;

/**
 * Windows of a run that are not here.
 *
 * @param first first missing sequence number
 * @param last last missing sequence number, at least first
 * @param lost whether they are no longer asked for; they are still taken should they come
 */
public record MissingRange(long first, long last, boolean lost) {

    /** How many windows are missing. */
    public long size() {
        return last - first + 1;
    }
}
