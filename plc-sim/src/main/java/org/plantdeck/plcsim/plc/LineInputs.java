package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.FieldBus;
import org.plantdeck.plcsim.physics.Sensor;

/**
 * What PLC1 decides by, as its inputs were at the start of a scan.
 *
 * @param counts the counters since the run began
 * @param speed bottles a minute
 * @param tripped whether the drive's protection has opened
 * @param capsLevel fill of the cap hopper, %
 * @param capsJammed whether caps do not come although there are some
 * @param tankLevel fill of tank T1, %
 * @param bearingTemperature °C
 * @param vibration mm/s
 * @param pressure bowl pressure, bar
 */
record LineInputs(
        LineCounts counts,
        double speed,
        boolean tripped,
        double capsLevel,
        boolean capsJammed,
        double tankLevel,
        double bearingTemperature,
        double vibration,
        double pressure) {

    static LineInputs read(FieldBus field) {
        return new LineInputs(
                LineCounts.read(field),
                field.read(Sensor.LINE_SPEED),
                field.read(Sensor.DRIVE_TRIPPED) > 0.5,
                field.read(Sensor.CAP_HOPPER_LEVEL),
                field.read(Sensor.CAP_FEEDER_JAMMED) > 0.5,
                field.read(Sensor.TANK_LEVEL),
                field.read(Sensor.BEARING_TEMPERATURE),
                field.read(Sensor.VIBRATION),
                field.read(Sensor.BOWL_PRESSURE));
    }
}
