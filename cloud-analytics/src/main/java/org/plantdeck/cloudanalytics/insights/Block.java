package org.plantdeck.cloudanalytics.insights;

import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;

/** Windows judged together: sums of what they say. Threads: one. */
final class Block {

    private final double[] sums;
    private final double[] counts;
    private double measured;
    private double reference;
    private long windows;
    private long beyond;
    private Duration duration = Duration.ZERO;
    private Instant start = Instant.EPOCH;
    private Instant end = Instant.EPOCH;

    Block(int companions) {
        sums = new double[companions];
        counts = new double[companions];
    }

    void add(AnalyticsWindow window, Sample sample, boolean isBeyond, List<Cause.Companion> with) {
        if (windows == 0) {
            start = window.start();
        }
        end = window.end();
        duration = duration.plus(Duration.between(window.start(), window.end()));
        windows++;
        beyond += isBeyond ? 1 : 0;
        measured += sample.measured();
        reference += sample.reference();
        for (int i = 0; i < sums.length; i++) {
            OptionalDouble value = window.values().number(with.get(i).leaf());
            if (value.isPresent()) {
                sums[i] += value.getAsDouble();
                counts[i]++;
            }
        }
    }

    /** Adds another block that follows this one. */
    void add(Block later) {
        start = windows == 0 ? later.start : start;
        end = later.end;
        duration = duration.plus(later.duration);
        windows += later.windows;
        beyond += later.beyond;
        measured += later.measured;
        reference += later.reference;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += later.sums[i];
            counts[i] += later.counts[i];
        }
    }

    long windows() {
        return windows;
    }

    /** Event time its windows cover. */
    Duration duration() {
        return duration;
    }

    double measured() {
        return measured;
    }

    double reference() {
        return reference;
    }

    double coefficient() {
        return measured / reference;
    }

    double beyondShare() {
        return windows == 0 ? 0 : (double) beyond / windows;
    }

    Instant start() {
        return start;
    }

    Instant end() {
        return end;
    }

    /** The mean of a companion; not-a-number where it was never there. */
    double companion(int index) {
        return sums[index] / counts[index];
    }

    void save(String prefix, Leaves.Builder into) {
        into.put(prefix + "measured", Value.of(measured));
        into.put(prefix + "reference", Value.of(reference));
        into.put(prefix + "windows", windows);
        into.put(prefix + "beyond", beyond);
        into.put(prefix + "duration_millis", duration.toMillis());
        into.put(prefix + "start", IsoTime.format(start));
        into.put(prefix + "end", IsoTime.format(end));
        for (int i = 0; i < sums.length; i++) {
            into.put(prefix + "sum" + i, Value.of(sums[i]));
            into.put(prefix + "count" + i, Value.of(counts[i]));
        }
    }

    static Block load(String prefix, Leaves from, int companions) {
        Block block = new Block(companions);
        block.measured = from.number(prefix + "measured").orElse(0);
        block.reference = from.number(prefix + "reference").orElse(0);
        block.windows = (long) from.number(prefix + "windows").orElse(0);
        block.beyond = (long) from.number(prefix + "beyond").orElse(0);
        block.duration =
                Duration.ofMillis((long) from.number(prefix + "duration_millis").orElse(0));
        block.start = IsoTime.parse(from.text(prefix + "start")).orElse(Instant.EPOCH);
        block.end = IsoTime.parse(from.text(prefix + "end")).orElse(Instant.EPOCH);
        for (int i = 0; i < companions; i++) {
            block.sums[i] = from.number(prefix + "sum" + i).orElse(0);
            block.counts[i] = from.number(prefix + "count" + i).orElse(0);
        }
        return block;
    }
}
