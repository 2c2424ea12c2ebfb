package org.plantdeck.plantruntime.logging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.plantdeck.signal.IsoTime;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An event as it was read from a log file, whether that was written as text or as JSON. Threads:
 * any.
 *
 * @param time when it was; empty where the line is of somebody else
 * @param level how much it matters
 * @param part whom it is about; empty where nobody says
 * @param message what happened, with its key=value pairs
 * @param stack the lines below it, as of an exception; empty where there are none
 */
public record LoggedEvent(
        Optional<Instant> time, LogLevel level, String part, String message, String stack) {

    private static final Pattern TEXT =
            Pattern.compile("(\\S{20,35}Z?) (ERROR|WARN|INFO|DEBUG|TRACE) (\\S+) (.*)");
    private static final Set<String> OWN_KEYS =
            Set.of("time", "level", "part", "message", "thread", "stack");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_STACK = 32_768;

    /** Reads a line; empty where it does not begin an event but belongs to the one before. */
    static Optional<LoggedEvent> read(String line) {
        return line.startsWith("{") ? ofJson(line) : ofText(line);
    }

    private static Optional<LoggedEvent> ofText(String line) {
        Matcher parts = TEXT.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return IsoTime.parse(parts.group(1))
                .map(time ->
                        new LoggedEvent(
                                Optional.of(time),
                                LogLevel.valueOf(parts.group(2)),
                                parts.group(3),
                                parts.group(4),
                                ""));
    }

    private static Optional<LoggedEvent> ofJson(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            Optional<Instant> time = IsoTime.parse(json.path("time").asText());
            Optional<LogLevel> level = level(json.path("level").asText());
            if (time.isEmpty() || level.isEmpty()) {
                return Optional.empty();
            }
            StringBuilder message = new StringBuilder(json.path("message").asText());
            json.properties().stream()
                    .filter(it -> !OWN_KEYS.contains(it.getKey()))
                    .forEach(it ->
                            message.append(' ')
                                    .append(it.getKey())
                                    .append('=')
                                    .append(it.getValue().asText()));
            return Optional.of(
                    new LoggedEvent(
                            time,
                            level.get(),
                            json.path("part").asText(),
                            message.toString(),
                            json.path("stack").asText().stripTrailing()));
        } catch (JsonProcessingException notOurs) {
            return Optional.empty();
        }
    }

    private static Optional<LogLevel> level(String word) {
        for (LogLevel level : LogLevel.values()) {
            if (level.name().equals(word)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    /** A line that nobody can place. */
    static LoggedEvent strange(String line) {
        return new LoggedEvent(Optional.empty(), LogLevel.INFO, "", line, "");
    }

    /** The same with one more line below it. */
    LoggedEvent below(String line) {
        if (line.isBlank() || stack.length() > LONGEST_STACK) {
            return this;
        }
        return new LoggedEvent(
                time, level, part, message, stack.isEmpty() ? line : stack + "\n" + line);
    }

    /** All of it, as a file of text has it. */
    public String text() {
        String line =
                time.map(it -> IsoTime.format(it) + " " + level + " " + part + " ").orElse("")
                        + message;
        return stack.isEmpty() ? line : line + "\n" + stack;
    }
}
