package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.Actuator;
import org.plantdeck.plcsim.physics.Plant;
import org.plantdeck.plcsim.physics.Sensor;
import org.plantdeck.signal.FactorySource;

/**
 * What keeps the plant safe where a PLC is missing. Without PLC1 the line stands and the tank is
 * shut. Without PLC2 the compressor runs by its own pressure switch, as it does beside any PLC, and
 * the capacitors are out. Without PLC3 the hall gets a little air, no heating or cooling, and
 * light.
 */
final class SafeOutputs {

    private static final double SWITCH_ON_BAR = 6.8;
    private static final double SWITCH_OFF_BAR = 7.4;

    private SafeOutputs() {}

    /** The outputs in the place of a PLC that has never been heard of. */
    static void write(FactorySource plc, Plant plant) {
        switch (plc) {
            case LINE -> {
                plant.write(Actuator.DRIVE_SPEED, 0);
                plant.write(Actuator.DRIVE_RESET, 0);
                plant.write(Actuator.BOWL_PRESSURE_SETPOINT, 1.25);
                plant.write(Actuator.PURGE, 0);
                plant.write(Actuator.SHRINK_TUNNEL, 0);
                plant.write(Actuator.PUMP_SPEED_REFERENCE, 0);
                plant.write(Actuator.VALVE_REFERENCE, 0);
            }
            case ENERGY -> {
                plant.write(Actuator.CAPACITOR_STAGES, 0);
                pressureSwitch(plant);
            }
            case ENVIRONMENT -> {
                plant.write(Actuator.FAN_SPEED_REFERENCE, 35);
                plant.write(Actuator.DAMPER_REFERENCE, 30);
                plant.write(Actuator.COIL_REFERENCE, 0);
                plant.write(Actuator.LIGHTING, 100);
            }
        }
    }

    /** What a PLC that is gone does not have to hold: its other outputs stay as they were. */
    static void keep(FactorySource plc, Plant plant) {
        if (plc == FactorySource.ENERGY) {
            pressureSwitch(plant);
        }
    }

    private static void pressureSwitch(Plant plant) {
        double pressure = plant.read(Sensor.RECEIVER_PRESSURE);
        if (pressure < SWITCH_ON_BAR) {
            plant.write(Actuator.COMPRESSOR_RUN, 1);
            plant.write(Actuator.COMPRESSOR_LOAD, 1);
        } else if (pressure > SWITCH_OFF_BAR) {
            plant.write(Actuator.COMPRESSOR_LOAD, 0);
        }
    }
}
