package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.Actuator;
import org.plantdeck.plcsim.physics.FieldBus;
import org.plantdeck.plcsim.physics.Sensor;
import org.plantdeck.plcsim.physics.StateArchive;

/**
 * Keeps the level of tank T1: a slow controller of the level asks for a flow, what the filler takes
 * being known, and a fast one opens valve FV1 until that flow runs. The supply pump turns as fast
 * as the flow needs with the valve half open, and stops when next to nothing is wanted. Threads:
 * one.
 */
final class TankControl {

    /** Level to hold, %. */
    static final double LEVEL = 65;

    private static final double MOST_FLOW = 6;
    private static final double PUMP_STARTS_ABOVE = 0.2;
    private static final double PUMP_STOPS_BELOW = 0.05;

    private final PiController level = new PiController(0.25, 3_600, 0, MOST_FLOW, 0);
    private final PiController flow = new PiController(6, 8, 0, 100, 50);
    private boolean pumping = true;

    void scan(FieldBus field) {
        double outflow = field.read(Sensor.TANK_OUTFLOW);
        double wanted = level.step(LEVEL - field.read(Sensor.TANK_LEVEL), outflow);
        pumping = wanted > (pumping ? PUMP_STOPS_BELOW : PUMP_STARTS_ABOVE);
        if (pumping) {
            double opening = flow.step(wanted - field.read(Sensor.TANK_INFLOW), 0);
            field.write(Actuator.PUMP_SPEED_REFERENCE, Math.clamp(45 + 10 * wanted, 0, 100));
            field.write(Actuator.VALVE_REFERENCE, opening);
        } else {
            flow.reset(0);
            field.write(Actuator.PUMP_SPEED_REFERENCE, 0);
            field.write(Actuator.VALVE_REFERENCE, 0);
        }
    }

    void archive(StateArchive archive) {
        level.archive(archive, "tank.level");
        flow.archive(archive, "tank.flow");
        pumping = archive.whole("tank.pumping", pumping ? 1 : 0) == 1;
    }
}
