package org.plantdeck.app.parts;

import org.plantdeck.app.controls.StateBox.Fill;
import org.plantdeck.app.live.PartNow;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.parts.PartState;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the system status says of every part. Threads: the screen's. */
final class StatusModel {

    private static final Words WORDS = Words.of(StatusModel.class);

    private final RateMeter rates = new RateMeter();

    /**
     * A line of the table.
     *
     * @param component the part's name in its status topic
     * @param part which part it is; empty for one that no process of this program runs
     * @param name in words
     * @param state its state as a word
     * @param fill how that is drawn
     * @param figures what it counts
     * @param since when this start of it began
     * @param version its version
     * @param life where it is in this process; empty where it runs elsewhere
     */
    record Line(
            String component,
            Optional<PartName> part,
            String name,
            String state,
            Fill fill,
            Counts figures,
            String since,
            String version,
            Optional<PartState> life) {}

    /**
     * What a part counts; a dash where it does not count that.
     *
     * @param link its link or links
     * @param rate what goes through it
     * @param waiting what waits in it
     * @param repeated what came more than once
     * @param missing what never came
     * @param dropped what it gave up
     */
    record Counts(
            String link,
            String rate,
            String waiting,
            String repeated,
            String missing,
            String dropped) {}

    /**
     * The lines of all parts: those of the program in the order they start, then whoever else
     * speaks.
     *
     * @param lives where the parts of this process are
     */
    List<Line> lines(Snapshot now, Map<PartName, PartState> lives) {
        List<Line> lines = new ArrayList<>();
        for (PartName part : PartName.values()) {
            lines.add(line(now, part.component(), Optional.of(part), lives));
        }
        now.parts().stream()
                .map(it -> it.status().component())
                .filter(it ->
                        Arrays.stream(PartName.values())
                                .noneMatch(part -> part.component().equals(it)))
                .sorted()
                .forEach(it -> lines.add(line(now, it, Optional.empty(), lives)));
        return List.copyOf(lines);
    }

    private Line line(
            Snapshot now,
            String component,
            Optional<PartName> part,
            Map<PartName, PartState> lives) {
        Optional<PartNow> heard = now.part(component);
        Optional<PartState> life = part.map(lives::get);
        Verdict verdict = Verdict.of(now, component, heard, life);
        return new Line(
                component,
                part,
                PartWords.name(component),
                verdict.word(),
                verdict.fill(),
                heard.map(this::counts).orElse(none()),
                heard.flatMap(it -> IsoTime.parse(figures(it).text("since")))
                        .filter(_ -> life.map(it -> it == PartState.RUNNING).orElse(true))
                        .map(Times::dayAndMinute)
                        .orElse(Numbers.NONE),
                heard.map(it -> it.status().version())
                        .filter(it -> !it.isEmpty())
                        .orElse(Numbers.NONE),
                life);
    }

    private static Leaves figures(PartNow part) {
        return part.status().health().figures();
    }

    private static Counts none() {
        String none = Numbers.NONE;
        return new Counts(none, none, none, none, none, none);
    }

    private Counts counts(PartNow heard) {
        Leaves its = figures(heard);
        String none = Numbers.NONE;
        return switch (heard.status().component()) {
            case "LocalBroker", "CloudBroker" ->
                    new Counts(clients(its), none, none, none, none, none);
            case "PLC1", "PLC2", "PLC3" ->
                    new Counts(
                            connects(its),
                            rate(heard, "published"),
                            count(its, "waiting"),
                            none,
                            none,
                            count(its, "dropped"));
            case "Historian" ->
                    new Counts(
                            none,
                            readings(its.number("received_per_second")),
                            count(its, "waiting"),
                            count(its, "repeated"),
                            count(its, "missing"),
                            count(its, "rejected"));
            case "Bridge" ->
                    new Counts(
                            links(its),
                            rate(heard, "readings"),
                            count(its, "outbox.depth"),
                            count(its, "repeated"),
                            count(its, "missing"),
                            count(its, "given_up"));
            case "Analytics" ->
                    new Counts(
                            none,
                            windows(rates.perSecond(heard, "windows.received")),
                            none,
                            count(its, "windows.repeated"),
                            count(its, "windows.missing"),
                            count(its, "windows.lost"));
            case "Plant" -> new Counts(none, speed(its), none, none, none, none);
            default -> none();
        };
    }

    private String rate(PartNow heard, String figure) {
        return readings(rates.perSecond(heard, figure));
    }

    private static String readings(OptionalDouble perSecond) {
        return say("readings-rate", perSecond, 1);
    }

    private static String windows(OptionalDouble perSecond) {
        return perSecond.isPresent()
                ? say("windows-rate", OptionalDouble.of(perSecond.getAsDouble() * 60), 1)
                : Numbers.NONE;
    }

    private static String speed(Leaves its) {
        return say("speed", its.number("true_speed"), 1);
    }

    private static String clients(Leaves its) {
        return say("clients", its.number("clients"), 0);
    }

    private static String connects(Leaves its) {
        return say("connects", its.number("connects"), 0);
    }

    private static String links(Leaves its) {
        return its.has("local_link")
                ? WORDS.say("links", its.text("local_link"), its.text("cloud_link"))
                : Numbers.NONE;
    }

    private static String count(Leaves its, String figure) {
        OptionalDouble number = its.number(figure);
        return number.isPresent() ? Numbers.text(number.getAsDouble(), 0) : Numbers.NONE;
    }

    private static String say(String key, OptionalDouble number, int decimals) {
        return number.isPresent()
                ? WORDS.say(key, Numbers.text(number.getAsDouble(), decimals))
                : Numbers.NONE;
    }

    /** "all parts online", or how many are not; a screen that is closed is no such part. */
    static String context(List<Line> lines) {
        List<Line> wrong =
                lines.stream()
                        .filter(it -> it.part().isPresent() && it.fill() != Fill.BRIGHT)
                        .toList();
        return switch (wrong.size()) {
            case 0 -> WORDS.say("all-online");
            case 1 -> WORDS.say("one-not", wrong.getFirst().name(), wrong.getFirst().state());
            default -> WORDS.say("some-not", wrong.size());
        };
    }

    /**
     * What a part said last that needs saying.
     *
     * @param who the part in words
     * @param sentence its words
     * @param at when they came
     */
    record Word(String who, String sentence, String at) {}

    private static boolean needsSaying(Line line, Health health) {
        boolean closedScreen = line.part().isEmpty() && health.state() == Health.State.OFFLINE;
        return !health.detail().isEmpty() && !closedScreen;
    }

    /** The newest sentence of each part that has one. */
    static List<Word> words(Snapshot now, List<Line> lines) {
        List<Word> words = new ArrayList<>();
        for (Line line : lines) {
            now.part(line.component())
                    .filter(it -> needsSaying(line, it.status().health()))
                    .ifPresent(it ->
                            words.add(
                                    new Word(
                                            line.name(),
                                            it.status().health().detail(),
                                            Times.dayAndSecond(it.status().timestamp()))));
        }
        return List.copyOf(words);
    }
}
