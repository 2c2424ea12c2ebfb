package org.plantdeck.plcsim.physics;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A plant under control on the test bench, and what its sensors read every second. */
final class Bench {

    static final Instant START = Instant.parse("2026-05-01T08:00:00Z");
    static final long SEED = 42;

    private static final int SECOND = 10;

    private final Plant plant;
    private final BenchController controller;

    Bench(Map<String, Double> overrides, long seed) {
        PlantTime time = new PlantTime("bench", START, 0);
        plant = new Plant(PlantParameters.of(overrides), seed, time);
        controller = new BenchController(plant);
    }

    Bench() {
        this(Map.of(), SEED);
    }

    /** A bench whose plant has the faults from its start on. */
    static Bench with(String... faults) {
        Bench bench = new Bench();
        for (String fault : faults) {
            bench.plant.inject(Fault.parse(fault), START);
        }
        return bench;
    }

    Plant plant() {
        return plant;
    }

    void speed(double bottlesPerMinute) {
        controller.speed(bottlesPerMinute);
    }

    /** Runs for a time and gives the readings at the end of each second of it. */
    Trace run(Duration time) {
        int seconds = (int) time.toSeconds();
        Trace trace = new Trace(seconds);
        for (int i = 0; i < seconds; i++) {
            controller.runTo(plant.time().tick() + SECOND);
            trace.record(i, plant);
        }
        return trace;
    }

    double read(Sensor sensor) {
        return plant.read(sensor);
    }
}
