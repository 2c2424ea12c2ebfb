package org.plantdeck.plantruntime.cli;

import org.plantdeck.historian.backup.HistoryPlace;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.parts.HistorianKeys;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;

/** {@code plantdeck historian}: what is done to the history as a whole. */
@Command(
        name = "historian",
        description = {
            "Backs the history up, puts a backup in its place, and finds what is damaged.",
            "To run the historian alone: plantdeck run historian."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            HistorianBackupCommand.class,
            HistorianRestoreCommand.class,
            HistorianVerifyCommand.class
        })
final class HistorianCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    /**
     * Where the files of the history of a data directory lie.
     *
     * @throws SettingsFailure where it is kept on a server
     */
    static HistoryPlace place(Settings settings, DataDirectory directory) {
        return place(settings, directory, "use pg_dump and pg_restore there");
    }

    /**
     * The same.
     *
     * @param instead what to do where it is kept on a server
     */
    static HistoryPlace place(Settings settings, DataDirectory directory, String instead) {
        HistorianKeys.history(settings, directory)
                .server()
                .ifPresent(server -> {
                    throw new SettingsFailure(
                            "The history is kept in PostgreSQL at "
                                    + server.name()
                                    + " (historian.store): "
                                    + instead);
                });
        Path database = HistorianKeys.database(directory);
        return new HistoryPlace(database, RecordedHistory.archiveOf(database));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "historian needs one of backup, restore and verify");
    }
}
