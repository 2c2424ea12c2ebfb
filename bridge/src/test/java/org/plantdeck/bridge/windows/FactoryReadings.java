package org.plantdeck.bridge.windows;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.Value;

import java.time.Instant;
import java.util.Map;

/** Readings of a small pretend factory: complete bodies, a little different every second. */
public final class FactoryReadings {

    public static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private FactoryReadings() {}

    /** The reading of a source at a number of seconds from the start; its number is one more. */
    public static Reading at(String run, FactorySource source, long second) {
        return at(run, source, second, Map.of());
    }

    /** The same with some values set. */
    public static Reading at(
            String run, FactorySource source, long second, Map<String, Value> set) {
        Leaves.Builder values = Leaves.builder();
        for (Tag tag : FactoryTags.all(source)) {
            values.put(tag.key(), value(tag, second));
        }
        set.forEach(values::put);
        return new Reading(source, run, second + 1, START.plusSeconds(second), values.build());
    }

    private static Value value(Tag tag, long second) {
        return switch (tag.key()) {
            case "production_count" -> Value.of(1000 + 2 * second);
            case "status" -> Value.of("running");
            case "power_consumption" -> Value.rounded(111 + wave(second, 7), 1);
            case "frequency" -> Value.of(50.02);
            case "voltages.L1", "voltages.L2", "voltages.L3" -> Value.of(400.1);
            case "power_factor" -> Value.of(0.871);
            case "efficiency" -> Value.rounded(91.5 + wave(second, 3) / 10, 1);
            case "demand" -> Value.of(110.5);
            case "demand_limit" -> Value.of(150.0);
            case "compressor.pressure" -> Value.of(7.1);
            case "tank.level" -> Value.of(65.0);
            case "vibration" -> Value.rounded(1.1 + wave(second, 4) / 20, 2);
            case "quality_rate" -> Value.of(98.7);
            case "co2_level" -> Value.rounded(640 + wave(second, 5), 1);
            case "comfort_index" -> Value.of(91.2);
            case "air_quality.index" -> Value.of(28.5);
            case "temperature" ->
                    tag.source() == FactorySource.LINE
                            ? Value.rounded(46 + wave(second, 9) / 10, 1)
                            : Value.rounded(23 + wave(second, 6) / 20, 1);
            default ->
                    switch (tag.type()) {
                        case NUMBER -> Value.rounded(tag.low() + (tag.high() - tag.low()) / 3, 1);
                        case COUNT -> Value.of(2L);
                        case FLAG -> Value.of(false);
                        case TEXT -> Value.of("normal");
                    };
        };
    }

    private static double wave(long second, int period) {
        return Math.floorMod(second * 5, period) - period / 2.0;
    }
}
