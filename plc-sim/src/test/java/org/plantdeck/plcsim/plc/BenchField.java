package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.Actuator;
import org.plantdeck.plcsim.physics.FieldBus;
import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.physics.Sensor;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Inputs and outputs on a work bench: a test sets the ones and reads the others. */
final class BenchField implements FieldBus {

    static final Instant START = Instant.parse("2026-11-20T06:10:00Z");

    private final Map<Sensor, Double> inputs = new EnumMap<>(Sensor.class);
    private final Map<Actuator, Double> outputs = new EnumMap<>(Actuator.class);
    private PlantTime time = new PlantTime("bench", START, 0);

    BenchField() {
        set(Sensor.TANK_LEVEL, 65).set(Sensor.CAP_HOPPER_LEVEL, 80);
        set(Sensor.VOLTAGE_L1, 400).set(Sensor.VOLTAGE_L2, 400).set(Sensor.VOLTAGE_L3, 400);
        set(Sensor.CURRENT_L1, 180).set(Sensor.CURRENT_L2, 180).set(Sensor.CURRENT_L3, 180);
        set(Sensor.FREQUENCY, 50).set(Sensor.ACTIVE_POWER, 100).set(Sensor.REACTIVE_POWER, 60);
        set(Sensor.EXPECTED_POWER, 90).set(Sensor.RECEIVER_PRESSURE, 7);
        set(Sensor.BOWL_PRESSURE, LineProgram.BOWL_PRESSURE);
        set(Sensor.HALL_TEMPERATURE, 23).set(Sensor.HALL_HUMIDITY, 48);
        set(Sensor.RADIANT_TEMPERATURE, 23).set(Sensor.AIR_VELOCITY, 0.1);
        set(Sensor.HALL_CO2, 600).set(Sensor.FAN_SPEED, 65).set(Sensor.PEOPLE, 14);
    }

    BenchField set(Sensor sensor, double value) {
        inputs.put(sensor, value);
        return this;
    }

    double output(Actuator actuator) {
        return outputs.getOrDefault(actuator, Double.NaN);
    }

    /** One tick; the line turns as its drive is told to. */
    void tick() {
        time = time.next();
        set(Sensor.LINE_SPEED, outputs.getOrDefault(Actuator.DRIVE_SPEED, 0.0));
    }

    /** Sets the clock to a time of the calendar's first day, such as 08:00. */
    void clock(int hour, int minute) {
        long minutesFromStart = hour * 60L + minute - (6 * 60 + 10);
        time = new PlantTime("bench", START, minutesFromStart * 600);
    }

    @Override
    public PlantTime time() {
        return time;
    }

    @Override
    public double read(Sensor sensor) {
        return inputs.getOrDefault(sensor, 0.0);
    }

    @Override
    public void write(Actuator actuator, double value) {
        outputs.put(actuator, value);
    }
}
