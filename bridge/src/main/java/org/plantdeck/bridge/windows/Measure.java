package org.plantdeck.bridge.windows;

import static org.plantdeck.signal.FactorySource.ENERGY;
import static org.plantdeck.signal.FactorySource.ENVIRONMENT;
import static org.plantdeck.signal.FactorySource.LINE;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers the bridge takes out of a reading, in the order they are kept in the table of open
 * readings. A number the reading does not have is not-a-number.
 */
public enum Measure {
    PRODUCTION_COUNT(LINE, "production_count"),
    LINE_SPEED(LINE, "line_speed"),
    BEARING_TEMPERATURE(LINE, "temperature"),
    VIBRATION(LINE, "vibration"),
    QUALITY(LINE, "quality_rate"),
    TANK_LEVEL(LINE, "tank.level"),
    /** 1 while the line is running, 0 in any other state. */
    RUNNING(LINE, "status") {
        @Override
        double in(Leaves values) {
            return values.text("status").equals("running") ? 1 : 0;
        }
    },
    POWER(ENERGY, "power_consumption"),
    EFFICIENCY(ENERGY, "efficiency"),
    POWER_FACTOR(ENERGY, "power_factor"),
    REACTIVE_POWER(ENERGY, "reactive_power"),
    ENERGY_TOTAL(ENERGY, "energy_total"),
    DEMAND(ENERGY, "demand"),
    /** Demand in % of the demand limit. */
    DEMAND_SHARE(ENERGY, "demand") {
        @Override
        double in(Leaves values) {
            double limitKw = values.get("demand_limit").asDouble();
            return limitKw > 0 ? 100 * super.in(values) / limitKw : Double.NaN;
        }
    },
    FREQUENCY(ENERGY, "frequency"),
    VOLTAGE_L1(ENERGY, "voltages.L1"),
    VOLTAGE_L2(ENERGY, "voltages.L2"),
    VOLTAGE_L3(ENERGY, "voltages.L3"),
    COMPRESSOR_POWER(ENERGY, "loads.compressor"),
    COMPRESSOR_LOAD_SHARE(ENERGY, "compressor.load_share"),
    AIR_FLOW(ENERGY, "compressor.air_flow"),
    RECEIVER_PRESSURE(ENERGY, "compressor.pressure"),
    CAPACITOR_STAGES(ENERGY, "capacitor.stages"),
    CAPACITOR_POWER(ENERGY, "capacitor.power"),
    HALL_TEMPERATURE(ENVIRONMENT, "temperature"),
    AIR_QUALITY(ENVIRONMENT, "air_quality.index"),
    CO2(ENVIRONMENT, "co2_level"),
    COMFORT(ENVIRONMENT, "comfort_index"),
    FILTER_PRESSURE(ENVIRONMENT, "ahu.filter_pressure"),
    FAN_SPEED(ENVIRONMENT, "ahu.fan_speed"),
    SUPPLY_FLOW(ENVIRONMENT, "ahu.supply_flow"),
    OUTDOOR_TEMPERATURE(ENVIRONMENT, "outdoor.temperature");

    private static final Map<FactorySource, List<Measure>> BY_SOURCE =
            new EnumMap<>(FactorySource.class);

    private static final Map<Measure, Integer> PLACES = new EnumMap<>(Measure.class);

    static {
        for (FactorySource source : FactorySource.values()) {
            List<Measure> measures =
                    Arrays.stream(values()).filter(measure -> measure.source == source).toList();
            BY_SOURCE.put(source, measures);
            measures.forEach(measure -> PLACES.put(measure, measures.indexOf(measure)));
        }
    }

    private final FactorySource source;
    private final String key;

    Measure(FactorySource source, String key) {
        this.source = source;
        this.key = key;
    }

    /** The source whose readings hold it. */
    public FactorySource source() {
        return source;
    }

    /** The full name of the tag it is read from: {@code factory/energy/voltages.L1}. */
    public String tag() {
        return source.topic() + "/" + key;
    }

    /** The measures of a source, in the order they are kept. */
    static List<Measure> of(FactorySource source) {
        return BY_SOURCE.getOrDefault(source, List.of());
    }

    /** The place among the measures of its source. */
    int index() {
        return PLACES.getOrDefault(this, 0);
    }

    /** The number in a reading's values; not-a-number where there is none. */
    double in(Leaves values) {
        return values.get(key).asDouble();
    }
}
