package org.plantdeck.plantruntime.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Changes one setting in the text of plantdeck.yaml and leaves every other line and every comment
 * as it is. What comes of it is read again before it is handed out: either exactly that setting has
 * changed, or the change is refused. Threads: any.
 *
 * @param catalogue every setting there is
 * @param file where the text is from, for what is said
 */
record YamlEdit(Catalogue catalogue, Path file) {

    /**
     * The text with a setting.
     *
     * @param value as somebody writes it
     * @throws SettingsFailure where the text is wrong, the value is, or it can only be set by hand
     */
    String set(String text, Setting<?> setting, String value) {
        SettingsReader.refusal(setting, value)
                .ifPresent(it -> {
                    throw new SettingsFailure(it);
                });
        Settings before = SettingsReader.readText(catalogue, file, text);
        String written = setting.key() + ": " + rendered(setting, value);
        List<String> candidates = new ArrayList<>();
        if (before.isSet(setting)) {
            YamlSpot.find(text, setting.key())
                    .ifPresent(it -> candidates.add(replaced(text, it, rendered(setting, value))));
        } else {
            candidates.addAll(uncommented(text, setting, written));
            candidates.add(appended(text, written));
        }
        Object wanted = setting.kind().read(value).orElseThrow();
        return first(candidates, before, setting, Optional.of(wanted), text);
    }

    /**
     * The text in which a setting is not set.
     *
     * @throws SettingsFailure where the text is wrong, or it can only be taken away by hand
     */
    String reset(String text, Setting<?> setting) {
        Settings before = SettingsReader.readText(catalogue, file, text);
        if (!before.isSet(setting)) {
            return text;
        }
        List<String> candidates = new ArrayList<>();
        YamlSpot.find(text, setting.key())
                .ifPresent(it ->
                        candidates.add(
                                it.flow() ? cut(text, it) : commentedOut(text, it, setting)));
        return first(candidates, before, setting, Optional.empty(), text);
    }

    private String first(
            List<String> candidates,
            Settings before,
            Setting<?> setting,
            Optional<Object> wanted,
            String text) {
        return candidates.stream()
                .filter(it -> isThatAlone(it, before, setting, wanted))
                .findFirst()
                .orElseThrow(() -> {
                    String line =
                            YamlSpot.find(text, setting.key())
                                    .map(it -> ", line " + line(text, it.keyStart()))
                                    .orElse("");
                    return new SettingsFailure(
                            file
                                    + line
                                    + ": "
                                    + setting.key()
                                    + " is written in a way that is not changed from here; change"
                                    + " it in the file by hand");
                });
    }

    private static long line(String text, int index) {
        return text.substring(0, index).chars().filter(c -> c == '\n').count() + 1;
    }

    private boolean isThatAlone(
            String next, Settings before, Setting<?> setting, Optional<Object> wanted) {
        try {
            Settings after = SettingsReader.readText(catalogue, file, next);
            return after.find(setting).map(Object.class::cast).equals(wanted)
                    && catalogue.all().stream()
                            .filter(it -> !it.key().equals(setting.key()))
                            .allMatch(it -> after.text(it).equals(before.text(it)));
        } catch (SettingsFailure wrong) {
            return false;
        }
    }

    static String rendered(Setting<?> setting, String value) {
        if (setting.kind() instanceof TextsKind list) {
            return list.read(value).orElseThrow().stream()
                    .map(YamlScalar::of)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return YamlScalar.of(value.strip());
    }

    /** The value in its place; comments from between its lines go above it. */
    private static String replaced(String text, YamlSpot spot, String rendered) {
        boolean oneLine = text.substring(spot.keyEnd(), spot.valueEnd()).indexOf('\n') < 0;
        if (oneLine) {
            return text.substring(0, spot.valueStart())
                    + rendered
                    + text.substring(spot.valueEnd());
        }
        int line = lineStart(text, spot.keyStart());
        return text.substring(0, line)
                + commentLines(text, spot)
                + text.substring(line, spot.keyEnd())
                + " "
                + rendered
                + text.substring(spot.valueEnd());
    }

    /** The line as a first start writes it; what is said behind the value stays. */
    private static String commentedOut(String text, YamlSpot spot, Setting<?> setting) {
        int line = lineStart(text, spot.keyStart());
        return text.substring(0, line)
                + commentLines(text, spot)
                + text.substring(line, spot.keyStart())
                + "#"
                + spot.name()
                + ": "
                + SettingsTemplate.standard(setting)
                + text.substring(spot.valueEnd());
    }

    private static String commentLines(String text, YamlSpot spot) {
        String indent = text.substring(lineStart(text, spot.keyStart()), spot.keyStart());
        String margin = indent.isBlank() ? indent : "";
        return spot.comments().stream()
                .map(it -> margin + it + lineEnd(text))
                .collect(Collectors.joining());
    }

    /** Taken out of its braces with one comma. */
    private static String cut(String text, YamlSpot spot) {
        Matcher behind = Pattern.compile("\\s*,\\s*").matcher(text);
        if (behind.region(spot.valueEnd(), text.length()).lookingAt()) {
            return text.substring(0, spot.keyStart()) + text.substring(behind.end());
        }
        String front = text.substring(0, spot.keyStart()).replaceFirst("\\s*,\\s*$", "");
        return front + text.substring(spot.valueEnd());
    }

    /** Each line that shows the key as a comment, with the value instead. */
    private static List<String> uncommented(String text, Setting<?> setting, String written) {
        Matcher line =
                Pattern.compile(
                                "(?m)^([ \\t]*)#[ ]?"
                                        + Pattern.quote(setting.key())
                                        + ":([^\\r\\n]*)")
                        .matcher(text);
        List<String> candidates = new ArrayList<>();
        while (line.find()) {
            candidates.add(
                    text.substring(0, line.start())
                            + line.group(1)
                            + written
                            + remark(line.group(2), setting)
                            + text.substring(line.end()));
        }
        return candidates;
    }

    /** What somebody has said behind a default. */
    private static String remark(String behind, Setting<?> setting) {
        String standard = " " + SettingsTemplate.standard(setting).stripTrailing();
        String rest = behind.startsWith(standard) ? behind.substring(standard.length()) : behind;
        int comment = rest.indexOf(" #");
        return comment < 0 ? "" : rest.substring(comment);
    }

    private static String appended(String text, String written) {
        String end = lineEnd(text);
        String front = text.isEmpty() || text.endsWith("\n") ? text : text + end;
        return front + written + end;
    }

    private static int lineStart(String text, int index) {
        return text.lastIndexOf('\n', index - 1) + 1;
    }

    private static String lineEnd(String text) {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
