package org.plantdeck.plantruntime.cli;

import org.plantdeck.plantruntime.parts.PlantStart;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;

/** The options of what starts a plant. */
final class PlantOptions {

    @Option(
            names = "--fault",
            paramLabel = "KIND[@SENSOR][:size[:onset[:duration]]]",
            description =
                    "Starts a fault, such as compressor-leak:75:10m:2h; repeatable; docs/faults.md"
                            + " lists them.")
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--fresh",
            description = "Starts a new run of the plant instead of going on with the last.")
    private boolean fresh;

    /** What they say. */
    PlantStart start() {
        return new PlantStart(List.copyOf(faults), fresh);
    }

    /** The first of these options that was given; empty where none was. */
    String given() {
        if (fresh) {
            return "--fresh";
        }
        return faults.isEmpty() ? "" : "--fault";
    }
}
