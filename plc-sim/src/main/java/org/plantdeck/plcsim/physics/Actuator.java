package org.plantdeck.plcsim.physics;

import org.plantdeck.signal.FactorySource;

import java.util.Arrays;
import java.util.List;

/** What the PLCs' output cards move in the plant. */
public enum Actuator {
    /** Speed reference of the line, bottles a minute; 0 stands still. */
    DRIVE_SPEED(FactorySource.LINE),
    /** 1 to reset the drive's protection, else 0. */
    DRIVE_RESET(FactorySource.LINE),
    /** Set point of the bowl pressure regulator, bar. */
    BOWL_PRESSURE_SETPOINT(FactorySource.LINE),
    /** 1 while the filler purges with carbon dioxide, else 0. */
    PURGE(FactorySource.LINE),
    /** 1 while the shrink tunnel heats, else 0. */
    SHRINK_TUNNEL(FactorySource.LINE),
    /** Speed reference of supply pump P1, %. */
    PUMP_SPEED_REFERENCE(FactorySource.LINE),
    /** Opening reference of valve FV1, %. */
    VALVE_REFERENCE(FactorySource.LINE),
    /** Capacitor stages to have in, 0 to 4. */
    CAPACITOR_STAGES(FactorySource.ENERGY),
    /** 1 while the compressor motor is to run, else 0. */
    COMPRESSOR_RUN(FactorySource.ENERGY),
    /** 1 while the running compressor is to deliver air, else 0. */
    COMPRESSOR_LOAD(FactorySource.ENERGY),
    /** Speed reference of the supply fan, %. */
    FAN_SPEED_REFERENCE(FactorySource.ENVIRONMENT),
    /** Opening reference of the outdoor air damper, %. */
    DAMPER_REFERENCE(FactorySource.ENVIRONMENT),
    /** Coil valve, cooling positive, heating negative, -100 to 100 %. */
    COIL_REFERENCE(FactorySource.ENVIRONMENT),
    /** Hall lighting level, %. */
    LIGHTING(FactorySource.ENVIRONMENT);

    private final FactorySource plc;

    Actuator(FactorySource plc) {
        this.plc = plc;
    }

    /** The PLC whose output this is. */
    public FactorySource plc() {
        return plc;
    }

    /** The outputs of one PLC, in their order. */
    public static List<Actuator> of(FactorySource plc) {
        return Arrays.stream(values()).filter(it -> it.plc == plc).toList();
    }
}
