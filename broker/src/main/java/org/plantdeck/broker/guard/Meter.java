package org.plantdeck.broker.guard;

import java.util.concurrent.atomic.LongAdder;

/** A count and how fast it grows. Threads: any may count and read; {@link #tick} one at a time. */
final class Meter {

    /** A change of the rate is seen by two thirds after this time. */
    private static final double SETTLING_SECONDS = 5;

    private final LongAdder count = new LongAdder();
    private long before;
    private volatile double perSecond;

    void add(long more) {
        count.add(more);
    }

    long count() {
        return count.sum();
    }

    /** Of the last seconds; weights fall off exponentially. */
    double perSecond() {
        return perSecond;
    }

    /** Takes up what was counted since the last time. */
    void tick(double seconds) {
        long now = count.sum();
        double rate = (now - before) / seconds;
        before = now;
        double next = perSecond + (rate - perSecond) * -Math.expm1(-seconds / SETTLING_SECONDS);
        // What has long ended is nothing, not a millionth.
        perSecond = next < 0.005 && rate == 0 ? 0 : next;
    }
}
