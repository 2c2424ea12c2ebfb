package org.plantdeck.plantruntime;

import org.plantdeck.plantruntime.cli.PlantDeckCommand;

/** Starts PlantDeck from the command line. */
public final class PlantDeck {

    private PlantDeck() {}

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // Threads of the brokers would keep a process alive whose command has come to its end.
        System.exit(PlantDeckCommand.execute(arguments));
    }
}
