package org.plantdeck.plcsim.physics;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** What every sensor read at the end of each second. */
final class Trace {

    /** The readings of one second. */
    record Second(double[] readings) {
        @SuppressWarnings("EnumOrdinal")
        double get(Sensor sensor) {
            return readings[sensor.ordinal()];
        }
    }

    private final Second[] seconds;

    Trace(int seconds) {
        this.seconds = new Second[seconds];
    }

    void record(int second, Plant plant) {
        seconds[second] =
                new Second(Arrays.stream(Sensor.values()).mapToDouble(plant::read).toArray());
    }

    Second at(int second) {
        return seconds[second];
    }

    int length() {
        return seconds.length;
    }

    double mean(ToDoubleFunction<Second> of) {
        return Arrays.stream(seconds).mapToDouble(of).average().orElseThrow();
    }

    double mean(Sensor sensor) {
        return mean(it -> it.get(sensor));
    }

    double max(Sensor sensor) {
        return Arrays.stream(seconds).mapToDouble(it -> it.get(sensor)).max().orElseThrow();
    }

    double min(Sensor sensor) {
        return Arrays.stream(seconds).mapToDouble(it -> it.get(sensor)).min().orElseThrow();
    }

    /** Whether a sensor read the same, bit for bit, in a range of seconds. */
    boolean sameAs(Trace other, Sensor sensor, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Double.doubleToLongBits(seconds[i].get(sensor))
                    != Double.doubleToLongBits(other.seconds[i].get(sensor))) {
                return false;
            }
        }
        return true;
    }

    /** The seconds from one on. */
    Trace from(int second) {
        Trace rest = new Trace(seconds.length - second);
        System.arraycopy(seconds, second, rest.seconds, 0, rest.seconds.length);
        return rest;
    }
}
