package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.Plant;
import org.plantdeck.plcsim.physics.PlantParameters;
import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.plc.ScanCycle;
import org.plantdeck.signal.FactorySource;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One run: the plant with the PLCs of this process, advanced tick by tick and saved or restored as
 * a whole. Equal seed, start and inputs at equal ticks give equal readings. Threads: one.
 */
final class PlantRun {

    private static final String PLANT = "plant";

    private final PlantParameters parameters;
    private final long seed;
    private final Map<FactorySource, ScanCycle> cycles = new EnumMap<>(FactorySource.class);
    private Plant plant;

    PlantRun(PlantParameters parameters, long seed, PlantTime time) {
        this.parameters = parameters;
        this.seed = seed;
        this.plant = new Plant(parameters, seed, time);
    }

    Plant plant() {
        return plant;
    }

    PlantTime time() {
        return plant.time();
    }

    /** Adds a PLC that scans from the next tick on. */
    void add(ScanCycle cycle) {
        cycles.put(cycle.source(), cycle);
    }

    /** Takes a PLC out; the plant keeps its outputs as they are. */
    void remove(FactorySource plc) {
        cycles.remove(plc);
    }

    /** The PLC of this process that scans a source, if one does. */
    Optional<ScanCycle> cycle(FactorySource plc) {
        return Optional.ofNullable(cycles.get(plc));
    }

    /** Advances the plant by a tick. */
    void advance() {
        plant.step();
    }

    /** Lets every PLC scan the tick. */
    void scan() {
        for (ScanCycle cycle : cycles.values()) {
            cycle.scan(plant);
        }
    }

    /** The state of the plant and its PLCs. */
    Snapshot save() {
        SequencedMap<String, Object> state = new LinkedHashMap<>();
        plant.archive(new SavingArchive(state, PLANT));
        cycles.forEach((plc, cycle) -> cycle.archive(new SavingArchive(state, plc.plcId())));
        PlantTime time = plant.time();
        return new Snapshot(time.run(), seed, time.start(), time.tick(), state);
    }

    /**
     * Takes the state of a snapshot, which must stand at this run's tick. A PLC the snapshot does
     * not know stays as it is.
     */
    void restore(Map<String, Object> state) {
        plant.archive(new RestoringArchive(state, PLANT));
        cycles.forEach((plc, cycle) -> {
            String prefix = plc.plcId() + "/";
            if (state.keySet().stream().anyMatch(name -> name.startsWith(prefix))) {
                cycle.archive(new RestoringArchive(state, plc.plcId()));
            }
        });
    }

    /** Sets the plant forward to a tick as it is; the time between is not lived through. */
    void jump(long toTick) {
        SequencedMap<String, Object> state = new LinkedHashMap<>();
        plant.archive(new SavingArchive(state, PLANT));
        PlantTime time = plant.time();
        plant = new Plant(parameters, seed, new PlantTime(time.run(), time.start(), toTick));
        plant.archive(new RestoringArchive(state, PLANT));
    }
}
