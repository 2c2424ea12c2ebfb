package org.plantdeck.bridge.windows;

import java.time.Duration;

/**
 * How event time is cut into windows.
 *
 * @param interval length of a window; windows lie on multiples of it, [start, end)
 * @param lateness event time that must have passed the end of a window before it closes
 * @param silence wall time after which a source that delivers nothing holds no window open
 * @param patience wall time for which a gap in the numbers of a source holds windows open, because
 *     a broker that was away delivers the newest first and the unacknowledged after it
 */
public record WindowRule(
        Duration interval, Duration lateness, Duration silence, Duration patience) {

    /** The longest stretch of event time without readings that is told as empty windows. */
    public static final Duration GAP_MAX = Duration.ofHours(1);

    /** Windows with readings that may be open in one run; the oldest closes beyond that. */
    public static final int OPEN_MAX = 1_000;

    /** The start of the window an instant lies in, in milliseconds since 1970. */
    long startOf(long timeMillis) {
        return timeMillis - Math.floorMod(timeMillis, interval.toMillis());
    }
}
