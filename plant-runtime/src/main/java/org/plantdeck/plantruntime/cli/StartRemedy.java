package org.plantdeck.plantruntime.cli;

import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.desktop.Remedy;
import org.plantdeck.plantruntime.settings.SettingsEditor;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.plantruntime.settings.SettingsStart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be offered to somebody whose settings end the start: another value, or the defaults.
 * Threads: any.
 *
 * @param common what the command line says
 */
record StartRemedy(CommonOptions common) {

    /** Behind the name of a file that was set aside. */
    private static final String ASIDE = ".set-aside";

    /** What may help against a failure; empty where nothing is known. */
    Optional<Remedy> of(SettingsFailure failure) {
        Path file = new DataDirectory(common.dataPath()).settingsFile();
        if (failure.remedy().isPresent()) {
            return failure.remedy().flatMap(it -> another(file, it));
        }
        return isWrong(file) ? Optional.of(defaults(file)) : Optional.empty();
    }

    /** What would help is written into the file, unless the command line says otherwise. */
    private Optional<Remedy> another(Path file, SettingsFailure.Remedy help) {
        SettingsStart start = common.start(file);
        if (start.isOverridden(help.setting())) {
            return Optional.empty();
        }
        return Optional.of(
                new Remedy(
                        "Set " + help.setting().key() + " to " + help.value(),
                        () -> {
                            SettingsEditor editor = new SettingsEditor(start, _ -> {});
                            editor.read();
                            editor.set(help.setting(), help.value());
                        }));
    }

    private boolean isWrong(Path file) {
        try {
            var _ = common.start(file);
            return false;
        } catch (SettingsFailure wrong) {
            return Files.isRegularFile(file) && isRightWithout(file);
        }
    }

    /** What the command line says may be wrong, too; then no file is to blame. */
    private boolean isRightWithout(Path file) {
        try {
            var _ = common.start(file.resolveSibling(file.getFileName() + ".none"));
            return true;
        } catch (SettingsFailure wrong) {
            return false;
        }
    }

    /** What was set aside before stays. */
    private static Path free(Path file) {
        return Stream.iterate(1, it -> it + 1)
                .map(it -> file.resolveSibling(file.getFileName() + ASIDE + "-" + it))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }

    private static Remedy defaults(Path file) {
        return new Remedy(
                "Start with the defaults, set this file aside",
                () -> {
                    try {
                        Files.move(file, free(file));
                    } catch (IOException e) {
                        throw new SettingsFailure(
                                file + " cannot be renamed (" + e.getMessage() + ")", e);
                    }
                });
    }
}
