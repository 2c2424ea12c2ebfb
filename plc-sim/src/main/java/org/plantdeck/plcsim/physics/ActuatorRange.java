package org.plantdeck.plcsim.physics;

/** What an actuator can be told. */
record ActuatorRange(double low, double high) {

    private static final ActuatorRange SWITCH = new ActuatorRange(0, 1);
    private static final ActuatorRange PERCENT = new ActuatorRange(0, 100);

    static ActuatorRange of(Actuator actuator) {
        return switch (actuator) {
            case DRIVE_SPEED -> new ActuatorRange(0, 1000);
            case BOWL_PRESSURE_SETPOINT -> new ActuatorRange(0, 10);
            case CAPACITOR_STAGES -> new ActuatorRange(0, 4);
            case COIL_REFERENCE -> new ActuatorRange(-100, 100);
            case DRIVE_RESET, PURGE, SHRINK_TUNNEL, COMPRESSOR_RUN, COMPRESSOR_LOAD -> SWITCH;
            case PUMP_SPEED_REFERENCE,
                    VALVE_REFERENCE,
                    FAN_SPEED_REFERENCE,
                    DAMPER_REFERENCE,
                    LIGHTING ->
                    PERCENT;
        };
    }

    double limited(Actuator actuator, double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException(actuator + " is told no number");
        }
        return Math.max(low, Math.min(high, value));
    }
}
