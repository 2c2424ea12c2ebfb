package org.plantdeck.historian;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.Value;

import java.time.Instant;

/** Readings as a PLC would publish them. */
public final class TestReadings {

    public static final Instant START = Instant.parse("2026-11-21T06:00:00Z");

    private TestReadings() {}

    /** The reading of a source with a sequence number, measured that many seconds after START. */
    public static Reading reading(FactorySource source, String run, long sequence) {
        return at(source, run, sequence, START.plusSeconds(sequence));
    }

    public static Reading line(long sequence) {
        return reading(FactorySource.LINE, "r1", sequence);
    }

    public static Reading at(FactorySource source, String run, long sequence, Instant measuredAt) {
        return new Reading(source, run, sequence, measuredAt, values(source, sequence).build());
    }

    /** Every tag of the catalogue, with values of its type that depend on the number. */
    public static Leaves.Builder values(FactorySource source, long number) {
        Leaves.Builder values = Leaves.builder();
        for (Tag tag : FactoryTags.all(source)) {
            values.put(tag.key(), value(tag, number));
        }
        return values;
    }

    private static Value value(Tag tag, long number) {
        return switch (tag.type()) {
            case NUMBER -> Value.rounded(tag.low() + number % 10 * 0.1, tag.decimals());
            case COUNT -> Value.of(number);
            case FLAG -> Value.of(number % 2 == 1);
            case TEXT -> Value.of("running");
        };
    }

    /** The same reading with one value changed or added. */
    public static Reading with(Reading reading, String key, Value value) {
        Leaves.Builder values = Leaves.builder();
        reading.values().forEach(values::put);
        return new Reading(
                reading.source(),
                reading.run(),
                reading.sequence(),
                reading.measuredAt(),
                values.put(key, value).build());
    }
}
