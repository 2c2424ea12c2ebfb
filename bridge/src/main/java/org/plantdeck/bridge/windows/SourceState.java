package org.plantdeck.bridge.windows;

/**
 * How far one source of a run has come, as it is kept.
 *
 * @param first lowest number that has come
 * @param highest highest number that has come
 * @param missing numbers between the two that have not come
 * @param gaps the newest gaps, as {@code 12-14 20-20}
 * @param newestMillis newest event time that has come, in milliseconds since 1970
 */
public record SourceState(long first, long highest, long missing, String gaps, long newestMillis) {}
