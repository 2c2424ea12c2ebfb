package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.StateArchive;

/**
 * Good of inspected bottles over the last ten minutes of production: time in which the line stands
 * does not count, so a stop does not wipe out the figure. Threads: one.
 */
final class QualityWindow {

    private static final int BUCKETS = 60;
    private static final int BUCKET_TICKS = 100;

    private final long[] inspected = new long[BUCKETS];
    private final long[] rejected = new long[BUCKETS];
    private int current;
    private int ticks;
    private long lastInspected;
    private long lastRejected;
    private boolean begun;

    /** One scan, with the counters since the run began. */
    void see(boolean producing, LineCounts counts) {
        if (begun) {
            inspected[current] += Math.max(0, counts.inspected() - lastInspected);
            rejected[current] += Math.max(0, counts.rejected() - lastRejected);
        }
        begun = true;
        lastInspected = counts.inspected();
        lastRejected = counts.rejected();
        if (producing && ++ticks >= BUCKET_TICKS) {
            ticks = 0;
            current = (current + 1) % BUCKETS;
            inspected[current] = 0;
            rejected[current] = 0;
        }
    }

    /** Good of inspected, %; 100 before anything was inspected. */
    double percent() {
        long all = 0;
        long bad = 0;
        for (int i = 0; i < BUCKETS; i++) {
            all += inspected[i];
            bad += rejected[i];
        }
        return all == 0 ? 100 : 100.0 * Math.max(0, all - bad) / all;
    }

    void archive(StateArchive archive) {
        for (int i = 0; i < BUCKETS; i++) {
            inspected[i] = archive.whole("quality.inspected." + i, inspected[i]);
            rejected[i] = archive.whole("quality.rejected." + i, rejected[i]);
        }
        current = (int) archive.whole("quality.current", current);
        ticks = (int) archive.whole("quality.ticks", ticks);
        lastInspected = archive.whole("quality.last_inspected", lastInspected);
        lastRejected = archive.whole("quality.last_rejected", lastRejected);
        begun = archive.whole("quality.begun", begun ? 1 : 0) == 1;
    }
}
