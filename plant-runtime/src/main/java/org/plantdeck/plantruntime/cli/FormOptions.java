package org.plantdeck.plantruntime.cli;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.export.Aggregate;
import org.plantdeck.historian.export.Buckets;
import org.plantdeck.historian.export.ExportForm;
import org.plantdeck.historian.export.ExportFormat;
import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Nearest;
import org.plantdeck.plantruntime.settings.SettingsFailure;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The options that say how an export looks. */
final class FormOptions {

    private static final Duration INTERVAL_MAX = Duration.ofDays(3_660);

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "csv, ndjson, json, xlsx, sqlite or, with its extension, parquet; without it,"
                            + " what the file's name ends with, else csv.")
    private @Nullable ExportFormat format;

    @Option(
            names = "--wide",
            description = "A row an instant with a column a tag; so it is without --long too.")
    private boolean wide;

    @Option(names = "--long", description = "A row a value: time stamp, tag, value.")
    private boolean longForm;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = Interval.class,
            description =
                    "Sums readings up in buckets of 10s, 15m, 1d …, counted from the epoch, or in a"
                            + " time zone from its midnight.")
    private @Nullable Duration interval;

    @Option(
            names = "--aggregate",
            paramLabel = "FIGURE",
            converter = Figure.class,
            description =
                    "The figure of a bucket: avg (without it), min, max, sum, count, first, last,"
                            + " stddev, time-weighted; or what was when it begins: stepped, the"
                            + " last value before, or linear, on the line between two.")
    private @Nullable Aggregate aggregate;

    @Option(
            names = "--hold",
            paramLabel = "TIME",
            converter = Interval.class,
            description =
                    "How long a value holds for stepped, and how far apart two are that linear"
                            + " leads between; 1h without it, at most 10000 intervals.")
    private @Nullable Duration hold;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            converter = Zone.class,
            description =
                    "Writes times as they are there, with the offset, such as Europe/Vienna;"
                            + " without it, in UTC with Z.")
    private @Nullable ZoneId zone;

    /** Reads a stretch of time. */
    static final class Interval implements ITypeConverter<Duration> {
        private static final Kind<Duration> KIND =
                Kind.duration(Duration.ofMillis(1), INTERVAL_MAX);

        @Override
        public Duration convert(@Nullable String text) {
            return KIND.read(String.valueOf(text))
                    .orElseThrow(() ->
                            new TypeConversionException(
                                    text + " is not " + KIND.requirement() + KIND.hint()));
        }
    }

    /** Reads the word of a figure. */
    static final class Figure implements ITypeConverter<Aggregate> {
        private static final List<String> WORDS =
                Arrays.stream(Aggregate.values()).map(Aggregate::word).toList();

        @Override
        public Aggregate convert(@Nullable String text) {
            String word = String.valueOf(text);
            return Arrays.stream(Aggregate.values())
                    .filter(it -> it.word().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException(
                                    word + " is not one of " + String.join(", ", WORDS)));
        }
    }

    /** Reads the name of a time zone. */
    static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(@Nullable String text) {
            String name = String.valueOf(text);
            try {
                return ZoneId.of(name);
            } catch (DateTimeException unknown) {
                Optional<String> near =
                        Nearest.of(name, new TreeSet<>(ZoneId.getAvailableZoneIds()));
                throw new TypeConversionException(
                        name
                                + " is no time zone"
                                + near.map(it -> "; did you mean " + it + "?")
                                        .orElse(", such as Europe/Vienna or +01:00"));
            }
        }
    }

    /**
     * The form that is asked for.
     *
     * @param file the name of the file it goes to; {@code -} for none
     * @throws SettingsFailure where the options do not go together
     */
    ExportForm form(String file) {
        if (wide && longForm) {
            throw new SettingsFailure("--wide and --long exclude each other; take one of them");
        }
        if (aggregate != null && interval == null) {
            throw new SettingsFailure(
                    "--aggregate "
                            + aggregate.word()
                            + " needs --interval, such as --interval 10s");
        }
        Aggregate figure = aggregate == null ? Aggregate.AVG : aggregate;
        if (hold != null && figure != Aggregate.STEPPED && figure != Aggregate.LINEAR) {
            throw new SettingsFailure(
                    "--hold needs --aggregate stepped or linear; other figures hold nothing");
        }
        return new ExportForm(
                format == null ? ExportFormat.ofFile(file).orElse(ExportFormat.CSV) : format,
                !longForm,
                Optional.ofNullable(interval).map(it -> buckets(it, figure)),
                Optional.ofNullable(zone));
    }

    private Buckets buckets(Duration length, Aggregate figure) {
        return hold == null ? new Buckets(length, figure) : new Buckets(length, figure, hold);
    }
}
