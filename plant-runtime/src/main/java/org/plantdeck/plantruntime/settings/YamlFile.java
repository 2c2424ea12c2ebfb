package org.plantdeck.plantruntime.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads plantdeck.yaml into dotted keys with their lines. Threads: one. */
final class YamlFile {

    private final Path file;
    private final JsonParser parser;
    private final List<Entry> entries = new ArrayList<>();

    private YamlFile(Path file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * A value as written.
     *
     * @param key its dotted key
     * @param text the scalar, or the elements of a list joined by commas
     * @param line line of the file, from 1
     * @param list whether it was written as a list
     * @param empty whether nothing was written
     */
    record Entry(String key, String text, int line, boolean list, boolean empty) {}

    /** The entries in their order; none where there is no file. */
    static List<Entry> read(Path file) {
        return Files.notExists(file) ? List.of() : read(file, text(file));
    }

    /** The whole file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The entries of a text that is, or is to be, in a file. */
    static List<Entry> read(Path file, String text) {
        try (JsonParser parser = new YAMLFactory().createParser(text)) {
            YamlFile reading = new YamlFile(file, parser);
            reading.document();
            return reading.entries;
        } catch (JsonProcessingException malformed) {
            throw malformed(file, malformed);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static SettingsFailure unreadable(Path file, IOException e) {
        return new SettingsFailure(
                file
                        + " cannot be read ("
                        + e.getMessage()
                        + "); make it a text file you may"
                        + " read, or choose another directory with --data DIR",
                e);
    }

    private static SettingsFailure malformed(Path file, JsonProcessingException malformed) {
        String where = "";
        String problem = "it cannot be understood";
        if (malformed.getCause() instanceof MarkedYAMLException marked) {
            Mark mark = marked.getProblemMark();
            where = ", line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
            problem = marked.getProblem().lines().findFirst().orElse(problem).strip();
        }
        return new SettingsFailure(
                file
                        + where
                        + ": this is not YAML ("
                        + problem
                        + "); write `key: value` a line, groups indented by spaces",
                malformed);
    }

    private void document() throws IOException {
        @Nullable JsonToken token = parser.nextToken();
        if (token == null || token == JsonToken.VALUE_NULL) {
            return;
        }
        if (token != JsonToken.START_OBJECT) {
            throw new SettingsFailure(
                    file + ", line " + line() + ": write settings as `key: value`, one a line");
        }
        group("");
        if (parser.nextToken() != null) {
            throw new SettingsFailure(
                    file + ", line " + line() + ": a second document begins; remove the `---`");
        }
    }

    private void group(String prefix) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = prefix + parser.currentName();
            int line = line();
            @Nullable JsonToken value = parser.nextToken();
            if (value == JsonToken.START_OBJECT) {
                group(key + ".");
            } else if (value == JsonToken.START_ARRAY) {
                entries.add(new Entry(key, elements(key), line, true, false));
            } else if (value == JsonToken.VALUE_NULL) {
                entries.add(new Entry(key, "", line, false, true));
            } else {
                entries.add(new Entry(key, parser.getText(), line, false, false));
            }
        }
    }

    private String elements(String key) throws IOException {
        List<String> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (!token.isScalarValue()) {
                throw new SettingsFailure(
                        file
                                + ", line "
                                + line()
                                + ": "
                                + key
                                + " is a list of plain values; take out the nested one");
            }
            elements.add(parser.getText());
        }
        return String.join(TextsKind.SEPARATOR, elements);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
