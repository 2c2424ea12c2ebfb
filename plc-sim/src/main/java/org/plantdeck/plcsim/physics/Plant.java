package org.plantdeck.plcsim.physics;

import java.time.Instant;
import java.util.List;

/**
 * The bottling hall: one state, advanced in steps of {@link PlantTime#TICK}. The same parameters,
 * seed, start, outputs and faults give the same readings bit for bit. Threads: one.
 */
public final class Plant implements FieldBus {

    private final ProcessImage<Sensor> readings = new ProcessImage<>("sensor", Sensor.values());
    private final ProcessImage<Actuator> outputs =
            new ProcessImage<>("actuator", Actuator.values());
    private PlantTime time;

    /**
     * A warm plant in steady production.
     *
     * @param parameters of the physics
     * @param seed of every disturbance
     * @param time where it stands; the shift calendar is anchored to its start
     */
    public Plant(PlantParameters parameters, long seed, PlantTime time) {
        this.time = time;
    }

    /** Advances the plant by one tick. */
    public void step() {
        time = time.next();
    }

    /**
     * Gives the plant a fault; one of the same kind on the same sensor is replaced.
     *
     * @param at simulated time its onset counts from
     */
    public void inject(Fault fault, Instant at) {}

    /** Ends every fault of a kind, also one that has not begun. */
    public void end(FaultKind kind) {}

    /** The faults that act or will act, in the order they were given. */
    public List<ActiveFault> faults() {
        return List.of();
    }

    @Override
    public PlantTime time() {
        return time;
    }

    @Override
    public double read(Sensor sensor) {
        return readings.get(sensor);
    }

    @Override
    public void write(Actuator actuator, double value) {
        outputs.set(actuator, value);
    }

    /** Carries the whole state, with its random streams and faults, into or out of a snapshot. */
    public void archive(StateArchive archive) {
        readings.archive(archive);
        outputs.archive(archive);
    }
}
