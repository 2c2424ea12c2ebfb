package org.plantdeck.plantruntime.cli;

import org.plantdeck.plantruntime.parts.Assembly;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.concurrent.Callable;

/** {@code plantdeck headless}: the whole plant without a screen. */
@Command(
        name = "headless",
        description = "The whole plant in this process, without a screen.",
        mixinStandardHelpOptions = true)
final class HeadlessCommand implements Callable<Integer> {

    @Mixin private final CommonOptions common = new CommonOptions();
    @Mixin private final PlantOptions plant = new PlantOptions();

    @Override
    public Integer call() {
        return RunningProcess.run(wholePlant(plant), common);
    }

    static RunningProcess.Launch wholePlant(PlantOptions plant) {
        return new RunningProcess.Launch("plantdeck", Assembly::wholePlant, plant.start());
    }
}
