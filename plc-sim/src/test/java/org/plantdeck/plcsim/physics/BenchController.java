package org.plantdeck.plcsim.physics;

/**
 * Stands in for the three PLCs on the test bench: closes the loops well enough to run for weeks,
 * and does nothing else that a PLC does. Scans once a second, the compressor every tick.
 */
final class BenchController {

    private static final int SECOND = 10;
    private static final double STAGE = 10;

    private final Plant plant;
    private final ShiftCalendar calendar;
    private double speed = 105;
    private double coil;
    private boolean warm;
    private boolean load;
    private boolean starved;
    private double stages = 2;
    private int low;
    private int high;

    BenchController(Plant plant) {
        this.plant = plant;
        this.calendar = new ShiftCalendar(plant.time().start());
    }

    /** The speed the line runs at in production from now on, bottles a minute. */
    void speed(double bottlesPerMinute) {
        speed = bottlesPerMinute;
    }

    /** Controls and steps the plant until a tick. */
    void runTo(long tick) {
        while (plant.time().tick() < tick) {
            scan();
            plant.step();
        }
    }

    /** One scan of all three. */
    void scan() {
        if (plant.time().tick() % SECOND == 0) {
            ShiftPhase phase = calendar.phaseAt(plant.time().now());
            line(phase);
            climate(phase);
            capacitors();
        }
        double pressure = plant.read(Sensor.RECEIVER_PRESSURE);
        load = pressure < 6.8 || (load && pressure < 7.4);
        plant.write(Actuator.COMPRESSOR_LOAD, load ? 1 : 0);
    }

    private void line(ShiftPhase phase) {
        double level = plant.read(Sensor.TANK_LEVEL);
        starved = level < 8 || (starved && level < 20);
        boolean fed =
                plant.read(Sensor.CAP_FEEDER_JAMMED) == 0
                        && plant.read(Sensor.CAP_HOPPER_LEVEL) > 0.5;
        boolean runs = phase == ShiftPhase.PRODUCTION && fed && !starved;
        plant.write(Actuator.DRIVE_SPEED, runs ? speed : 0);
        plant.write(Actuator.DRIVE_RESET, plant.read(Sensor.DRIVE_TRIPPED));
        plant.write(Actuator.PURGE, runs ? 1 : 0);
        plant.write(Actuator.SHRINK_TUNNEL, phase == ShiftPhase.PRODUCTION ? 1 : 0);
        double wanted = plant.read(Sensor.TANK_OUTFLOW) + 0.25 * (65 - level);
        double valve = Math.max(0, Math.min(100, wanted * 17));
        plant.write(Actuator.VALVE_REFERENCE, valve);
        plant.write(Actuator.PUMP_SPEED_REFERENCE, valve > 1 ? 75 : 0);
    }

    private void climate(ShiftPhase phase) {
        boolean night = phase == ShiftPhase.CLEANING;
        double error = plant.read(Sensor.HALL_TEMPERATURE) - 23;
        if (!warm) {
            warm = true;
            coil = plant.actuator(Actuator.COIL_REFERENCE);
        }
        coil = Math.max(-100, Math.min(100, coil + 0.02 * error));
        plant.write(Actuator.COIL_REFERENCE, night ? 0 : coil + 25 * error);
        double stale = Math.clamp((plant.read(Sensor.HALL_CO2) - 600) / 350, 0, 1);
        double base = night ? 35 : 65;
        plant.write(Actuator.FAN_SPEED_REFERENCE, base + (100 - base) * stale);
        plant.write(Actuator.DAMPER_REFERENCE, 30 + 70 * stale);
    }

    private void capacitors() {
        double reactive = plant.read(Sensor.REACTIVE_POWER);
        low = factor(reactive) < 0.86 && reactive > STAGE / 2 ? low + 1 : 0;
        boolean ample = reactive < -STAGE / 2 || factor(reactive + STAGE) > 0.89;
        high = ample ? high + 1 : 0;
        if (low >= 15 && stages < 4) {
            switchTo(stages + 1);
        } else if (high >= 60 && stages > 0) {
            switchTo(stages - 1);
        }
        plant.write(Actuator.CAPACITOR_STAGES, stages);
    }

    private double factor(double reactive) {
        double active = plant.read(Sensor.ACTIVE_POWER);
        return active / Math.sqrt(active * active + reactive * reactive);
    }

    private void switchTo(double wanted) {
        stages = wanted;
        low = 0;
        high = 0;
    }
}
