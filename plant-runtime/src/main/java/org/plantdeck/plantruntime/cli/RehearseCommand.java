package org.plantdeck.plantruntime.cli;

import org.plantdeck.plantruntime.settings.SettingsFailure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/**
 * {@code plantdeck rehearse}: the whole plant with its desktop, as an installer has it run once
 * before it packs the program. Not listed: nobody else needs it.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description = {
            "Opens the desktop without a display, goes through every screen and ends.",
            "With -XX:AOTCacheOutput the Java machine keeps what it has learned meanwhile."
        },
        mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {

    @Mixin private final CommonOptions common = new CommonOptions();
    @Mixin private final PlantOptions plant = new PlantOptions();

    @Override
    public Integer call() {
        return Screens.open(
                desktop ->
                        desktop.rehearse(Screens.start(HeadlessCommand.wholePlant(plant), common)),
                noDisplay -> {
                    throw new SettingsFailure("there is nothing to rehearse: " + noDisplay);
                });
    }
}
