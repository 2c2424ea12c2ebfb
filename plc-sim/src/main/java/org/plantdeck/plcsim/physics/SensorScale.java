package org.plantdeck.plcsim.physics;

import org.plantdeck.signal.Tag;

import java.util.EnumMap;
import java.util.Map;

/**
 * The scale a faulty sensor works on: that of the tag it feeds.
 *
 * @param low its bottom
 * @param high its top
 */
record SensorScale(double low, double high) {

    private static final Map<Sensor, SensorScale> ALL = new EnumMap<>(Sensor.class);

    static {
        for (Sensor sensor : Sensor.values()) {
            PublishedSensors.tag(sensor).ifPresent(it -> ALL.put(sensor, of(it)));
        }
    }

    private static SensorScale of(Tag tag) {
        return new SensorScale(tag.low(), tag.high());
    }

    /** The scale of a sensor that a tag shows. */
    static SensorScale of(Sensor sensor) {
        return ALL.getOrDefault(sensor, new SensorScale(0, 0));
    }

    double span() {
        return high - low;
    }

    /** A wrong value as the sensor can give it: within its scale, or as far out as the truth. */
    double limited(double wrong, double truth) {
        return Math.max(Math.min(low, truth), Math.min(Math.max(high, truth), wrong));
    }
}
