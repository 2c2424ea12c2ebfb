package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.StateArchive;

/**
 * The mean of what was seen each tick over a stretch of time, kept in buckets: the oldest bucket
 * leaves as a whole when a new one begins. Threads: one.
 */
final class SlidingMean {

    private final int bucketTicks;
    private final double[] sums;
    private final long[] counts;
    private int current;
    private double closedSum;
    private long closedCount;

    /** Covers so many buckets of so many ticks. */
    SlidingMean(int buckets, int bucketTicks) {
        this.bucketTicks = bucketTicks;
        this.sums = new double[buckets];
        this.counts = new long[buckets];
    }

    void add(double value) {
        if (counts[current] == bucketTicks) {
            current = (current + 1) % sums.length;
            sums[current] = 0;
            counts[current] = 0;
            close();
        }
        sums[current] += value;
        counts[current]++;
    }

    /** Sums anew, so that no rounding error builds up over the weeks. */
    private void close() {
        closedSum = 0;
        closedCount = 0;
        for (int i = 0; i < sums.length; i++) {
            if (i != current) {
                closedSum += sums[i];
                closedCount += counts[i];
            }
        }
    }

    /** The mean; 0 before anything was added. */
    double mean() {
        long count = closedCount + counts[current];
        return count == 0 ? 0 : (closedSum + sums[current]) / count;
    }

    void archive(StateArchive archive, String name) {
        current = (int) archive.whole(name + ".current", current);
        for (int i = 0; i < sums.length; i++) {
            sums[i] = archive.number(name + ".sum." + i, sums[i]);
            counts[i] = archive.whole(name + ".count." + i, counts[i]);
        }
        close();
    }
}
