package org.plantdeck.app.logs;

import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.logging.LogLevel;
import org.plantdeck.plantruntime.logging.LoggedEvent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which events of a log are shown. Threads: the screen's. */
final class LogsModel {

    private static final Words WORDS = Words.of(LogsModel.class);
    private static final Duration TODAY = Duration.ofHours(12);
    private static final int LONGEST_MESSAGE = 400;

    private List<LoggedEvent> newest = List.of();
    private List<LoggedEvent> frozen = List.of();
    private boolean paused;
    private LogLevel least = LogLevel.TRACE;
    private String part = "";
    private String search = "";

    /** Takes over what the file holds now. */
    void show(List<LoggedEvent> events) {
        newest = events;
        if (!paused) {
            frozen = events;
        }
    }

    /** Whether what is shown stays as it is while the file grows. */
    void pause(boolean wanted) {
        paused = wanted;
        if (!paused) {
            frozen = newest;
        }
    }

    boolean isPaused() {
        return paused;
    }

    void atLeast(LogLevel level) {
        least = level;
    }

    /**
     * @param name of a part; empty for all
     */
    void of(String name) {
        part = name;
    }

    void search(String text) {
        search = text.strip().toLowerCase(Locale.ROOT);
    }

    /** What is shown, the newest last. */
    List<LoggedEvent> rows() {
        return frozen.stream()
                .filter(it -> it.level().isAtLeast(least))
                .filter(it -> part.isEmpty() || it.part().equals(part))
                .filter(it -> search.isEmpty() || isSearched(it))
                .toList();
    }

    private boolean isSearched(LoggedEvent event) {
        return contains(event.message()) || contains(event.part()) || contains(event.stack());
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(search);
    }

    /** The parts that have said something. */
    List<String> parts() {
        return newest.stream()
                .map(LoggedEvent::part)
                .filter(it -> !it.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** How many are shown of how many, and what waits. */
    String context(int shown) {
        String count = WORDS.say("count", Numbers.text(shown), Numbers.text(frozen.size()));
        return paused ? WORDS.say("paused", count) : count;
    }

    /** What stands where nothing is shown. */
    String empty() {
        return WORDS.say(frozen.isEmpty() ? "no-lines" : "none-found");
    }

    /** When it was; with the day where that is another. */
    static String time(LoggedEvent event, Instant now) {
        Optional<Instant> time = event.time();
        return time.map(it ->
                        Duration.between(it, now).abs().compareTo(TODAY) < 0
                                ? Times.millisecond(it)
                                : Times.dayAndSecond(it))
                .orElse("");
    }

    /** The message as a row shows it. */
    static String message(LoggedEvent event) {
        String message = event.message();
        String whole =
                message.length() <= LONGEST_MESSAGE
                        ? message
                        : message.substring(0, LONGEST_MESSAGE) + " …";
        long below = event.stack().isEmpty() ? 0 : event.stack().lines().count();
        if (below == 0) {
            return whole;
        }
        return below == 1
                ? WORDS.say("with-one", whole)
                : WORDS.say("with-stack", whole, Numbers.text(below));
    }

    /** Events as they are copied. */
    static String text(List<LoggedEvent> events) {
        return events.stream().map(LoggedEvent::text).collect(Collectors.joining("\n", "", "\n"));
    }
}
