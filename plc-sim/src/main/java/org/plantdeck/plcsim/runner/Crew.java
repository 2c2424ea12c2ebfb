package org.plantdeck.plcsim.runner;

import org.plantdeck.mqttlink.MqttLink;
import org.plantdeck.plcsim.physics.Plant;
import org.plantdeck.plcsim.plc.PlcOutput;
import org.plantdeck.plcsim.plc.ScanCycle;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;

import java.time.Instant;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The PLCs of a plant: those of this process, whose parts may come and go, and a station for each
 * that is not scanned here, be it elsewhere or switched off. Threads: the plant's.
 */
final class Crew {

    private static final String FIELD = "field.";
    private static final String AT_MOST = "/sequence_at_most";

    private final Map<FactorySource, PlcPart> here = new EnumMap<>(FactorySource.class);
    private final Map<FactorySource, FieldStation> stations = new EnumMap<>(FactorySource.class);
    private final MqttLink link;
    private List<PlcPart> scanned = List.of();

    /** What a PLC says, over the link of the part it has at the moment; without one, to nobody. */
    private record Mouth(FactorySource plc, Map<FactorySource, PlcPart> parts)
            implements PlcOutput {

        @Override
        public void publish(Reading reading) {
            PlcPart part = parts.get(plc);
            if (part != null) {
                part.link().publish(reading);
            }
        }

        @Override
        public void answer(CommandResult result) {
            PlcPart part = parts.get(plc);
            if (part != null) {
                part.link().answer(result);
            }
        }
    }

    Crew(List<PlcPart> here, MqttLink link) {
        this.link = link;
        here.forEach(plc -> this.here.put(plc.source(), plc));
        for (FactorySource plc : FactorySource.values()) {
            if (!this.here.containsKey(plc)) {
                stations.put(plc, new FieldStation(plc, link));
            }
        }
        count();
    }

    private void count() {
        scanned =
                here.values().stream().filter(plc -> !stations.containsKey(plc.source())).toList();
    }

    /** The PLCs that are scanned here. */
    List<PlcPart> locals() {
        return scanned;
    }

    /** Adds the PLCs of this process to a run. */
    void join(PlantRun run) {
        here.values().forEach(plc -> join(run, plc));
    }

    private void join(PlantRun run, PlcPart plc) {
        run.add(
                new ScanCycle(
                        plc.source(),
                        run.time().run(),
                        run.time().start(),
                        plc.publishInterval(),
                        new Mouth(plc.source(), here)));
    }

    /** The part of a PLC has come; the PLC itself is off until {@link #engage}. */
    void come(PlcPart plc, PlantRun run) {
        here.put(plc.source(), plc);
        if (run.cycle(plc.source()).isEmpty()) {
            join(run, plc);
            run.switchOff(plc.source());
        }
        count();
    }

    /** The part of a PLC goes: nothing is said through it any more. */
    void go(PlcPart plc) {
        here.remove(plc.source(), plc);
        count();
    }

    /** Whether a PLC has a part here that can speak for it. */
    boolean has(FactorySource plc) {
        PlcPart part = here.get(plc);
        return part != null && !part.link().isTakenOver();
    }

    /**
     * Waits for the PLCs of other processes up to a wall time: all of them, or those there were.
     */
    void expect(Instant until, boolean all) {
        stations.values().stream()
                .filter(station -> all || station.isPresent())
                .forEach(station -> station.expect(until));
    }

    /** A PLC is scanned here no more: its outputs stay, and another may take its place. */
    void release(FactorySource plc, long usedSequence) {
        FieldStation station = new FieldStation(plc, link);
        station.takeOver(usedSequence);
        stations.put(plc, station);
        count();
    }

    /** A PLC is scanned here from now on. */
    void engage(FactorySource plc) {
        stations.remove(plc);
        count();
    }

    /** Number no reading of a PLC that is not scanned here is beyond. */
    long usedSequence(FactorySource plc) {
        FieldStation station = stations.get(plc);
        return station == null ? 0 : station.usedAtMost();
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
        return !scanned.isEmpty() || hasDistant();
    }

    /**
     * Whether every message handed over up to now has reached the broker, asked later. What a link
     * that has ended meanwhile still had to publish is given up.
     */
    RunKeeper.Delivered delivery() {
        IdentityHashMap<PlcLink, Long> handedOver = new IdentityHashMap<>();
        here.values().forEach(plc -> handedOver.put(plc.link(), plc.link().handedOver()));
        return () ->
                handedOver.entrySet().stream()
                        .allMatch(
                                it -> it.getKey().hasEnded() || it.getKey().isRidOf(it.getValue()));
    }

    void save(SequencedMap<String, Object> state) {
        stations.forEach((plc, station) -> {
            station.archive(new SavingArchive(state, FIELD + plc.plcId()));
            state.put(FIELD + plc.plcId() + AT_MOST, station.usedAtMost());
        });
    }

    /**
     * Takes what a snapshot says of the PLCs that were not scanned here, and for a PLC that has
     * changed sides since then, how far it had counted. One that was switched off stays so until
     * the run is at its end.
     *
     * @param unseenTicks how many ticks behind the snapshot may have been run
     */
    void restore(Map<String, Object> state, PlantRun run, long unseenTicks) {
        stations.forEach((plc, station) -> {
            if (state.containsKey(FIELD + plc.plcId() + "/heard")) {
                station.archive(new RestoringArchive(state, FIELD + plc.plcId()));
            } else if (state.get(plc.plcId() + "/sequence") instanceof Long sequence) {
                station.takeOver(sequence + unseenTicks);
            }
        });
        for (FactorySource plc : List.copyOf(here.keySet())) {
            String field = FIELD + plc.plcId();
            Object known = state.getOrDefault(field + AT_MOST, state.get(field + "/sequence"));
            if (!(known instanceof Long sequence)) {
                continue;
            }
            if (state.containsKey(plc.plcId() + "/sequence")) {
                run.switchOff(plc);
                release(plc, sequence);
            } else {
                // Elsewhere it may have published in each of them: better a gap than a number
                // twice.
                run.cycle(plc).ifPresent(cycle -> cycle.continueAfter(sequence + unseenTicks));
            }
        }
    }
}
