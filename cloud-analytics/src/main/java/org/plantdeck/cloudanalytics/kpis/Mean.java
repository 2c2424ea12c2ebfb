package org.plantdeck.cloudanalytics.kpis;

import java.util.OptionalDouble;

/** A weighted mean and the highest value of what was there. Threads: one. */
final class Mean {

    private double weighted;
    private double weights;
    private double highest = Double.NEGATIVE_INFINITY;

    void add(OptionalDouble value, double weight) {
        if (value.isPresent() && weight > 0) {
            weighted += value.getAsDouble() * weight;
            weights += weight;
            highest = Math.max(highest, value.getAsDouble());
        }
    }

    OptionalDouble mean() {
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(weighted / weights);
    }

    OptionalDouble highest() {
        return weights == 0 ? OptionalDouble.empty() : OptionalDouble.of(highest);
    }
}
