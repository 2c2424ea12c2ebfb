package org.plantdeck.plantruntime.parts;

import org.plantdeck.historian.HistorianSettings;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The settings of the historian. */
public final class HistorianKeys {

    private static final Setting<Duration> RETENTION =
            Setting.of(
                    "historian.retention",
                    Kind.duration(Duration.ofMinutes(1), Duration.ofDays(36_525)),
                    HistorianSettings.DEFAULT_RETENTION,
                    "duration",
                    "How long readings are kept, counted back from the newest");

    private static final Setting<Duration> COMMIT_INTERVAL =
            Setting.of(
                    "historian.commit-interval",
                    Kind.duration(Duration.ofMillis(10), Duration.ofSeconds(10)),
                    HistorianSettings.DEFAULT_COMMIT_INTERVAL,
                    "duration",
                    "How long a reading waits at most to be stored and acknowledged");

    private HistorianKeys() {}

    static List<Setting<?>> all() {
        return List.of(RETENTION, COMMIT_INTERVAL);
    }

    /** Where the historian keeps its readings. */
    public static Path database(DataDirectory directory) {
        return directory.path().resolve("historian.db");
    }

    static HistorianSettings read(Settings settings, DataDirectory directory, URI local) {
        return new HistorianSettings(
                local, database(directory), settings.get(RETENTION), settings.get(COMMIT_INTERVAL));
    }
}
