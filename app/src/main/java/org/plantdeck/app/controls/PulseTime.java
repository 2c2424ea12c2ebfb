package org.plantdeck.app.controls;

import java.util.function.LongSupplier;

/**
 * What is left of a pulse for showing something new. All that appears bit by bit shares it, in
 * whatever window: there is one thread for all of them. Threads: the screen's.
 */
final class PulseTime {

    /** That of the screen's thread. */
    static final PulseTime SCREEN = new PulseTime(System::nanoTime);

    /** Of each pulse; about as much again is left for laying out, and for what changes anyway. */
    private static final long FOR_WHAT_IS_NEW = 4_000_000;

    private final LongSupplier nanos;
    private long pulse;
    private long begun;
    private boolean taken = true;

    /**
     * @param nanos a clock that only goes forward, in nanoseconds
     */
    PulseTime(LongSupplier nanos) {
        this.nanos = nanos;
        begun = nanos.getAsLong() - FOR_WHAT_IS_NEW;
    }

    /**
     * Says that a pulse is under way; the first who says so begins it.
     *
     * @param now by which timers know it
     */
    void begin(long now) {
        if (now != pulse) {
            pulse = now;
            begun = nanos.getAsLong();
            taken = false;
        }
    }

    /**
     * Takes time for one thing more; the first that is asked for in a pulse has it in any case.
     *
     * @return whether there was any left
     */
    boolean take() {
        boolean first = !taken;
        taken = true;
        return first || nanos.getAsLong() - begun < FOR_WHAT_IS_NEW;
    }
}
