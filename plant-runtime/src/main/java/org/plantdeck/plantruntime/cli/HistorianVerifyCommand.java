package org.plantdeck.plantruntime.cli;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.backup.HistoryCheck;
import org.plantdeck.historian.backup.HistoryCheck.FileReport;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.logging.LogKeys;
import org.plantdeck.plantruntime.logging.Logging;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.signal.PartFailure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code plantdeck historian verify}: whether everything in the history can be read. */
@Command(
        name = "verify",
        description = {
            "Reads all of the history, or of a backup, and says which file is damaged and what to"
                    + " do.",
            "Works while the historian runs or not, and changes nothing. Exit code 1: something is"
                    + " damaged."
        },
        mixinStandardHelpOptions = true)
final class HistorianVerifyCommand implements Callable<Integer> {

    private static final double MEGABYTE = 1e6;

    @Option(
            names = "--from",
            paramLabel = "BACKUP",
            description =
                    "The file that historian backup made; without it, the history of the data"
                            + " directory.")
    private @Nullable Path from;

    @Mixin private final CommonOptions common = new CommonOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // set before the command is called
    private CommandSpec spec;

    @Override
    public Integer call() {
        DataDirectory directory = new DataDirectory(common.dataPath());
        Settings settings = common.settings(directory.settingsFile());
        PrintWriter out = spec.commandLine().getOut();
        try (Logging _ = Logging.toStandardError(LogKeys.read(settings));
                HistoryRun run = new HistoryRun("Verifying", InstantSource.system())) {
            HistoryCheck.Result result =
                    from == null
                            ? HistoryCheck.of(
                                    HistorianCommand.place(settings, directory),
                                    it -> out.println(line(it)),
                                    run)
                            : HistoryCheck.ofBackup(
                                    from.toAbsolutePath().normalize(),
                                    it -> out.println(line(it)),
                                    run);
            out.println(result.cancelled() ? "ended before all was read" : count(result));
            return result.cancelled() || result.damaged() > 0 ? Failures.FAILED : 0;
        } catch (PartFailure e) {
            throw new SettingsFailure(e.sentence(), e);
        }
    }

    private static String count(HistoryCheck.Result result) {
        String files = result.files() == 1 ? "1 file, " : result.files() + " files, ";
        return files + result.damaged() + " damaged";
    }

    private static String line(FileReport report) {
        return String.format(
                Locale.ROOT,
                "%-8s%9.1f MB  %s%s",
                report.damage().isPresent() ? "DAMAGED" : "sound",
                report.bytes() / MEGABYTE,
                report.name(),
                report.damage().map(it -> ": " + it).orElse(""));
    }
}
