package org.plantdeck.plcsim.physics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What can go wrong in the plant. Faults act on the physics or on a sensor, never on a text. Which
 * published values each one moves is in docs/faults.md.
 */
public enum FaultKind {
    /** A defect of the main drive's bearing that grows; ending the fault is a new bearing. */
    BEARING_WEAR(
            "bearing-wear",
            "A race of the main drive's bearing is damaged, and the damage grows",
            new FaultSize(1.0, 0.1, 6, "mm/s", "vibration the defect adds when it begins")),
    /** The belt between drive and line slips. */
    BELT_SLIP(
            "belt-slip",
            "The belt between main drive and line slips",
            new FaultSize(8, 1, 60, "%", "speed lost in the belt")),
    /** The supply filter of the air handling unit is clogged. */
    CLOGGED_FILTER(
            "clogged-filter",
            "The supply filter of the air handling unit is clogged",
            new FaultSize(300, 20, 2000, "%", "resistance added to the filter's own")),
    /** One line conductor of the grid has no voltage. */
    PHASE_LOSS(
            "phase-loss",
            "A fuse of the incoming feeder opens and one phase is dead",
            new FaultSize(2, 1, 3, "phase", "which phase is lost, 1 to 3")),
    /** The grid's voltage is low on all phases. */
    VOLTAGE_DIP(
            "voltage-dip",
            "The grid's voltage falls on all phases",
            new FaultSize(12, 1, 60, "%", "voltage lost; from about 19 the main drive trips")),
    /** Stages of the capacitor bank give nothing. */
    CAPACITOR_FAILURE(
            "capacitor-failure",
            "The first stages of the capacitor bank are dead although switched in",
            new FaultSize(3, 1, 4, "stages", "how many stages give nothing")),
    /** Compressed air escapes. */
    COMPRESSOR_LEAK(
            "compressor-leak",
            "A pipe of the compressed air net leaks",
            new FaultSize(75, 5, 400, "m³/h", "air lost at 7 bar, at normal conditions")),
    /** The bowl pressure regulator is out of adjustment. */
    PRESSURE_REGULATOR_FAILURE(
            "pressure-regulator-failure",
            "The regulator of the filler bowl's pressure no longer holds its set point",
            new FaultSize(-0.2, -1, 0.6, "bar", "error of the pressure it holds")),
    /** The air handling unit's fan fails. */
    HVAC_FAILURE(
            "hvac-failure",
            "The fan of the air handling unit loses speed; at 100 the unit fails and says so",
            new FaultSize(100, 10, 100, "%", "fan speed lost")),
    /** Product no longer reaches the tank. */
    TANK_RUNNING_DRY(
            "tank-running-dry",
            "Product no longer reaches tank T1 through valve FV1",
            new FaultSize(100, 10, 100, "%", "supply lost")),
    /** Nobody fills the cap hopper. */
    CAP_FEEDER_EMPTY(
            "cap-feeder-empty",
            "The cap elevator has nothing left to lift and the hopper runs empty",
            new FaultSize(5, 0, 100, "%", "most that is left in the hopper when it begins")),
    /** Labels do not stick. */
    QUALITY_LOSS(
            "quality-loss",
            "A bad batch of labels: many do not stick",
            new FaultSize(5, 0.1, 50, "%", "share of the bottles that lose their label")),
    /** A sensor's reading stands still. */
    STUCK_SENSOR(
            "stuck-sensor",
            "A sensor goes on reading what it read",
            new FaultSize(0, -100, 100, "%", "jump when it sticks, of the tag's scale")),
    /** A sensor's reading drifts away. */
    DRIFTING_SENSOR(
            "drifting-sensor",
            "A sensor's reading drifts away from the truth",
            new FaultSize(5, -500, 500, "%/h", "drift, of the tag's scale")),
    /** A sensor's reading is noisy. */
    NOISY_SENSOR(
            "noisy-sensor",
            "A sensor's reading is noisy",
            new FaultSize(2, 0.1, 50, "%", "standard deviation of the noise, of the tag's scale"));

    private final String word;
    private final String failure;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers and texts
    private final FaultSize size;

    FaultKind(String word, String failure, FaultSize size) {
        this.word = word;
        this.failure = failure;
        this.size = size;
    }

    /** Its name in settings and on the command line, as in {@code compressor-leak}. */
    public String word() {
        return word;
    }

    /** What fails, one sentence without its full stop. */
    public String failure() {
        return failure;
    }

    /** What its size means. */
    public FaultSize size() {
        return size;
    }

    /** Whether it acts on one sensor, which the fault then names. */
    public boolean onSensor() {
        return this == STUCK_SENSOR || this == DRIFTING_SENSOR || this == NOISY_SENSOR;
    }

    /** The kind of a word, if there is one. */
    public static Optional<FaultKind> named(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }

    /** All words, for a sentence that offers them. */
    static String words() {
        return Arrays.stream(values()).map(FaultKind::word).collect(Collectors.joining(", "));
    }
}
