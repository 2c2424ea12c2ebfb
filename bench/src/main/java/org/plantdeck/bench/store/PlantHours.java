package org.plantdeck.bench.store;

import org.plantdeck.plcsim.physics.Plant;
import org.plantdeck.plcsim.physics.PlantParameters;
import org.plantdeck.plcsim.physics.PlantTime;
import org.plantdeck.plcsim.plc.PlcOutput;
import org.plantdeck.plcsim.plc.ScanCycle;
import org.plantdeck.signal.CommandResult;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Some hours of the plant's own readings.
 *
 * @param layout a group for each PLC
 * @param rows in the order of time
 * @param points how many values they have
 */
record PlantHours(Layout layout, List<Row> rows, long points) {

    private static final Instant MORNING = Instant.parse("2026-11-20T05:00:00Z");
    private static final long SEED = 7;

    /** What the PLCs of a plant say, in the order of their tags in the first body. */
    private static final class Ear implements PlcOutput {

        private final List<List<String>> keys = new ArrayList<>();
        private final List<Map<Integer, TagType>> types = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private long points;

        Ear() {
            for (FactorySource _ : FactorySource.values()) {
                keys.add(new ArrayList<>());
                types.add(new HashMap<>());
            }
        }

        /** A whole number stands in a tag of numbers too. */
        private static TagType both(TagType one, TagType other) {
            return one == TagType.COUNT ? other : one;
        }

        /** What the tags of a group are; one without a value is a text. */
        private List<TagType> types(int group) {
            return IntStream.range(0, keys.get(group).size())
                    .mapToObj(it -> types.get(group).getOrDefault(it, TagType.TEXT))
                    .toList();
        }

        @Override
        public void publish(Reading reading) {
            int group = Arrays.asList(FactorySource.values()).indexOf(reading.source());
            List<String> own = keys.get(group);
            if (own.isEmpty()) {
                own.addAll(reading.values().paths());
            }
            Value[] values = own.stream().map(reading.values()::get).toArray(Value[]::new);
            for (int i = 0; i < values.length; i++) {
                if (!(values[i] instanceof Value.Absent)) {
                    types.get(group).merge(i, TagType.of(values[i]), Ear::both);
                }
            }
            rows.add(new Row(group, reading.measuredAt().toEpochMilli(), values));
            points += Arrays.stream(values).filter(it -> !(it instanceof Value.Absent)).count();
        }

        @Override
        public void answer(CommandResult result) {
            throw new IllegalStateException("an answer without a command");
        }
    }

    /** Lets a plant work, as fast as it can. */
    static PlantHours of(Duration span) {
        Ear ear = new Ear();
        Plant plant =
                new Plant(PlantParameters.standard(), SEED, new PlantTime("bench", MORNING, 0));
        List<ScanCycle> plcs = new ArrayList<>();
        for (FactorySource source : FactorySource.values()) {
            plcs.add(new ScanCycle(source, "bench", MORNING, Duration.ofSeconds(1), ear));
        }
        long ticks = span.dividedBy(PlantTime.TICK);
        for (long tick = 0; tick < ticks; tick++) {
            plant.step();
            for (ScanCycle plc : plcs) {
                plc.scan(plant);
            }
        }
        Layout layout =
                new Layout(IntStream.range(0, ear.keys.size()).mapToObj(ear::types).toList());
        return new PlantHours(layout, ear.rows, ear.points);
    }
}
