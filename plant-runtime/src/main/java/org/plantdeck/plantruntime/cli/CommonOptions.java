package org.plantdeck.plantruntime.cli;

import org.jspecify.annotations.Nullable;
import org.plantdeck.plantruntime.datadir.DataLocation;
import org.plantdeck.plantruntime.logging.LogKeys;
import org.plantdeck.plantruntime.parts.AllSettings;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsStart;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The options of every sub-command that starts or reads something. */
final class CommonOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory; PLANTDECK_DATA names it too.")
    private @Nullable Path data;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets one setting for this start; repeatable.")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "text or json; the same as --set log.format=FORMAT.")
    private @Nullable String logFormat;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            description = "error, warn, info, debug or trace; the same as --set log.level=LEVEL.")
    private @Nullable String logLevel;

    /** The data directory's path; it need not exist. */
    Path dataPath() {
        return DataLocation.ofThisProcess().resolve(Optional.ofNullable(data));
    }

    /** What the file and these options set. */
    Settings settings(Path file) {
        return start(file).inForce();
    }

    /** The same, with what it is from. */
    SettingsStart start(Path file) {
        List<String> all = new ArrayList<>(overrides);
        if (logFormat != null) {
            all.add(LogKeys.FORMAT.key() + "=" + logFormat);
        }
        if (logLevel != null) {
            all.add(LogKeys.LEVEL.key() + "=" + logLevel);
        }
        return SettingsStart.read(AllSettings.catalogue(), file, all);
    }
}
