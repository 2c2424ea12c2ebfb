package org.plantdeck.plantruntime.cli;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.backup.Backup;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.logging.LogKeys;
import org.plantdeck.plantruntime.logging.Logging;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;

/** {@code plantdeck historian backup}: the history as one file. */
@Command(
        name = "backup",
        description = {
            "The whole history as one file, with what people noted, while the historian runs or"
                    + " not.",
            "All that is stored when it begins is in it. The file's name is printed; Ctrl+C ends it"
                    + " and leaves nothing behind. Exit code 1: it is made, and something in the"
                    + " history is damaged."
        },
        mixinStandardHelpOptions = true)
final class HistorianBackupCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(HistorianBackupCommand.class);
    private static final String ENDING = ".zip";

    @Option(
            names = "--out",
            paramLabel = "WHERE",
            description =
                    "A folder, in which it is history-DATE.plantdeck.zip, or a file that ends with"
                            + " .zip and is not there yet; without it, this folder.")
    private Path out = Path.of("");

    @Mixin private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        DataDirectory directory = new DataDirectory(common.dataPath());
        Settings settings = common.settings(directory.settingsFile());
        InstantSource clock = InstantSource.system();
        Instant now = clock.instant();
        Path file = file(out.toAbsolutePath(), LocalDate.ofInstant(now, ZoneId.systemDefault()));
        try (Logging _ = Logging.toStandardError(LogKeys.read(settings));
                HistoryRun run = new HistoryRun("Backing up", clock)) {
            Backup.Maker maker = new Backup.Maker(now, Version.number());
            Backup.Result result =
                    Backup.make(HistorianCommand.place(settings, directory), file, maker, run);
            return report(file, result);
        } catch (PartFailure e) {
            throw new SettingsFailure(e.sentence(), e);
        }
    }

    private int report(Path file, Backup.Result result) {
        if (result.cancelled()) {
            LOG.atInfo().log("The backup was ended; nothing of it is left");
            return Failures.FAILED;
        }
        LOG.atInfo()
                .addKeyValue("files", result.files())
                .addKeyValue("bytes", result.bytes())
                .log("Backed up");
        result.damages()
                .forEach(it ->
                        LOG.atWarn()
                                .addKeyValue("what", it)
                                .log("Damaged in the history; historian verify says what to do"));
        spec.commandLine().getOut().println(file);
        return result.damages().isEmpty() ? 0 : Failures.FAILED;
    }

    /** The file that is meant: in a folder one of today's date that is not there yet. */
    static Path file(Path out, LocalDate today) {
        if (Files.isDirectory(out)) {
            String name = "history-" + today;
            Path file = out.resolve(name + ".plantdeck" + ENDING);
            for (int i = 2; Files.exists(file); i++) {
                file = out.resolve(name + "-" + i + ".plantdeck" + ENDING);
            }
            return file.normalize();
        }
        @Nullable Path name = out.getFileName();
        if (name == null || !name.toString().endsWith(ENDING)) {
            throw new SettingsFailure(
                    "There is no folder "
                            + out
                            + "; make it, or name a file that ends with "
                            + ENDING);
        }
        return out.normalize();
    }
}
