package org.plantdeck.plcsim.plc;

import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a plant publishes over the first hours of its run, with a fault or without. */
final class Course {

    /** When a fault begins: 06:20 by the clock of the hall. */
    static final int ONSET = 600;

    /** The time it is looked at from then on, s. */
    static final int OBSERVED = 90 * 60;

    private static final int LENGTH = ONSET + OBSERVED;

    private final Map<String, Value[]> values = new LinkedHashMap<>();
    private final List<String> bodiesBefore = new ArrayList<>();

    private Course() {
        for (FactorySource source : FactorySource.values()) {
            for (Tag tag : FactoryTags.all(source)) {
                Value[] course = new Value[LENGTH];
                Arrays.fill(course, Value.absent());
                values.put(tag.name(), course);
            }
        }
    }

    /** Runs a plant with a fault that begins at {@link #ONSET}, or without one. */
    static Course run(long seed, Optional<Fault> fault) {
        Course course = new Course();
        WorkingHall hall = new WorkingHall(seed, course::take);
        fault.ifPresent(it -> hall.plant.inject(it, WorkingHall.START));
        hall.seconds(LENGTH);
        return course;
    }

    private void take(Reading reading) {
        if (reading.measuredAt().isBefore(WorkingHall.START.plusSeconds(ONSET))) {
            bodiesBefore.add(new String(ReadingCodec.encode(reading), StandardCharsets.UTF_8));
        }
        int second = Math.toIntExact(reading.sequence()) - 1;
        String topic = reading.source().topic() + "/";
        reading.values()
                .forEach((key, value) -> {
                    Value[] course = values.get(topic + key);
                    if (course == null) {
                        throw new AssertionError(topic + key + " is not in the table of tags");
                    }
                    course[second] = value;
                });
    }

    /** The bodies before the onset, in the order they were published. */
    List<String> bodiesBefore() {
        return List.copyOf(bodiesBefore);
    }

    /** The tags whose published value differs from another course at any time. */
    Set<String> differingFrom(Course other) {
        Set<String> differing = new TreeSet<>();
        values.forEach((tag, course) -> {
            if (!Arrays.equals(course, other.of(tag))) {
                differing.add(tag);
            }
        });
        return differing;
    }

    private Value[] of(String tag) {
        return values.getOrDefault(tag, new Value[0]);
    }

    /**
     * How far a tag is from where it is in another course, in units of what is noticeable: beyond 1
     * or -1 it is noticed. A text or a flag that differs at any time is as far as can be.
     */
    double shiftFrom(Course sound, String name) {
        Tag tag = FactoryTags.named(name).orElseThrow();
        if (tag.type() == TagType.TEXT || tag.type() == TagType.FLAG) {
            double sign = mean(name) < sound.mean(name) ? -1 : 1;
            return Arrays.equals(of(name), sound.of(name)) ? 0 : sign * Double.POSITIVE_INFINITY;
        }
        if (countsUp(tag)) {
            double usual = sound.gain(name);
            return (gain(name) - usual) / Math.max(5, 0.01 * usual);
        }
        return (mean(name) - sound.mean(name)) / (0.01 * (tag.high() - tag.low()));
    }

    private static boolean countsUp(Tag tag) {
        return (tag.type() == TagType.COUNT && tag.source() == FactorySource.LINE)
                || tag.key().startsWith("lost_minutes.")
                || tag.key().equals("energy_total");
    }

    private double gain(String tag) {
        Value[] course = of(tag);
        return course[LENGTH - 1].asDouble() - course[ONSET - 2].asDouble();
    }

    private double mean(String tag) {
        return Arrays.stream(of(tag), ONSET - 1, LENGTH)
                .mapToDouble(Value::asDouble)
                .filter(Double::isFinite)
                .average()
                .orElse(0);
    }
}
