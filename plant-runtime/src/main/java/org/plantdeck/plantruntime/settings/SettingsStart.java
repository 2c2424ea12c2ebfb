package org.plantdeck.plantruntime.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a process was started with. Every setting is read once, at the start. Threads: any.
 *
 * @param catalogue every setting there is
 * @param file plantdeck.yaml; it need not exist
 * @param overrides what the command line said, as {@code key=value}
 * @param inForce what has held since the start
 */
public record SettingsStart(
        Catalogue catalogue, Path file, List<String> overrides, Settings inForce) {

    public SettingsStart {
        overrides = List.copyOf(overrides);
    }

    /**
     * Reads the file and what the command line said.
     *
     * @throws SettingsFailure naming the first thing that is wrong
     */
    public static SettingsStart read(Catalogue catalogue, Path file, List<String> overrides) {
        Settings inForce = SettingsReader.read(catalogue, file, overrides);
        return new SettingsStart(catalogue, file, overrides, inForce);
    }

    /** Whether the command line said something of a setting, so that the file does not count. */
    public boolean isOverridden(Setting<?> setting) {
        return override(setting).isPresent();
    }

    /** What the command line said of a setting; the last of it holds. */
    Optional<String> override(Setting<?> setting) {
        return overrides.stream()
                .map(it -> it.split("=", 2))
                .filter(it -> it[0].strip().equals(setting.key()))
                .map(it -> it[it.length - 1].strip())
                .reduce((_, last) -> last);
    }
}
