package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.Actuator;
import org.plantdeck.plcsim.physics.FieldBus;
import org.plantdeck.plcsim.physics.Sensor;
import org.plantdeck.plcsim.physics.StateArchive;

import java.util.Optional;

/**
 * Runs the air handling unit. Automatic: a controller of the hall temperature moves the coil from
 * full heating to full cooling, carbon dioxide opens the damper, and the fan follows whichever asks
 * for more; during the night's cleaning the temperature may float between set-back limits at low
 * fan speed, and the half hour before the first shift brings it back. Off: all closed. Manual: fan
 * at a fixed speed, damper as asked, temperature still controlled. No coil without air. Threads:
 * one.
 */
final class AirHandling {

    private static final double CO2_LOW = 600;
    private static final double CO2_HIGH = 950;
    private static final double LEAST_DAMPER = 30;
    private static final double LEAST_FAN = 65;
    private static final double NIGHT_FAN = 35;
    private static final double NIGHT_HEATS_BELOW = 18;
    private static final double NIGHT_COOLS_ABOVE = 27;
    private static final double MANUAL_FAN = 80;
    private static final double AIR_MOVES_ABOVE = 10;
    private static final double HELPS_FROM = 60;

    /** What the operator wants of the unit. */
    enum Mode {
        AUTOMATIC("automatic"),
        OFF("off"),
        MANUAL("manual");

        private final String word;

        Mode(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static Optional<Mode> ofWord(String word) {
            for (Mode mode : values()) {
                if (mode.word.equals(word)) {
                    return Optional.of(mode);
                }
            }
            return Optional.empty();
        }
    }

    private final PiController temperature = new PiController(25, 900, -100, 100, 0);
    private Mode mode = Mode.AUTOMATIC;
    private double setpoint = 23;
    private double askedDamper = LEAST_DAMPER;
    private double coil;
    private boolean failed;
    private double fanSpeed;

    /**
     * One scan.
     *
     * @param atWork whether the hall is to be fit to work in
     */
    void scan(FieldBus field, boolean atWork) {
        failed = field.read(Sensor.AHU_FAILED) > 0.5;
        fanSpeed = field.read(Sensor.FAN_SPEED);
        double co2Share =
                Math.clamp((field.read(Sensor.HALL_CO2) - CO2_LOW) / (CO2_HIGH - CO2_LOW), 0, 1);
        coil = coil(field.read(Sensor.HALL_TEMPERATURE), atWork || mode == Mode.MANUAL);
        field.write(Actuator.FAN_SPEED_REFERENCE, fan(co2Share, atWork));
        field.write(Actuator.DAMPER_REFERENCE, damper(co2Share));
        field.write(Actuator.COIL_REFERENCE, coil);
    }

    private double coil(double hall, boolean atWork) {
        boolean floats = !atWork && hall >= NIGHT_HEATS_BELOW && hall <= NIGHT_COOLS_ABOVE;
        if (mode == Mode.OFF || floats || fanSpeed < AIR_MOVES_ABOVE) {
            temperature.reset(0);
            return 0;
        }
        double goal = atWork ? setpoint : Math.clamp(hall, NIGHT_HEATS_BELOW, NIGHT_COOLS_ABOVE);
        return temperature.step(hall - goal, 0);
    }

    private double fan(double co2Share, boolean atWork) {
        double coilShare = Math.clamp((Math.abs(coil) - HELPS_FROM) / (100 - HELPS_FROM), 0, 1);
        double base = atWork ? LEAST_FAN : NIGHT_FAN;
        return switch (mode) {
            case OFF -> 0;
            case MANUAL -> MANUAL_FAN;
            case AUTOMATIC -> base + (100 - base) * Math.max(co2Share, coilShare);
        };
    }

    private double damper(double co2Share) {
        return switch (mode) {
            case OFF -> 0;
            case MANUAL -> askedDamper;
            case AUTOMATIC -> LEAST_DAMPER + (100 - LEAST_DAMPER) * co2Share;
        };
    }

    void mode(Mode wanted) {
        mode = wanted;
    }

    Mode mode() {
        return mode;
    }

    void setpoint(double celsius) {
        setpoint = celsius;
    }

    double setpoint() {
        return setpoint;
    }

    void damperByHand(double percent) {
        askedDamper = percent;
    }

    /** Coil valve: cooling positive, heating negative, %. */
    double coil() {
        return coil;
    }

    /** The word as published: running, stopped or failed. */
    String state() {
        if (failed) {
            return "failed";
        }
        return fanSpeed > 1 ? "running" : "stopped";
    }

    void archive(StateArchive archive) {
        temperature.archive(archive, "ahu.temperature");
        mode = Mode.valueOf(archive.text("ahu.mode", mode.name()));
        setpoint = archive.number("ahu.setpoint", setpoint);
        askedDamper = archive.number("ahu.damper", askedDamper);
        coil = archive.number("ahu.coil", coil);
        failed = archive.whole("ahu.failed", failed ? 1 : 0) == 1;
        fanSpeed = archive.number("ahu.fan_speed", fanSpeed);
    }
}
