package org.plantdeck.plantruntime.cli;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.imports.ImportRequest.ListColumns;
import org.plantdeck.historian.imports.ImportRequest.Names;
import org.plantdeck.historian.imports.ImportRequest.Shape;
import org.plantdeck.historian.imports.ImportRequest.Times;
import org.plantdeck.plantruntime.settings.SettingsFailure;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options that say how a file that is imported is to be read. */
final class ImportShapeOptions {

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            description = "The column of times; without it, one named timestamp, time …")
    private @Nullable String time;

    @Option(
            names = "--time-format",
            paramLabel = "FORMAT",
            description =
                    "iso, epoch-s, epoch-ms, epoch-us, epoch-ns or a pattern such as"
                            + " \"dd.MM.yyyy HH:mm:ss\"; without it, found out.")
    private @Nullable String timeFormat;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            converter = FormOptions.Zone.class,
            description = "Whose clock showed times without an offset; without it, UTC.")
    private @Nullable ZoneId zone;

    @Option(
            names = "--map",
            paramLabel = "COLUMN=TOPIC/TAG",
            description = "Which tag a column, or a name in the tag column, is; repeatable.")
    private List<String> map = new ArrayList<>();

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "The topic of columns whose name has none.")
    private @Nullable String topic;

    @Option(
            names = "--ignore",
            paramLabel = "COLUMN",
            description = "A column, or a name in the tag column, to leave out; repeatable.")
    private List<String> ignored = new ArrayList<>();

    @Option(names = "--ignore-unknown", description = "Leaves out every column that is no tag.")
    private boolean ignoresUnknown;

    @Option(
            names = "--tag",
            paramLabel = "COLUMN",
            description = "The column of tags where a line is a value; goes with --value.")
    private @Nullable String tagColumn;

    @Option(
            names = "--value",
            paramLabel = "COLUMN",
            description = "The column of values where a line is a value; goes with --tag.")
    private @Nullable String valueColumn;

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            converter = Separator.class,
            description = "What stands between cells, tab for a tabulator; without it, found out.")
    private @Nullable Character separator;

    @Option(
            names = "--decimal",
            paramLabel = "MARK",
            description = "point or comma; without it, found out.")
    private @Nullable DecimalMark decimal;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            converter = Encoding.class,
            description =
                    "Such as windows-1252; without it, UTF-8, or what a byte order mark says.")
    private @Nullable Charset encoding;

    @Option(
            names = "--skip-lines",
            paramLabel = "N",
            description = "Lines before the one with the names of columns; 0 without it.")
    private int linesBefore;

    @Option(names = "--units", description = "A line of units follows the names of columns.")
    private boolean hasUnits;

    @Option(
            names = "--absent",
            paramLabel = "TEXT",
            description = "A text that means no value, such as n/a; repeatable.")
    private List<String> absent = new ArrayList<>();

    /** What stands before decimals. */
    enum DecimalMark {
        POINT('.'),
        COMMA(',');

        private final char character;

        DecimalMark(char character) {
            this.character = character;
        }
    }

    /** Reads one character, or the word tab. */
    static final class Separator implements ITypeConverter<Character> {
        @Override
        public Character convert(@Nullable String text) {
            String word = String.valueOf(text);
            if (word.equals("tab") || word.equals("\\t")) {
                return '\t';
            }
            if (word.length() != 1 || word.equals("\"")) {
                throw new TypeConversionException(word + " is not one character, or tab");
            }
            return word.charAt(0);
        }
    }

    /** Reads the name of an encoding. */
    static final class Encoding implements ITypeConverter<Charset> {
        @Override
        public Charset convert(@Nullable String text) {
            String name = String.valueOf(text);
            try {
                return Charset.forName(name);
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                throw new TypeConversionException(
                        name + " is no encoding, such as UTF-8, windows-1252 or UTF-16LE");
            }
        }
    }

    Shape shape() {
        if (linesBefore < 0) {
            throw new SettingsFailure(
                    "--skip-lines is " + linesBefore + ", must be a whole number from 0 on");
        }
        return new Shape(
                Optional.ofNullable(separator),
                Optional.ofNullable(decimal).map(it -> it.character),
                Optional.ofNullable(encoding),
                linesBefore,
                hasUnits,
                new HashSet<>(absent));
    }

    Times times() {
        return new Times(
                Optional.ofNullable(time),
                Optional.ofNullable(timeFormat),
                Optional.ofNullable(zone));
    }

    Names names() {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String each : map) {
            int equals = each.lastIndexOf('=');
            if (equals < 1 || equals == each.length() - 1) {
                throw new SettingsFailure(
                        "--map "
                                + each
                                + " must say a column and a tag, such as"
                                + " --map \"Pressure=press/1/pressure\"");
            }
            tags.put(each.substring(0, equals), each.substring(equals + 1));
        }
        return new Names(
                tags, Optional.ofNullable(topic), new HashSet<>(ignored), ignoresUnknown, list());
    }

    private Optional<ListColumns> list() {
        if (tagColumn == null && valueColumn == null) {
            return Optional.empty();
        }
        if (tagColumn == null || valueColumn == null) {
            throw new SettingsFailure("--tag and --value go together; name both columns");
        }
        return Optional.of(new ListColumns(tagColumn, valueColumn));
    }
}
