package org.plantdeck.plantruntime.cli;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.HistoryLocation;
import org.plantdeck.historian.export.Export;
import org.plantdeck.historian.export.ExportForm;
import org.plantdeck.historian.export.ExportRequest;
import org.plantdeck.historian.export.ExportResult;
import org.plantdeck.historian.export.Extensions;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.logging.LogKeys;
import org.plantdeck.plantruntime.logging.Logging;
import org.plantdeck.plantruntime.parts.HistorianKeys;
import org.plantdeck.plantruntime.settings.Settings;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** {@code plantdeck export}: stored readings as a file. */
@Command(
        name = "export",
        description = {
            "Stored readings as a file, while the historian runs or not.",
            "A row has the time stamp and the values as they were published; the range is"
                    + " [from, to). Ctrl+C ends it and leaves nothing behind."
        },
        mixinStandardHelpOptions = true)
final class ExportCommand implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ExportCommand.class);
    private static final String STANDARD_OUTPUT = "-";

    @Option(
            names = "--tags",
            paramLabel = "TAG",
            split = ",",
            description =
                    "Full names such as factory/energy/voltages.L1, separated by commas; without"
                            + " it, every tag.")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Time.class,
            description = "ISO-8601; without it, from the beginning.")
    private Instant from = Instant.MIN;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = Time.class,
            description = "ISO-8601; without it, to the end.")
    private Instant to = Instant.MAX;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to; - or nothing is standard output.")
    private String out = STANDARD_OUTPUT;

    @Mixin private final FormOptions form = new FormOptions();

    @Mixin private final CommonOptions common = new CommonOptions();

    /** Reads an ISO-8601 time. */
    static final class Time implements ITypeConverter<Instant> {
        @Override
        public Instant convert(@Nullable String text) {
            return IsoTime.parse(String.valueOf(text))
                    .orElseThrow(() ->
                            new TypeConversionException(
                                    text
                                            + " is no ISO-8601 time with Z or an offset,"
                                            + " such as 2026-11-21T10:00:00Z"));
        }
    }

    @Override
    public void run() {
        DataDirectory directory = new DataDirectory(common.dataPath());
        Settings settings = common.settings(directory.settingsFile());
        try (Logging _ = Logging.toStandardError(LogKeys.read(settings))) {
            ExportForm asked = form.form(out).with(Extensions.in(directory.plugins()));
            ExportResult result = export(HistorianKeys.history(settings, directory), asked);
            LOG.atInfo()
                    .addKeyValue("rows", result.rows())
                    .addKeyValue("runs", result.runs())
                    .addKeyValue("format", asked.format())
                    .addKeyValue("out", out)
                    .log(result.cancelled() ? "Export ended before it was complete" : "Exported");
        } catch (PartFailure e) {
            throw new SettingsFailure(e.sentence(), e);
        }
    }

    private ExportResult export(HistoryLocation history, ExportForm asked) {
        ExportRequest request = new ExportRequest(tags, from, to);
        try (ExportRun run =
                new ExportRun(history, request, InstantSource.system()).endedWithTheProcess()) {
            if (!out.equals(STANDARD_OUTPUT)) {
                return Export.toFile(history, request, asked, Path.of(out).toAbsolutePath(), run);
            }
            try (FileOutputStream stream = new FileOutputStream(FileDescriptor.out)) {
                return Export.toStream(history, request, asked, stream, run);
            } catch (IOException e) {
                throw new UncheckedIOException("standard output", e);
            }
        }
    }
}
