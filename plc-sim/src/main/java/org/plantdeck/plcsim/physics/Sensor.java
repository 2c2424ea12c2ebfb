package org.plantdeck.plcsim.physics;

import org.plantdeck.signal.FactorySource;

import java.util.Arrays;
import java.util.List;

/**
 * What the PLCs' input cards see of the plant. Counters and switches are numbers too, as in a
 * process image.
 */
public enum Sensor {
    /** Bottles out of the filler since the run began, a counter. */
    BOTTLES_FILLED(FactorySource.LINE),
    /** Bottles past inspection since the run began, a counter. */
    BOTTLES_INSPECTED(FactorySource.LINE),
    /** Bottles rejected as underfilled since the run began, a counter. */
    REJECTS_UNDERFILLED(FactorySource.LINE),
    /** Bottles rejected for their cap since the run began, a counter. */
    REJECTS_CAP(FactorySource.LINE),
    /** Bottles rejected for their label since the run began, a counter. */
    REJECTS_LABEL(FactorySource.LINE),
    /** Cases of 12 packed since the run began, a counter. */
    CASES_PACKED(FactorySource.LINE),
    /** Speed of the filler, bottles a minute. */
    LINE_SPEED(FactorySource.LINE),
    /** Current of the main drive, A. */
    DRIVE_CURRENT(FactorySource.LINE),
    /** 1 when the main drive's protection has opened, else 0. */
    DRIVE_TRIPPED(FactorySource.LINE),
    /** Housing temperature of the main drive's bearing, °C. */
    BEARING_TEMPERATURE(FactorySource.LINE),
    /** Vibration velocity of the main drive, mm/s rms. */
    VIBRATION(FactorySource.LINE),
    /** Gauge pressure in the filler bowl, bar. */
    BOWL_PRESSURE(FactorySource.LINE),
    /** Compressed air the line takes, m³/h at normal conditions. */
    LINE_AIR_FLOW(FactorySource.LINE),
    /** Fill of the cap hopper, %. */
    CAP_HOPPER_LEVEL(FactorySource.LINE),
    /** 1 while caps do not come although the hopper has some, else 0. */
    CAP_FEEDER_JAMMED(FactorySource.LINE),
    /** Level of product tank T1, %. */
    TANK_LEVEL(FactorySource.LINE),
    /** Flow through valve FV1, m³/h. */
    TANK_INFLOW(FactorySource.LINE),
    /** Flow to the filler, m³/h. */
    TANK_OUTFLOW(FactorySource.LINE),
    /** Opening of valve FV1, %. */
    VALVE_POSITION(FactorySource.LINE),
    /** Speed of supply pump P1, %. */
    PUMP_SPEED(FactorySource.LINE),
    /** Voltage between L1 and L2, V. */
    VOLTAGE_L1(FactorySource.ENERGY),
    /** Voltage between L2 and L3, V. */
    VOLTAGE_L2(FactorySource.ENERGY),
    /** Voltage between L3 and L1, V. */
    VOLTAGE_L3(FactorySource.ENERGY),
    /** Current in L1 at the infeed, A. */
    CURRENT_L1(FactorySource.ENERGY),
    /** Current in L2 at the infeed, A. */
    CURRENT_L2(FactorySource.ENERGY),
    /** Current in L3 at the infeed, A. */
    CURRENT_L3(FactorySource.ENERGY),
    /** Active power at the infeed, kW. */
    ACTIVE_POWER(FactorySource.ENERGY),
    /** Reactive power at the infeed, kvar. */
    REACTIVE_POWER(FactorySource.ENERGY),
    /** Grid frequency, Hz. */
    FREQUENCY(FactorySource.ENERGY),
    /** Energy meter at the infeed, kWh since commissioning. */
    ENERGY_TOTAL(FactorySource.ENERGY),
    /** Power a sound plant would take for the work done now, kW. */
    EXPECTED_POWER(FactorySource.ENERGY),
    /** Reactive power the capacitor bank gives, kvar. */
    CAPACITOR_POWER(FactorySource.ENERGY),
    /** Gauge pressure in the air receiver, bar. */
    RECEIVER_PRESSURE(FactorySource.ENERGY),
    /** Air taken from the receiver, m³/h at normal conditions. */
    AIR_FLOW(FactorySource.ENERGY),
    /** Power of the line's drives, kW. */
    LOAD_LINE_DRIVES(FactorySource.ENERGY),
    /** Power of supply pump P1, kW. */
    LOAD_SUPPLY_PUMP(FactorySource.ENERGY),
    /** Power of the air compressor, kW. */
    LOAD_COMPRESSOR(FactorySource.ENERGY),
    /** Power of the chiller, kW. */
    LOAD_CHILLER(FactorySource.ENERGY),
    /** Power of the supply fan, kW. */
    LOAD_AIR_HANDLING(FactorySource.ENERGY),
    /** Power of the shrink tunnel, kW. */
    LOAD_SHRINK_TUNNEL(FactorySource.ENERGY),
    /** Power of the hall lighting, kW. */
    LOAD_LIGHTING(FactorySource.ENERGY),
    /** Power of the offices, kW, on one phase. */
    LOAD_OFFICES(FactorySource.ENERGY),
    /** Transformer, feeder and everything else, kW. */
    LOAD_LOSSES(FactorySource.ENERGY),
    /** Air temperature of the hall, °C. */
    HALL_TEMPERATURE(FactorySource.ENVIRONMENT),
    /** Relative humidity of the hall, %. */
    HALL_HUMIDITY(FactorySource.ENVIRONMENT),
    /** Carbon dioxide in the hall, ppm. */
    HALL_CO2(FactorySource.ENVIRONMENT),
    /** Fine dust in the hall, µg/m³. */
    HALL_PM25(FactorySource.ENVIRONMENT),
    /** Noise in the hall, dB(A). */
    HALL_NOISE(FactorySource.ENVIRONMENT),
    /** Mean radiant temperature of the hall, °C. */
    RADIANT_TEMPERATURE(FactorySource.ENVIRONMENT),
    /** Air velocity where people work, m/s. */
    AIR_VELOCITY(FactorySource.ENVIRONMENT),
    /** People in the hall, a count. */
    PEOPLE(FactorySource.ENVIRONMENT),
    /** Heat machines, lights and people give to the hall, kW. */
    MACHINE_HEAT(FactorySource.ENVIRONMENT),
    /** Outdoor air temperature, °C. */
    OUTDOOR_TEMPERATURE(FactorySource.ENVIRONMENT),
    /** Outdoor relative humidity, %. */
    OUTDOOR_HUMIDITY(FactorySource.ENVIRONMENT),
    /** Pressure drop over the supply filter, Pa. */
    FILTER_PRESSURE(FactorySource.ENVIRONMENT),
    /** Speed of the supply fan, %. */
    FAN_SPEED(FactorySource.ENVIRONMENT),
    /** 1 when the air handling unit reports a fault, else 0. */
    AHU_FAILED(FactorySource.ENVIRONMENT),
    /** Temperature of the supply air, °C. */
    SUPPLY_TEMPERATURE(FactorySource.ENVIRONMENT),
    /** Flow of supply air, m³/s. */
    SUPPLY_FLOW(FactorySource.ENVIRONMENT),
    /** Outdoor part of the supply air, m³/s. */
    OUTDOOR_FLOW(FactorySource.ENVIRONMENT),
    /** Opening of the outdoor air damper, %. */
    DAMPER_POSITION(FactorySource.ENVIRONMENT);

    private final FactorySource plc;

    Sensor(FactorySource plc) {
        this.plc = plc;
    }

    /** The PLC whose input this is. */
    public FactorySource plc() {
        return plc;
    }

    /** The inputs of one PLC, in their order. */
    public static List<Sensor> of(FactorySource plc) {
        return Arrays.stream(values()).filter(it -> it.plc == plc).toList();
    }
}
