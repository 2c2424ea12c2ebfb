package org.plantdeck.plcsim.physics;

/** What the PLCs' outputs stand at in steady production, before a PLC has written any. */
final class WarmStart {

    /** Speed of supply pump P1, %. */
    static final double PUMP = 75;

    /** Opening of valve FV1, %. */
    static final double VALVE = 55;

    /** Speed of the supply fan, %. */
    static final double FAN = 86;

    /** Opening of the outdoor air damper, %. */
    static final double DAMPER = 72;

    private final PlantParameters parameters;

    WarmStart(PlantParameters parameters) {
        this.parameters = parameters;
    }

    void set(ProcessImage<Actuator> outputs) {
        outputs.set(Actuator.DRIVE_SPEED, parameters.drive().nominalSpeed());
        outputs.set(Actuator.BOWL_PRESSURE_SETPOINT, parameters.filler().bowlPressure());
        outputs.set(Actuator.PURGE, 1);
        outputs.set(Actuator.SHRINK_TUNNEL, 1);
        outputs.set(Actuator.PUMP_SPEED_REFERENCE, PUMP);
        outputs.set(Actuator.VALVE_REFERENCE, VALVE);
        outputs.set(Actuator.CAPACITOR_STAGES, 2);
        outputs.set(Actuator.COMPRESSOR_RUN, 1);
        outputs.set(Actuator.FAN_SPEED_REFERENCE, FAN);
        outputs.set(Actuator.DAMPER_REFERENCE, DAMPER);
        outputs.set(Actuator.LIGHTING, 100);
    }
}
