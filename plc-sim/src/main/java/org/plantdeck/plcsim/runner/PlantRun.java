package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.Plant;
import org.plantdeck.plcsim.physics.PlantParameters;
import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.plc.ScanCycle;
import org.plantdeck.signal.FactorySource;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * One run: the plant with the PLCs of this process, advanced tick by tick and saved or restored as
 * a whole. Equal seed, start and inputs at equal ticks give equal readings. Threads: one.
 */
final class PlantRun {

    private static final String PLANT = "plant";

    private final PlantParameters parameters;
    private final long seed;
    private final Map<FactorySource, ScanCycle> cycles = new EnumMap<>(FactorySource.class);
    private final Set<FactorySource> off = EnumSet.noneOf(FactorySource.class);
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

    /** Scans a PLC no more; it keeps its state, and the plant its outputs as they are. */
    void switchOff(FactorySource plc) {
        off.add(plc);
    }

    /** Scans a PLC again, from the state it had. */
    void switchOn(FactorySource plc) {
        off.remove(plc);
    }

    /** Whether a PLC is scanned here. */
    boolean isOn(FactorySource plc) {
        return cycles.containsKey(plc) && !off.contains(plc);
    }

    /** The PLC of this process for a source, on or off, if there is one. */
    Optional<ScanCycle> cycle(FactorySource plc) {
        return Optional.ofNullable(cycles.get(plc));
    }

    /** Advances the plant by a tick. */
    void advance() {
        plant.step();
    }

    /** Lets every PLC that is on scan the tick. */
    void scan() {
        for (ScanCycle cycle : cycles.values()) {
            if (!off.contains(cycle.source())) {
                cycle.scan(plant);
            }
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
