package org.plantdeck.bridge.windows;

import java.util.List;

/**
 * A window that takes no more readings.
 *
 * @param sequence its number within the run, from 1 without a gap
 * @param startMillis first millisecond inside, since 1970
 * @param endMillis first millisecond after it
 * @param afterSkip whether event time jumped before it, over a stretch that is not told
 * @param samples what came in it, by source and then by the numbers of the source
 */
public record ClosedWindow(
        long sequence, long startMillis, long endMillis, boolean afterSkip, List<Sample> samples) {}
