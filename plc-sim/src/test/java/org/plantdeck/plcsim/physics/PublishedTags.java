package org.plantdeck.plcsim.physics;

import org.plantdeck.signal.Tag;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** How the PLCs make the published values of what they read, as far as the physics needs it. */
final class PublishedTags {

    private static final Map<Sensor, String> FED = new EnumMap<>(Sensor.class);
    private static final Map<String, ToDoubleFunction<Trace.Second>> VALUES = new LinkedHashMap<>();

    static {
        feed(Sensor.BOTTLES_FILLED, "line1/production_count");
        feed(Sensor.BOTTLES_INSPECTED, "line1/inspected_count");
        feed(Sensor.REJECTS_UNDERFILLED, "line1/rejects.underfilled");
        feed(Sensor.REJECTS_CAP, "line1/rejects.cap");
        feed(Sensor.REJECTS_LABEL, "line1/rejects.label");
        feed(Sensor.CASES_PACKED, "line1/cases");
        feed(Sensor.DRIVE_TRIPPED, "line1/state");
        feed(Sensor.CAP_FEEDER_JAMMED, "line1/interlock");
        feed(Sensor.ENERGY_TOTAL, "energy/energy_total");
        feed(Sensor.EXPECTED_POWER, "energy/efficiency");
        feed(Sensor.AIR_VELOCITY, "environment/comfort_index");
        feed(Sensor.PEOPLE, "environment/people");
        feed(Sensor.AHU_FAILED, "environment/ahu.state");
        for (Sensor sensor : Sensor.values()) {
            PublishedSensors.tag(sensor)
                    .map(Tag::name)
                    .ifPresent(tag -> {
                        FED.put(sensor, tag);
                        VALUES.put(tag, it -> it.get(sensor));
                    });
        }
        VALUES.put("factory/energy/efficiency", PublishedTags::efficiency);
        VALUES.put("factory/energy/power_factor", PublishedTags::powerFactor);
        VALUES.put("factory/energy/apparent_power", PublishedTags::apparent);
        VALUES.put("factory/environment/air_quality.index", it -> it.get(Sensor.HALL_CO2));
        VALUES.put("factory/line1/good_count", PublishedTags::good);
        VALUES.put(
                "factory/line1/quality_rate",
                it -> good(it) / Math.max(1, it.get(Sensor.BOTTLES_INSPECTED)));
    }

    private PublishedTags() {}

    private static void feed(Sensor sensor, String tag) {
        FED.put(sensor, "factory/" + tag);
        VALUES.put("factory/" + tag, it -> it.get(sensor));
    }

    /** The tag that a sensor feeds first of all. */
    static String fedBy(Sensor sensor) {
        return FED.getOrDefault(sensor, sensor + " feeds no tag");
    }

    /** Whether this class knows the value of a tag. */
    static boolean knows(String tag) {
        return VALUES.containsKey(tag);
    }

    static ToDoubleFunction<Trace.Second> value(String tag) {
        return VALUES.get(tag);
    }

    static double efficiency(Trace.Second of) {
        return 100 * of.get(Sensor.EXPECTED_POWER) / of.get(Sensor.ACTIVE_POWER);
    }

    static double powerFactor(Trace.Second of) {
        return of.get(Sensor.ACTIVE_POWER) / apparent(of);
    }

    /** √3 · U · I of the mean line voltage and the mean current, kVA. */
    static double apparent(Trace.Second of) {
        double voltage =
                of.get(Sensor.VOLTAGE_L1) + of.get(Sensor.VOLTAGE_L2) + of.get(Sensor.VOLTAGE_L3);
        double current =
                of.get(Sensor.CURRENT_L1) + of.get(Sensor.CURRENT_L2) + of.get(Sensor.CURRENT_L3);
        return Math.sqrt(3) * voltage / 3 * current / 3 / 1000;
    }

    private static double good(Trace.Second of) {
        return of.get(Sensor.BOTTLES_INSPECTED)
                - of.get(Sensor.REJECTS_UNDERFILLED)
                - of.get(Sensor.REJECTS_CAP)
                - of.get(Sensor.REJECTS_LABEL);
    }
}
