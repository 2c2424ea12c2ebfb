package org.plantdeck.plantruntime.cli;

import org.plantdeck.plantruntime.parts.PlantSettings;
import org.plantdeck.plantruntime.settings.Setting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plantdeck settings}: every setting, one a line. */
@Command(
        name = "settings",
        description = "Every setting, one a line: key, default, unit, meaning.",
        mixinStandardHelpOptions = true)
final class SettingsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Override
    public void run() {
        PlantSettings.catalogue().all().stream()
                .map(Setting::line)
                .forEach(spec.commandLine().getOut()::println);
    }
}
