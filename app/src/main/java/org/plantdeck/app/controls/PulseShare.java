package org.plantdeck.app.controls;

/**
 * How much is done in a pulse of what is spread over several: more while pulses come in time, less
 * when one is late. Threads: the screen's.
 */
final class PulseShare {

    /** Between two pulses; where it is longer, the last one took too long. */
    private static final long LATE_NANOS = 25_000_000;

    private final double least;
    private final double most;
    private double share;
    private long before;

    /**
     * @param least is done in each pulse
     * @param first is done in the first one
     * @param most is done in any
     */
    PulseShare(double least, double first, double most) {
        this.least = least;
        this.most = most;
        share = first;
    }

    /**
     * How much is done in a pulse.
     *
     * @param now when it began, in nanoseconds of a clock that only goes forward
     */
    double of(long now) {
        if (before != 0) {
            share = Math.clamp(now - before > LATE_NANOS ? share / 2 : share * 1.5, least, most);
        }
        before = now;
        return share;
    }
}
