package org.plantdeck.plantruntime.cli;

import org.plantdeck.historian.imports.BadLine;
import org.plantdeck.historian.imports.Import;
import org.plantdeck.historian.imports.ImportRequest;
import org.plantdeck.historian.imports.ImportResult;
import org.plantdeck.historian.imports.ImportResult.Column;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.logging.LogKeys;
import org.plantdeck.plantruntime.logging.Logging;
import org.plantdeck.plantruntime.parts.HistorianKeys;
import org.plantdeck.plantruntime.parts.HistoryTurn;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;

/** {@code plantdeck import}: readings from a CSV file. */
@Command(
        name = "import",
        description = {
            "Readings from a CSV file into the history, while the historian runs or not: all of"
                    + " them or none.",
            "It takes what export writes and what others write; --dry-run shows how a file is"
                    + " understood. A line that cannot be read keeps everything out. Ctrl+C while"
                    + " the file is read changes nothing; once it is being taken in, that goes on"
                    + " to its end."
        },
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(ImportCommand.class);

    @Parameters(paramLabel = "FILE", description = "The CSV file.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Reads the file, says what it is, changes nothing.")
    private boolean dry;

    @Option(names = "--skip-bad", description = "Leaves lines out that cannot be read.")
    private boolean skipsBad;

    @Mixin private final ImportShapeOptions shape = new ImportShapeOptions();

    @Mixin private final CommonOptions common = new CommonOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        DataDirectory directory =
                dry ? new DataDirectory(common.dataPath()) : DataDirectory.open(common.dataPath());
        Settings settings = common.settings(directory.settingsFile());
        ImportRequest request =
                new ImportRequest(
                        file.toAbsolutePath(),
                        shape.shape(),
                        shape.times(),
                        shape.names(),
                        skipsBad);
        try (Logging _ = Logging.toStandardError(LogKeys.read(settings));
                ImportRun run = new ImportRun(InstantSource.system())) {
            Import into =
                    new Import(
                            HistorianCommand.place(
                                            settings, directory, "load the file there with \\copy")
                                    .database(),
                            InstantSource.system());
            ImportResult result =
                    dry
                            ? into.check(request, run)
                            : into.run(request, HistoryTurn.of(directory), run);
            return report(result, settings);
        } catch (PartFailure e) {
            throw new SettingsFailure(e.sentence(), e);
        }
    }

    private int report(ImportResult result, Settings settings) {
        PrintWriter out = spec.commandLine().getOut();
        if (dry) {
            describe(result, out);
        }
        for (BadLine line : result.badLines()) {
            out.println("line " + line.number() + ": " + line.reason());
        }
        if (result.badCount() > result.badLines().size()) {
            out.println("and " + (result.badCount() - result.badLines().size()) + " more");
        }
        out.flush();
        LOG.atInfo()
                .addKeyValue("lines", result.lines())
                .addKeyValue("bad", result.badCount())
                .addKeyValue("values", result.values())
                .addKeyValue("from", result.first().map(Instant::toString).orElse("none"))
                .addKeyValue("to", result.last().map(Instant::toString).orElse("none"))
                .log(
                        switch (result.outcome()) {
                            case IMPORTED -> "Imported";
                            case CHECKED -> "Read; nothing is changed";
                            case REFUSED ->
                                    "Nothing is imported: there are lines that cannot be read;"
                                            + " correct them, or leave them out with --skip-bad";
                            case CANCELLED -> "The import was ended; nothing is changed";
                        });
        warnOfAge(result, settings);
        boolean isGood =
                result.outcome() == ImportResult.Outcome.IMPORTED
                        || (result.outcome() == ImportResult.Outcome.CHECKED
                                && (skipsBad || result.badCount() == 0));
        return isGood ? 0 : Failures.FAILED;
    }

    /** What is older than the retention goes as soon as the historian runs. */
    private static void warnOfAge(ImportResult result, Settings settings) {
        Instant horizon = InstantSource.system().instant().minus(HistorianKeys.retention(settings));
        if (result.first().map(horizon::isAfter).orElse(false)) {
            LOG.atWarn()
                    .addKeyValue("before", horizon)
                    .log(
                            "Readings older than historian.retention are removed while the"
                                    + " historian runs; set it higher to keep them");
        }
    }

    private static void describe(ImportResult result, PrintWriter out) {
        ImportResult.Understood file = result.file();
        out.println(
                "cells separated by "
                        + (file.separator() == '\t' ? "tabulators" : "\"" + file.separator() + "\"")
                        + ", decimals behind a "
                        + (file.decimalMark() == ',' ? "comma" : "point")
                        + ", times as "
                        + file.times()
                        + ", without an offset those of "
                        + (file.zone().equals("Z") ? "UTC" : file.zone()));
        for (Column column : file.columns()) {
            out.println(
                    column.name()
                            + ": "
                            + switch (column.use()) {
                                case TIME -> "time";
                                case TAG_NAMES -> "names of tags";
                                case VALUES_OF_TAGS -> "values of tags";
                                case LEFT_OUT -> "left out";
                                case RUN, SEQUENCE, VALUE ->
                                        column.tag() + ", " + column.values() + " values";
                            });
        }
    }
}
