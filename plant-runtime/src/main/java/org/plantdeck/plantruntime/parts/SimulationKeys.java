package org.plantdeck.plantruntime.parts;

import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.runner.PlantSettings;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
                    Kind.texts("a list of KIND[@SENSOR][:size[:onset[:duration]]]"),
                    List.of(),
                    "list",
                    "Faults the plant starts with, such as compressor-leak:75:10m:2h; see"
                            + " docs/faults.md");

    private SimulationKeys() {}

    static List<Setting<?>> all() {
        return List.of(SPEED, SEED, START, HISTORY, FAULTS);
    }

    static PlantSettings read(
            Settings settings, DataDirectory directory, URI local, PlantStart start) {
        return new PlantSettings(
                local,
                directory.folder(PartName.PLANT.word()),
                settings.get(SEED),
                settings.find(START),
                settings.get(HISTORY),
                settings.get(SPEED),
                start.fresh(),
                faults(settings, start),
                PhysicsKeys.read(settings));
    }

    private static List<Fault> faults(Settings settings, PlantStart start) {
        List<Fault> faults = new ArrayList<>();
        for (String text : settings.get(FAULTS)) {
            try {
                faults.add(Fault.parse(text));
            } catch (IllegalArgumentException e) {
                throw settings.wrong(FAULTS, "names a " + e.getMessage());
            }
        }
        for (String text : start.faults()) {
            try {
                faults.add(Fault.parse(text));
            } catch (IllegalArgumentException e) {
                throw new SettingsFailure("--fault: " + e.getMessage());
            }
        }
        return faults;
    }
}
