package org.plantdeck.plcsim.physics;

import java.time.Duration;
import java.util.Optional;

/**
 * A fault as data: what goes wrong, how badly, when and for how long.
 *
 * @param kind what goes wrong
 * @param sensor the sensor that is affected; present for the three kinds of sensor fault alone
 * @param size how badly, in the unit of {@link FaultKind#size()}
 * @param onset time from its injection until it begins
 * @param duration how long it lasts; empty where it stays until it is ended
 */
public record Fault(
        FaultKind kind,
        Optional<Sensor> sensor,
        double size,
        Duration onset,
        Optional<Duration> duration) {

    /**
     * Checks the fault.
     *
     * @throws IllegalArgumentException with one sentence, when a part of it is out of range
     */
    public Fault {
        FaultSize range = kind.size();
        if (!(size >= range.min() && size <= range.max())) {
            throw new IllegalArgumentException(
                    "the size of fault %s is %s, must be between %s and %s %s (%s)"
                            .formatted(
                                    kind.word(),
                                    FaultText.number(size),
                                    FaultText.number(range.min()),
                                    FaultText.number(range.max()),
                                    range.unit(),
                                    range.meaning()));
        }
        if (onset.isNegative()) {
            throw new IllegalArgumentException(
                    "the onset of fault "
                            + kind.word()
                            + " is "
                            + onset
                            + ", must not be negative");
        }
        if (duration.isPresent() && !duration.get().isPositive()) {
            throw new IllegalArgumentException(
                    "the duration of fault %s is %s, must be above zero"
                            .formatted(kind.word(), duration.get()));
        }
        if (sensor.isPresent() != kind.onSensor()) {
            throw new IllegalArgumentException(
                    kind.onSensor()
                            ? "fault " + kind.word() + " needs a sensor"
                            : "fault " + kind.word() + " takes no sensor");
        }
        sensor.ifPresent(it -> FaultText.requirePublished(kind, it));
    }

    /** A fault that acts on the physics. */
    public Fault(FaultKind kind, double size, Duration onset, Optional<Duration> duration) {
        this(kind, FaultText.standardSensor(kind), size, onset, duration);
    }

    /** A fault of its kind's standard size, on its standard sensor, at once and until ended. */
    public Fault(FaultKind kind) {
        this(kind, kind.size().standard(), Duration.ZERO, Optional.empty());
    }

    /**
     * Reads {@code KIND[@SENSOR][:size[:onset[:duration]]]}, as in {@code
     * compressor-leak:90:10m:2h} or {@code stuck-sensor@factory/line1/pressure}. An empty part
     * takes its standard; times are {@code 30s}, {@code 10m}, {@code 2h}, {@code 1d}, joined as in
     * {@code 1h30m}, or ISO-8601.
     *
     * @throws IllegalArgumentException with one sentence that says what is wrong and what could be
     */
    public static Fault parse(String text) {
        return FaultText.parse(text);
    }

    /** The fault as {@link #parse} reads it. */
    public String text() {
        return FaultText.of(this);
    }
}
