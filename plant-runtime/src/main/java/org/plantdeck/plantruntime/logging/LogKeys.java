package org.plantdeck.plantruntime.logging;

import org.plantdeck.plantruntime.logging.LogSettings.Format;
import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;

import java.util.List;
import java.util.Locale;

/** The settings of logging. */
public final class LogKeys {

    /** The least level written. */
    public static final Setting<String> LEVEL =
            Setting.of(
                    "log.level",
                    Kind.word(List.of("error", "warn", "info", "debug", "trace")),
                    "info",
                    "level",
                    "Least level of the events that are logged");

    /** How a line is written. */
    public static final Setting<String> FORMAT =
            Setting.of(
                    "log.format",
                    Kind.word(List.of("text", "json")),
                    "text",
                    "format",
                    "One line of text an event, or one JSON object");

    private static final Setting<Integer> FILE_SIZE =
            Setting.of(
                    "log.file-size",
                    Kind.whole(1, 1_000),
                    10,
                    "MB",
                    "Size at which a log file is put aside and a new one begun");

    private static final Setting<Integer> FILE_COUNT =
            Setting.of(
                    "log.file-count",
                    Kind.whole(1, 20),
                    5,
                    "files",
                    "Log files kept beside the current one");

    private LogKeys() {}

    /** All of them, in the order they are shown. */
    public static List<Setting<?>> all() {
        return List.of(LEVEL, FORMAT, FILE_SIZE, FILE_COUNT);
    }

    /** What they say. */
    public static LogSettings read(Settings settings) {
        return new LogSettings(
                settings.get(LEVEL),
                Format.valueOf(settings.get(FORMAT).toUpperCase(Locale.ROOT)),
                settings.get(FILE_SIZE),
                settings.get(FILE_COUNT));
    }
}
