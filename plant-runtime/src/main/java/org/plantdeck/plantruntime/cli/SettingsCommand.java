package org.plantdeck.plantruntime.cli;

import org.plantdeck.plantruntime.parts.AllSettings;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.SettingsTables;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--markdown",
            description = "As tables in Markdown, with what each must be; as in docs/settings.md.")
    private boolean markdown;

    @Override
    public void run() {
        if (markdown) {
            spec.commandLine().getOut().print(SettingsTables.of(AllSettings.catalogue()));
            spec.commandLine().getOut().flush();
            return;
        }
        AllSettings.catalogue().all().stream()
                .map(Setting::line)
                .forEach(spec.commandLine().getOut()::println);
    }
}
