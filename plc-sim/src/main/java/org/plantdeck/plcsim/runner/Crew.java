package org.plantdeck.plcsim.runner;

import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.plcsim.physics.Plant;
import org.plantdeck.plcsim.plc.ScanCycle;
import org.plantdeck.signal.FactorySource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The PLCs of a plant: those of this process, which are scanned directly, and a station for each of
 * the others. Threads: the plant's.
 */
final class Crew {

    private static final String FIELD = "field.";

    private final Map<FactorySource, PlcPart> locals = new EnumMap<>(FactorySource.class);
    private final Map<FactorySource, FieldStation> stations = new EnumMap<>(FactorySource.class);
    private final MqttLink link;

    Crew(List<PlcPart> locals, MqttLink link) {
        this.link = link;
        locals.forEach(plc -> this.locals.put(plc.source(), plc));
        for (FactorySource plc : FactorySource.values()) {
            if (!this.locals.containsKey(plc)) {
                stations.put(plc, new FieldStation(plc, link));
            }
        }
    }

    /** The PLCs that are scanned here. */
    List<PlcPart> locals() {
        return List.copyOf(locals.values());
    }

    /** Adds the PLCs of this process to a run. */
    void join(PlantRun run) {
        locals.values()
                .forEach(plc ->
                        run.add(
                                new ScanCycle(
                                        plc.source(),
                                        run.time().run(),
                                        run.time().start(),
                                        plc.publishInterval(),
                                        plc.link())));
    }

    /**
     * Waits for the PLCs of other processes up to a wall time: all of them, or those there were.
     */
    void expect(Instant until, boolean all) {
        stations.values().stream()
                .filter(station -> all || station.isPresent())
                .forEach(station -> station.expect(until));
    }

    /** A PLC of this process has ended for good: whoever took its place is elsewhere. */
    void release(FactorySource plc, long usedSequence) {
        locals.remove(plc);
        FieldStation station = new FieldStation(plc, link);
        station.takeOver(usedSequence);
        stations.put(plc, station);
    }

    /** A tick has been run: asks the PLCs elsewhere. */
    void ask(Plant plant, Instant wallNow) {
        stations.values().forEach(station -> station.ask(plant, wallNow));
    }

    /** Takes the answer of a PLC elsewhere. */
    void take(FactorySource plc, FieldCodec.Orders orders, Plant plant) {
        FieldStation station = stations.get(plc);
        if (station != null) {
            station.take(orders, plant);
        }
    }

    /** The PLC elsewhere whose answer is still to come, if there is one. */
    Optional<FactorySource> unanswered(Plant plant, Instant wallNow) {
        return stations.values().stream()
                .filter(station -> !station.isDone(plant, wallNow))
                .map(FieldStation::plc)
                .findFirst();
    }

    /** Whether a PLC of another process goes in lock step with the plant. */
    boolean hasDistant() {
        return stations.values().stream().anyMatch(FieldStation::isPresent);
    }

    /** Whether anybody reads what the plant does and publishes it. */
    boolean hasAnybody() {
        return !locals.isEmpty() || hasDistant();
    }

    /** Whether every message handed over up to now has reached the broker, asked later. */
    RunKeeper.Delivered delivery() {
        IdentityHashMap<PlcLink, Long> handedOver = new IdentityHashMap<>();
        locals.values().forEach(plc -> handedOver.put(plc.link(), plc.link().handedOver()));
        return () ->
                handedOver.entrySet().stream().allMatch(it -> it.getKey().isRidOf(it.getValue()));
    }

    void save(SequencedMap<String, Object> state) {
        stations.forEach(
                (plc, station) -> station.archive(new SavingArchive(state, FIELD + plc.plcId())));
    }

    /**
     * Takes what a snapshot says of the PLCs elsewhere, and for a PLC that has changed sides since
     * then, how far it had counted.
     *
     * @param unseenTicks how many ticks behind the snapshot may have been run
     */
    void restore(Map<String, Object> state, PlantRun run, long unseenTicks) {
        stations.forEach((plc, station) -> {
            if (state.containsKey(FIELD + plc.plcId() + "/heard")) {
                station.archive(new RestoringArchive(state, FIELD + plc.plcId()));
            } else if (state.get(plc.plcId() + "/sequence") instanceof Long sequence) {
                station.takeOver(sequence);
            }
        });
        for (FactorySource plc : locals.keySet()) {
            // Elsewhere it may have published in each of them: better a gap than a number twice.
            if (state.get(FIELD + plc.plcId() + "/sequence") instanceof Long sequence) {
                run.cycle(plc).ifPresent(cycle -> cycle.continueAfter(sequence + unseenTicks));
            }
        }
    }

    /** The PLCs of this process that have lost their identity. */
    List<PlcPart> takenOver() {
        List<PlcPart> gone = new ArrayList<>();
        for (PlcPart plc : locals.values()) {
            if (plc.link().isTakenOver()) {
                gone.add(plc);
            }
        }
        return gone;
    }
}
