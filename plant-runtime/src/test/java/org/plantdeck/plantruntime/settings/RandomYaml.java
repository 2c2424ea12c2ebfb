package org.plantdeck.plantruntime.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Files of settings as people write them, each with comments of its own. */
final class RandomYaml {

    private static final List<String> TEXTS =
            List.of(
                    "plain",
                    "a b",
                    "null",
                    "~",
                    "yes",
                    "0x1F",
                    "1_000",
                    "- a",
                    "-",
                    "a: b",
                    "a #b",
                    "#a",
                    "'",
                    "\"q\"",
                    "it's",
                    "{a}",
                    "[b]",
                    "*x",
                    "&y",
                    "!t",
                    "%z",
                    "@",
                    "|",
                    ">",
                    "a:",
                    ":a",
                    "?",
                    "C:\\data\\x",
                    "tab\tin",
                    "nel\u0085in",
                    "ls\u2028in",
                    "é 😀",
                    "---",
                    "...",
                    "12:30",
                    "1e5",
                    ".5",
                    "2026-11-21",
                    "=",
                    "<<",
                    "`",
                    "a/#",
                    "+");

    private final List<Setting<?>> all;
    private final Random random;
    private final List<String> comments = new ArrayList<>();
    private int number;
    private String end = "\n";

    RandomYaml(Catalogue catalogue, long seed) {
        all = List.copyOf(catalogue.all());
        random = new Random(seed);
    }

    /** Any setting. */
    Setting<?> setting() {
        return all.get(random.nextInt(all.size()));
    }

    /** A value it may have. */
    String value(Setting<?> setting) {
        return switch (setting.kind()) {
            case WholeKind<?> whole -> Long.toString(whole(whole.low(), whole.high()));
            case NumberKind number ->
                    Double.toString(
                            number.low() + random.nextDouble() * (number.high() - number.low()));
            case DurationKind duration -> duration(duration);
            case InstantKind _ -> "2026-11-2" + random.nextInt(10) + "T10:00:00+01:00";
            case BrokerUrlKind _ -> random.nextBoolean() ? "wss://h:9/x" : "tcp://[::1]:7";
            case FileUrlKind _ -> random.nextBoolean() ? "https://h:9/x" : "file:///x/a%20b";
            case TextsKind _ -> list();
            case TextKind text when !text.words().isEmpty() ->
                    text.words().get(random.nextInt(text.words().size()));
            default -> TEXTS.get(random.nextInt(TEXTS.size()));
        };
    }

    private long whole(long low, long high) {
        return low == Long.MIN_VALUE
                ? random.nextLong()
                : low + (long) (random.nextDouble() * (high - low));
    }

    private String duration(DurationKind kind) {
        long low = kind.low().toMillis();
        long span = Math.min(kind.high().toMillis() - low, Duration.ofDays(30).toMillis());
        long millis = low + (long) (random.nextDouble() * span);
        return millis < 1_000_000_000 && random.nextBoolean()
                ? millis + "ms"
                : Duration.ofMillis(millis).toString();
    }

    private String list() {
        List<String> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(TEXTS.get(random.nextInt(TEXTS.size())).replace(",", ""));
        }
        return String.join(",", elements);
    }

    /** The comments of the last text. */
    List<String> comments() {
        return List.copyOf(comments);
    }

    /** A file with some settings. */
    String text() {
        comments.clear();
        end = random.nextInt(4) == 0 ? "\r\n" : "\n";
        Map<String, List<Setting<?>>> groups = new LinkedHashMap<>();
        List<Setting<?>> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        for (Setting<?> setting : shuffled.subList(0, random.nextInt(12))) {
            String section = setting.key().substring(0, setting.key().indexOf('.'));
            groups.computeIfAbsent(section, _ -> new ArrayList<>()).add(setting);
        }
        StringBuilder text = new StringBuilder(random.nextBoolean() ? comment() + end : "");
        groups.forEach((section, settings) -> text.append(group(section, settings)));
        String whole = text.toString();
        boolean open = random.nextInt(4) == 0 && whole.endsWith(end);
        return open ? whole.substring(0, whole.length() - end.length()) : whole;
    }

    private String comment() {
        String comment = "# remark " + number++ + ".";
        comments.add(comment);
        return comment;
    }

    private String remark() {
        return random.nextInt(3) == 0 ? "  " + comment() : "";
    }

    private String group(String section, List<Setting<?>> settings) {
        StringBuilder text = new StringBuilder();
        switch (random.nextInt(3)) {
            case 0 -> settings.forEach(it -> text.append(entry("", it.key(), it)));
            case 1 -> {
                text.append(section).append(':').append(remark()).append(end);
                settings.forEach(it ->
                        text.append(entry("  ", it.key().substring(section.length() + 1), it)));
            }
            default -> {
                List<String> flow = new ArrayList<>();
                for (Setting<?> it : settings) {
                    flow.add(it.key().substring(section.length() + 1) + ": " + scalar(it));
                }
                text.append(section)
                        .append(": {")
                        .append(String.join(", ", flow))
                        .append('}')
                        .append(remark())
                        .append(end);
            }
        }
        return text.toString();
    }

    private String scalar(Setting<?> setting) {
        return YamlEdit.rendered(setting, value(setting));
    }

    private String entry(String indent, String key, Setting<?> setting) {
        StringBuilder text = new StringBuilder();
        if (random.nextInt(3) == 0) {
            text.append(random.nextBoolean() ? indent : "").append(comment()).append(end);
        }
        text.append(indent).append(key).append(':');
        String value = value(setting);
        boolean block = setting.kind() instanceof TextsKind && !value.isEmpty();
        if (block && random.nextBoolean()) {
            text.append(remark()).append(end);
            for (String element : value.split(",", -1)) {
                text.append(indent).append("  - ").append(YamlScalar.of(element));
                text.append(remark()).append(end);
                text.append(random.nextInt(4) == 0 ? indent + comment() + end : "");
            }
            return text.toString();
        }
        String gap = random.nextInt(6) == 0 ? remark() + end + indent + "    " : " ";
        text.append(gap).append(YamlEdit.rendered(setting, value)).append(remark()).append(end);
        return text.append(random.nextInt(5) == 0 ? end : "").toString();
    }
}
