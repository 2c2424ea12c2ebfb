package org.plantdeck.bridge.windows;

import org.plantdeck.signal.FactorySource;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the readings of one window come to. Sums run in the order of the readings' numbers, so that
 * the same readings give the same figures however they arrived. Threads: any.
 */
public final class WindowFigures {

    private final Map<Measure, Tally> tallies = new EnumMap<>(Measure.class);
    private final Map<FactorySource, Long> counts = new EnumMap<>(FactorySource.class);

    private static final class Tally {
        private long count;
        private double sum;
        private double maximum = Double.NEGATIVE_INFINITY;
        private double last;

        void add(double number) {
            count++;
            sum += number;
            maximum = Math.max(maximum, number);
            last = number;
        }
    }

    /** The figures of samples in the order of a closed window. */
    public WindowFigures(List<Sample> samples) {
        for (Sample sample : samples) {
            counts.merge(sample.source(), 1L, Long::sum);
            for (Measure measure : Measure.of(sample.source())) {
                double number = sample.get(measure);
                if (!Double.isNaN(number)) {
                    tallies.computeIfAbsent(measure, _ -> new Tally()).add(number);
                }
            }
        }
    }

    /** Readings of a source. */
    public long count(FactorySource source) {
        return counts.getOrDefault(source, 0L);
    }

    /** The mean; empty where no reading has the measure. */
    public OptionalDouble mean(Measure measure) {
        Tally tally = tallies.get(measure);
        return tally == null ? OptionalDouble.empty() : OptionalDouble.of(tally.sum / tally.count);
    }

    /** The largest number; empty where no reading has the measure. */
    public OptionalDouble maximum(Measure measure) {
        Tally tally = tallies.get(measure);
        return tally == null ? OptionalDouble.empty() : OptionalDouble.of(tally.maximum);
    }

    /** The number of the last reading that has the measure. */
    public OptionalDouble last(Measure measure) {
        Tally tally = tallies.get(measure);
        return tally == null ? OptionalDouble.empty() : OptionalDouble.of(tally.last);
    }
}
