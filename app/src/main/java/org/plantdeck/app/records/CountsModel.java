package org.plantdeck.app.records;

import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** What the historian counts, from its own status. Threads: any. */
final class CountsModel {

    private static final Words WORDS = Words.of(CountsModel.class);
    private static final String PART = "Historian";

    /** The historian speaks every five seconds at least. */
    private static final Duration SILENT_AFTER = Duration.ofSeconds(15);

    private CountsModel() {}

    /**
     * The counts.
     *
     * @param figures a name and a figure each
     * @param state the historian's state in a word or two
     * @param live whether they are of now
     */
    record Counts(List<Count> figures, String state, boolean live) {}

    /**
     * One of them.
     *
     * @param name what is counted
     * @param figure how much
     */
    record Count(String name, String figure) {}

    static Counts of(Snapshot now) {
        Leaves said = now.figures(PART);
        List<Count> figures =
                List.of(
                        count("received", said),
                        count("stored", said),
                        count("repeated", said),
                        count("missing", said),
                        count("rejected", said),
                        count("pruned", said),
                        new Count(WORDS.say("rate"), rate(said)),
                        new Count(WORDS.say("file"), bytes(said)),
                        time("oldest", said),
                        time("newest", said));
        return now.part(PART)
                .map(it -> {
                    Duration age = Duration.between(it.heardAt(), now.now());
                    Health health = it.status().health();
                    boolean silent = age.compareTo(SILENT_AFTER) > 0;
                    boolean live = !silent && health.state() != Health.State.OFFLINE;
                    String state =
                            silent && health.state() != Health.State.OFFLINE
                                    ? WORDS.say("silent", Times.span(age))
                                    : health.state().word();
                    return new Counts(figures, state, live);
                })
                .orElse(new Counts(figures, WORDS.say("unheard"), false));
    }

    private static Count count(String key, Leaves said) {
        var number = said.number(key);
        return new Count(
                WORDS.say(key),
                number.isPresent() ? Numbers.text(number.getAsDouble(), 0) : Numbers.NONE);
    }

    private static String rate(Leaves said) {
        var rate = said.number("stored_per_second");
        return rate.isPresent()
                ? WORDS.say("per-second", Numbers.text(rate.getAsDouble(), 1))
                : Numbers.NONE;
    }

    private static String bytes(Leaves said) {
        OptionalDouble rows = said.number("file_bytes");
        return rows.isPresent()
                ? Numbers.bytes(rows.getAsDouble() + said.number("archive_bytes").orElse(0))
                : Numbers.NONE;
    }

    private static Count time(String key, Leaves said) {
        return new Count(
                WORDS.say(key),
                IsoTime.parse(said.text(key)).map(Times::dayAndMinute).orElse(Numbers.NONE));
    }
}
