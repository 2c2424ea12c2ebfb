package org.plantdeck.plantruntime.cli;

import org.plantdeck.historian.backup.Restore;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.datadir.PartLock;
import org.plantdeck.plantruntime.logging.LogKeys;
import org.plantdeck.plantruntime.logging.Logging;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** {@code plantdeck historian restore}: a backup in the place of the history. */
@Command(
        name = "restore",
        description = {
            "Puts a backup into the data directory, while no historian runs there.",
            "The backup is unpacked and checked first; until all of it is in order nothing is"
                    + " changed. Settings, users, bridge and analytics are not part of it."
        },
        mixinStandardHelpOptions = true)
final class HistorianRestoreCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(HistorianRestoreCommand.class);

    @Option(
            names = "--from",
            paramLabel = "BACKUP",
            required = true,
            description = "The file that historian backup made.")
    private Path from = Path.of("");

    @Option(
            names = "--replace",
            description =
                    "Removes the history that is there, with what people noted, once the backup is"
                            + " in its place; without it, nothing is restored where there is one.")
    private boolean replaces;

    @Mixin private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() {
        DataDirectory directory = DataDirectory.open(common.dataPath());
        Settings settings = common.settings(directory.settingsFile());
        try (Logging _ = Logging.toStandardError(LogKeys.read(settings));
                PartLock _ = directory.lock(PartName.HISTORIAN.word());
                HistoryRun run = new HistoryRun("Restoring", InstantSource.system())) {
            Path backup = from.toAbsolutePath().normalize();
            Restore.Result result =
                    Restore.into(
                            HistorianCommand.place(settings, directory), backup, replaces, run);
            return report(directory, result);
        } catch (PartFailure e) {
            throw new SettingsFailure(e.sentence(), e);
        }
    }

    private static int report(DataDirectory directory, Restore.Result result) {
        if (result.cancelled()) {
            LOG.atInfo().log("The restore was ended; nothing is changed");
            return Failures.FAILED;
        }
        LOG.atInfo()
                .addKeyValue("files", result.files())
                .addKeyValue("made", result.madeAt())
                .addKeyValue("data", directory.path())
                .log("Restored");
        result.damages()
                .forEach(it ->
                        LOG.atWarn()
                                .addKeyValue("what", it)
                                .log("Was damaged already when the backup was made"));
        return 0;
    }
}
