package org.plantdeck.signal;

import java.time.Instant;

/**
 * What the bridge says to the cloud of one stretch of event time: one body of {@link #TOPIC}.
 *
 * @param run the plant's run, as in the readings
 * @param sequence counts the windows of this run, from 1 without a gap
 * @param start first instant inside
 * @param end first instant after it; a multiple of the aggregation period
 * @param values everything else of the body, in order; an average over nothing is {@link
 *     Value#absent()}
 */
public record AnalyticsWindow(
        String run, long sequence, Instant start, Instant end, Leaves values) {

    /** Where windows go, on the cloud broker. */
    public static final String TOPIC = "cloud/factory/analytics";

    /** Where a consumer asks for windows it misses, on the cloud broker. */
    public static final String RESEND_TOPIC = "cloud/factory/analytics/resend";
}
