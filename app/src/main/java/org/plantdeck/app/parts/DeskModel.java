package org.plantdeck.app.parts;

import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** What this desk says of itself, and how others look at the same plant. Threads: any. */
final class DeskModel {

    private static final Words WORDS = Words.of(DeskModel.class);

    private DeskModel() {}

    /**
     * What the desk counts.
     *
     * @param subscriptions that are open
     * @param malformed bodies that could not be read
     * @param dropped events that found the inbox of the screen full
     * @param longestPass the longest the screen's thread was held since this screen was opened
     */
    record Counts(int subscriptions, long malformed, long dropped, Duration longestPass) {}

    /**
     * A figure.
     *
     * @param name what
     * @param value how much
     */
    record Figure(String name, String value) {}

    static List<Figure> figures(Counts counts) {
        return List.of(
                figure("subscriptions", Numbers.text(counts.subscriptions())),
                figure("malformed", Numbers.text(counts.malformed())),
                figure("events-dropped", Numbers.text(counts.dropped())),
                figure(
                        "longest-pass",
                        WORDS.say(
                                "millis",
                                Numbers.text(counts.longestPass().toNanos() / 1_000_000.0, 1))));
    }

    private static Figure figure(String key, String value) {
        return new Figure(WORDS.say(key), value);
    }

    /** A line for a terminal that shows what goes through a broker. */
    static String subscribeLine(URI broker, String filter) {
        int port = broker.getPort() < 0 ? 1883 : broker.getPort();
        return "mosquitto_sub -h %s -p %d -t '%s' -v".formatted(broker.getHost(), port, filter);
    }
}
