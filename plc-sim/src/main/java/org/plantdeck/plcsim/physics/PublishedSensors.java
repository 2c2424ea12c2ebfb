package org.plantdeck.plcsim.physics;

import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagType;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which tag shows what a sensor reads, as it is. Counters of the whole run, switches and inputs
 * that only feed a computation have none. Threads: any.
 */
public final class PublishedSensors {

    private static final Map<Sensor, String> KEYS = new EnumMap<>(Sensor.class);

    static {
        KEYS.put(Sensor.LINE_SPEED, "line_speed");
        KEYS.put(Sensor.DRIVE_CURRENT, "motor_current");
        KEYS.put(Sensor.BEARING_TEMPERATURE, "temperature");
        KEYS.put(Sensor.VIBRATION, "vibration");
        KEYS.put(Sensor.BOWL_PRESSURE, "pressure");
        KEYS.put(Sensor.LINE_AIR_FLOW, "air_flow");
        KEYS.put(Sensor.CAP_HOPPER_LEVEL, "caps_level");
        KEYS.put(Sensor.TANK_LEVEL, "tank.level");
        KEYS.put(Sensor.TANK_INFLOW, "tank.inflow");
        KEYS.put(Sensor.TANK_OUTFLOW, "tank.outflow");
        KEYS.put(Sensor.VALVE_POSITION, "tank.valve");
        KEYS.put(Sensor.PUMP_SPEED, "tank.pump_speed");
        KEYS.put(Sensor.VOLTAGE_L1, "voltages.L1");
        KEYS.put(Sensor.VOLTAGE_L2, "voltages.L2");
        KEYS.put(Sensor.VOLTAGE_L3, "voltages.L3");
        KEYS.put(Sensor.CURRENT_L1, "currents.L1");
        KEYS.put(Sensor.CURRENT_L2, "currents.L2");
        KEYS.put(Sensor.CURRENT_L3, "currents.L3");
        KEYS.put(Sensor.ACTIVE_POWER, "power_consumption");
        KEYS.put(Sensor.REACTIVE_POWER, "reactive_power");
        KEYS.put(Sensor.FREQUENCY, "frequency");
        KEYS.put(Sensor.CAPACITOR_POWER, "capacitor.power");
        KEYS.put(Sensor.RECEIVER_PRESSURE, "compressor.pressure");
        KEYS.put(Sensor.AIR_FLOW, "compressor.air_flow");
        KEYS.put(Sensor.LOAD_LINE_DRIVES, "loads.line_drives");
        KEYS.put(Sensor.LOAD_SUPPLY_PUMP, "loads.supply_pump");
        KEYS.put(Sensor.LOAD_COMPRESSOR, "loads.compressor");
        KEYS.put(Sensor.LOAD_CHILLER, "loads.chiller");
        KEYS.put(Sensor.LOAD_AIR_HANDLING, "loads.air_handling");
        KEYS.put(Sensor.LOAD_SHRINK_TUNNEL, "loads.shrink_tunnel");
        KEYS.put(Sensor.LOAD_LIGHTING, "loads.lighting");
        KEYS.put(Sensor.LOAD_OFFICES, "loads.offices");
        KEYS.put(Sensor.LOAD_LOSSES, "loads.losses");
        KEYS.put(Sensor.HALL_TEMPERATURE, "temperature");
        KEYS.put(Sensor.HALL_HUMIDITY, "humidity");
        KEYS.put(Sensor.HALL_CO2, "co2_level");
        KEYS.put(Sensor.HALL_PM25, "pm25");
        KEYS.put(Sensor.HALL_NOISE, "noise_level");
        KEYS.put(Sensor.RADIANT_TEMPERATURE, "radiant_temperature");
        KEYS.put(Sensor.MACHINE_HEAT, "machine_heat");
        KEYS.put(Sensor.OUTDOOR_TEMPERATURE, "outdoor.temperature");
        KEYS.put(Sensor.OUTDOOR_HUMIDITY, "outdoor.humidity");
        KEYS.put(Sensor.FILTER_PRESSURE, "ahu.filter_pressure");
        KEYS.put(Sensor.FAN_SPEED, "ahu.fan_speed");
        KEYS.put(Sensor.SUPPLY_TEMPERATURE, "ahu.supply_temperature");
        KEYS.put(Sensor.SUPPLY_FLOW, "ahu.supply_flow");
        KEYS.put(Sensor.OUTDOOR_FLOW, "ahu.outdoor_flow");
        KEYS.put(Sensor.DAMPER_POSITION, "ahu.damper");
    }

    private PublishedSensors() {}

    /** The tag of a sensor, if what it reads is published as it is. */
    public static Optional<Tag> tag(Sensor sensor) {
        return Optional.ofNullable(KEYS.get(sensor))
                .flatMap(key -> FactoryTags.named(sensor.plc().topic() + "/" + key))
                .filter(tag -> tag.type() == TagType.NUMBER);
    }

    /** The sensor a name means: a tag such as {@code factory/line1/pressure}. */
    static Optional<Sensor> named(String tagName) {
        return KEYS.keySet().stream()
                .filter(sensor -> tag(sensor).map(Tag::name).orElse("").equals(tagName))
                .findFirst();
    }
}
