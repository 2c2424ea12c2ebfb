package org.plantdeck.plantruntime.parts;

import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The settings of the pretend plant's time and disturbances. */
final class SimulationKeys {

    static final Setting<Double> SPEED =
            Setting.of(
                    "simulation.speed",
                    Kind.number(0.1, 100),
                    1.0,
                    "×",
                    "Simulated time over wall time; a machine that cannot keep up slows it down");

    static final Setting<Long> SEED =
            Setting.of(
                    "simulation.seed",
                    Kind.anyWhole(),
                    1L,
                    "number",
                    "What every disturbance follows from; equal seeds and starts give equal"
                            + " readings");

    static final Setting<Instant> START =
            Setting.unset(
                    "simulation.start",
                    Kind.instant(),
                    "simulation.history before now",
                    "time",
                    "Simulated time at which a new run begins; set, it does not catch up with the"
                            + " wall clock");

    static final Setting<Duration> HISTORY =
            Setting.of(
                    "simulation.history",
                    Kind.duration(Duration.ZERO, Duration.ofDays(7)),
                    Duration.ofHours(24),
                    "duration",
                    "How far before the wall clock a new run begins, and the most a restarted one"
                            + " catches up");

    static final Setting<List<String>> FAULTS =
            Setting.of(
                    "simulation.faults",
                    Kind.texts("a list of KIND[:size[:onset[:duration]]]"),
                    List.of(),
                    "list",
                    "Faults the plant starts with, such as compressor-leak:75:10m:2h; see"
                            + " docs/faults.md");

    private SimulationKeys() {}

    static List<Setting<?>> all() {
        return List.of(SPEED, SEED, START, HISTORY, FAULTS);
    }
}
