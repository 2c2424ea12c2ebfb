package org.plantdeck.app.brokers;

import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a broker says of itself on {@code $SYS/broker}, in figures for the screen; what it does not
 * say is a dash. It reads the names PlantDeck's brokers and Mosquitto share, and those that only
 * one of them has. Immutable. Threads: any.
 */
final class BrokerTotals {

    private static final Words WORDS = Words.of(BrokerTotals.class);

    private static final List<String> LOSSES = List.of("slow_consumer", "queue_full", "loop_full");

    private static final List<String> REFUSALS =
            List.of(
                    "publish_denied",
                    "delivery_denied",
                    "subscription_refused",
                    "too_large",
                    "malformed",
                    "version",
                    "identifier",
                    "credentials",
                    "not_admitted",
                    "too_many_connections",
                    "connect_timeout",
                    "keep_alive",
                    "failure");

    private final Map<String, String> said;

    /**
     * @param said by the name below {@code $SYS/broker/}
     */
    BrokerTotals(Map<String, String> said) {
        this.said = said;
    }

    /** A name and what it is. */
    record Figure(String name, String value) {}

    /**
     * How often something was lost or refused.
     *
     * @param lost whether a message was lost that somebody had a right to
     */
    record ReasonLine(String sentence, String count, boolean lost) {}

    /** Whether it has said anything. */
    boolean isKnown() {
        return !said.isEmpty();
    }

    /** Such as "PlantDeck" or "mosquitto version 2.0.11". */
    String version() {
        return said.getOrDefault("version", "");
    }

    /** The totals, for a strip. */
    List<Figure> figures() {
        return List.of(
                new Figure(WORDS.say("clients"), clients()),
                new Figure(WORDS.say("away"), whole("clients/disconnected")),
                new Figure(WORDS.say("subscriptions"), whole("subscriptions/count")),
                new Figure(WORDS.say("received"), rate("received")),
                new Figure(WORDS.say("sent"), rate("sent")),
                new Figure(WORDS.say("lost"), whole("publish/messages/dropped")),
                new Figure(WORDS.say("waiting"), whole("store/messages/count")),
                new Figure(WORDS.say("retained"), whole("retained messages/count")),
                new Figure(WORDS.say("uptime"), uptime()));
    }

    private OptionalDouble number(String name) {
        try {
            String text = said.getOrDefault(name, "");
            return text.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(Double.parseDouble(text.split(" ", 2)[0]));
        } catch (NumberFormatException words) {
            return OptionalDouble.empty();
        }
    }

    private String whole(String name) {
        OptionalDouble number = number(name);
        return number.isPresent() ? Numbers.text((long) number.getAsDouble()) : Numbers.NONE;
    }

    private String clients() {
        OptionalDouble limit = number("clients/limit");
        return limit.isPresent()
                ? WORDS.say(
                        "of", whole("clients/connected"), Numbers.text((long) limit.getAsDouble()))
                : whole("clients/connected");
    }

    /** Ours says it a second, Mosquitto a minute. */
    private String rate(String way) {
        OptionalDouble second = number("rate/publish/" + way);
        OptionalDouble minute = number("load/publish/" + way + "/1min");
        if (second.isEmpty() && minute.isEmpty()) {
            return Numbers.NONE;
        }
        double perSecond = second.isPresent() ? second.getAsDouble() : minute.orElseThrow() / 60;
        return WORDS.say("per-second", Numbers.text(perSecond, perSecond < 100 ? 1 : 0));
    }

    private String uptime() {
        OptionalDouble seconds = number("uptime");
        return seconds.isPresent()
                ? Times.span(Duration.ofSeconds((long) seconds.getAsDouble()))
                : Numbers.NONE;
    }

    /** What was lost or refused since the start, losses first; empty where it does not say. */
    Optional<List<ReasonLine>> reasons() {
        if (said.keySet().stream().noneMatch(it -> it.startsWith("reasons/"))) {
            return Optional.empty();
        }
        List<ReasonLine> lines = new ArrayList<>();
        LOSSES.forEach(it -> add(lines, it, true));
        REFUSALS.forEach(it -> add(lines, it, false));
        return Optional.of(lines);
    }

    private void add(List<ReasonLine> lines, String reason, boolean lost) {
        OptionalDouble count = number("reasons/" + reason);
        if (count.isPresent() && count.getAsDouble() > 0) {
            lines.add(
                    new ReasonLine(
                            WORDS.say("reason-" + reason), whole("reasons/" + reason), lost));
        }
    }
}
