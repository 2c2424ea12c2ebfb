package org.plantdeck.plantruntime.cli;

import org.plantdeck.plantruntime.parts.PlantStart;
import org.plantdeck.plantruntime.settings.Nearest;
import org.plantdeck.plantruntime.settings.SettingsFailure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code plantdeck screen NAME}: one screen as a process of its own. */
@Command(
        name = "screen",
        description = {
            "One screen in a window of its own, against the brokers of the settings.",
            "Trends show what was before only where the databases are in the data directory."
        },
        mixinStandardHelpOptions = true)
final class ScreenCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "NAME",
            description = "Such as overview, hmi1, hmi2, hall, cloud; a wrong one lists them all.")
    private String name = "";

    @Mixin private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        List<String> screens = Screens.required().screens();
        if (!screens.contains(name)) {
            throw new SettingsFailure(
                    name
                            + " is not a screen; "
                            + Nearest.of(name, screens)
                                    .map(it -> "did you mean " + it + "? ")
                                    .orElse("")
                            + "Screens are "
                            + String.join(", ", screens));
        }
        var launch =
                new RunningProcess.Launch(
                        "screen-" + name + "-" + ProcessHandle.current().pid(),
                        _ -> Set.of(),
                        new PlantStart(List.of(), false));
        return Screens.open(
                desktop -> desktop.openScreen(name, Screens.start(launch, common)),
                noDisplay -> {
                    throw new SettingsFailure("screen " + name + " cannot open: " + noDisplay);
                });
    }
}
