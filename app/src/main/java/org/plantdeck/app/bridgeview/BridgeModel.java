package org.plantdeck.app.bridgeview;

import org.plantdeck.app.live.PartNow;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.bridge.store.KeptWindow;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the bridge says of itself, in words. Threads: any; it holds nothing. */
final class BridgeModel {

    private static final Words WORDS = Words.of(BridgeModel.class);
    private static final String BRIDGE = "Bridge";
    private static final List<String> COUNTS =
            List.of(
                    "readings",
                    "windows",
                    "late",
                    "windows_sent",
                    "repeated",
                    "windows_resent",
                    "missing",
                    "given_up",
                    "malformed",
                    "resend_unavailable");

    private BridgeModel() {}

    /** How a state is drawn. */
    enum Look {
        WORKS,
        DOES_NOT,
        UNKNOWN
    }

    /**
     * A state in a box.
     *
     * @param word what it is
     * @param look how the box is drawn
     */
    record State(String word, Look look) {}

    /**
     * A count.
     *
     * @param name what is counted
     * @param value how many; a dash where nobody says
     */
    record Count(String name, String value) {}

    /**
     * The way of the data over the bridge.
     *
     * @param local its link to the factory
     * @param bridge itself
     * @param cloud its link to the cloud
     * @param detail what is wrong; empty where nothing is
     * @param counts in their order
     */
    record Path(State local, State bridge, State cloud, String detail, List<Count> counts) {}

    /**
     * A line of the table.
     *
     * @param position place in the order of closing
     * @param number within the run
     * @param interval what the window is about, in plant time
     * @param readings how many it was made from, of each source
     * @param sent wall time at which the cloud broker had taken it
     * @param delay from closing to sending, or how long it has waited
     */
    record Line(
            long position,
            String number,
            String interval,
            String readings,
            String sent,
            String delay) {}

    static Path path(Snapshot now) {
        Optional<PartNow> bridge = now.part(BRIDGE);
        Leaves figures = now.figures(BRIDGE);
        boolean heard = now.local().isUp() || now.cloud().isUp();
        return new Path(
                link(figures.text("local_link"), heard),
                bridge.map(it -> state(it, now.now(), heard))
                        .orElseGet(() -> new State(WORDS.say("state.unknown"), Look.UNKNOWN)),
                link(figures.text("cloud_link"), heard),
                bridge.map(it -> it.status().health().detail()).orElse(""),
                counts(figures));
    }

    private static State link(String word, boolean heard) {
        String said =
                switch (word) {
                    case "up" -> WORDS.say("link.up");
                    case "down" -> WORDS.say("link.down");
                    case "taken_over" -> WORDS.say("link.taken-over");
                    case "closed" -> WORDS.say("link.closed");
                    default -> WORDS.say("state.unknown");
                };
        boolean known = heard && !word.isEmpty();
        return new State(said, known ? look(word.equals("up")) : Look.UNKNOWN);
    }

    private static State state(PartNow bridge, Instant now, boolean heard) {
        Health.State state = bridge.status().health().state();
        if (!heard) {
            Duration age = Duration.between(bridge.heardAt(), now);
            return new State(state.word() + ", " + Times.age(age), Look.UNKNOWN);
        }
        return new State(state.word(), look(state != Health.State.OFFLINE));
    }

    private static Look look(boolean works) {
        return works ? Look.WORKS : Look.DOES_NOT;
    }

    private static List<Count> counts(Leaves figures) {
        return COUNTS.stream().map(it -> new Count(name(it), whole(figures.number(it)))).toList();
    }

    private static String whole(OptionalDouble number) {
        return number.isPresent() ? Numbers.text((long) number.getAsDouble()) : Numbers.NONE;
    }

    private static String name(String key) {
        return switch (key) {
            case "readings" -> WORDS.say("count.readings");
            case "late" -> WORDS.say("count.late");
            case "repeated" -> WORDS.say("count.repeated");
            case "missing" -> WORDS.say("count.missing");
            case "malformed" -> WORDS.say("count.malformed");
            case "windows" -> WORDS.say("count.windows");
            case "windows_sent" -> WORDS.say("count.sent");
            case "windows_resent" -> WORDS.say("count.resent");
            case "given_up" -> WORDS.say("count.given-up");
            default -> WORDS.say("count.unavailable");
        };
    }

    /** The lines of the table. */
    static List<Line> lines(List<KeptWindow> windows, Instant now) {
        return windows.stream().map(it -> line(it, now)).toList();
    }

    private static Line line(KeptWindow kept, Instant now) {
        Duration waited = Duration.between(kept.closedAt(), kept.sentAt().orElse(now));
        double seconds = waited.toMillis() / 1000.0;
        return new Line(
                kept.position(),
                Numbers.text(kept.window().sequence()),
                WORDS.say(
                        "interval",
                        Times.second(kept.window().start()),
                        Times.second(kept.window().end())),
                readings(kept.window().values()),
                kept.sentAt().map(Times::second).orElseGet(() -> WORDS.say("waits")),
                kept.sentAt().isPresent() && seconds < 10
                        ? Numbers.text(Math.max(0, seconds), 2) + " s"
                        : Times.span(waited));
    }

    /** How many readings of the line, the energy system and the hall a window was made from. */
    static String readings(Leaves window) {
        List<String> counts = new ArrayList<>();
        for (FactorySource source : FactorySource.values()) {
            counts.add(whole(window.number("count." + source.area())));
        }
        return String.join(" + ", counts);
    }

    /** What waits, by the database. */
    static String waiting(long unsent, Optional<Instant> oldest, Instant now) {
        if (unsent == 0) {
            return WORDS.say("waiting.none");
        }
        String age = oldest.map(it -> Times.span(Duration.between(it, now))).orElse(Numbers.NONE);
        return unsent == 1
                ? WORDS.say("waiting.one", age)
                : WORDS.say("waiting.some", Numbers.text(unsent), age);
    }
}
