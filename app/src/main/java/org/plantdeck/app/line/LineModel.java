package org.plantdeck.app.line;

import org.plantdeck.app.live.Freshness;
import org.plantdeck.app.live.Shown;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.operate.Proposal;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.plcsim.plc.PackCommand;
import org.plantdeck.plcsim.plc.PackMl;
import org.plantdeck.plcsim.plc.PackMode;
import org.plantdeck.plcsim.plc.PackState;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Value;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What HMI1 says of a snapshot. Threads: any. */
final class LineModel {

    private static final Words WORDS = Words.of(LineModel.class);
    private static final List<String> LOSSES =
            List.of("changeover", "cap_feeder", "starved", "breakdown", "operator", "other");
    private static final double WORTH_A_WORD = 0.5;
    private static final int MOST_REASONS = 2;
    private static final double ZONE_A = 1.4;
    private static final double ZONE_B = 2.8;
    private static final double ZONE_C = 4.5;

    private LineModel() {}

    static Shown line(Snapshot now, String key) {
        return now.shown(FactorySource.LINE.topic() + "/" + key);
    }

    /** The unit of a tag, or, where its value is stale, the age. */
    static String unitOrAge(Shown shown) {
        return shown.freshness().isStale()
                ? Times.age(shown.freshness().age())
                : shown.tag().unit();
    }

    /**
     * The state of the line.
     *
     * @param state the PackML state; empty before the first reading, or where its name is unknown
     * @param context commanded and actual state
     * @param since how long it has been in that state, and the mode
     * @param interlock what keeps it from running
     * @param allowed the commands that may be given now
     * @param modeMayChange whether the mode may be changed now
     */
    record StateNow(
            Optional<PackState> state,
            String context,
            String since,
            String interlock,
            Set<PackCommand> allowed,
            boolean modeMayChange) {}

    static StateNow state(Snapshot now) {
        Freshness freshness = now.freshness(FactorySource.LINE);
        String word = line(now, "state").text();
        Optional<PackState> state =
                Arrays.stream(PackState.values()).filter(it -> it.word().equals(word)).findFirst();
        PackMode mode = PackMode.ofWord(line(now, "mode").text()).orElse(PackMode.PRODUCTION);
        if (!freshness.isLive()) {
            return new StateNow(
                    state,
                    freshness.isStale()
                            ? WORDS.say("last-reading", Times.span(freshness.age()))
                            : WORDS.say("no-reading"),
                    "",
                    "",
                    Set.of(),
                    false);
        }
        String commanded =
                state.flatMap(PackState::next).or(() -> state).map(PackState::word).orElse(word);
        return new StateNow(
                state,
                commanded.equals(word)
                        ? WORDS.say("as-commanded")
                        : WORDS.say("commanded", commanded, word),
                WORDS.say("in-state", word, inState(now), mode.word()),
                interlock(line(now, "interlock").text()),
                state.map(it -> PackMl.allowed(mode, it)).orElse(Set.of()),
                state.filter(PackMl::allowsModeChange).isPresent());
    }

    private static String inState(Snapshot now) {
        Optional<Instant> since = IsoTime.parse(line(now, "state_since").text());
        Optional<Instant> clock = now.clock().now();
        return since.isPresent() && clock.isPresent()
                ? Times.span(Duration.between(since.get(), clock.get()))
                : Numbers.NONE;
    }

    private static String interlock(String word) {
        return word.equals("none")
                ? WORDS.say("interlocks-made")
                : WORDS.say("interlock", word.replace('_', ' '));
    }

    /** What a command would do, before it is given. */
    static Proposal proposal(PackCommand command) {
        String key = command.word();
        return new Proposal(
                FactorySource.LINE,
                key,
                Value.absent(),
                WORDS.say("consequence-" + key),
                WORDS.say("act-" + key));
    }

    /** What another speed would do. */
    static Proposal speed(Snapshot now, double wanted) {
        return new Proposal(
                FactorySource.LINE,
                "speed_setpoint",
                Value.of(wanted),
                WORDS.say(
                        "consequence-speed",
                        Numbers.text(line(now, "speed_setpoint").number(), 1),
                        Numbers.text(wanted, 1)),
                WORDS.say("act-speed"));
    }

    /** What another mode would do. */
    static Proposal mode(Snapshot now, String wanted) {
        return new Proposal(
                FactorySource.LINE,
                "mode",
                Value.of(wanted.toLowerCase(Locale.ROOT)),
                WORDS.say("consequence-mode", line(now, "mode").text(), wanted),
                WORDS.say("act-mode"));
    }

    /**
     * One factor of OEE.
     *
     * @param share 0 to 1
     * @param number in words
     * @param reason what it was lost to
     */
    record Factor(double share, String number, String reason) {}

    static Factor availability(Snapshot now) {
        List<String> losses =
                LOSSES.stream()
                        .filter(it -> lost(now, it) >= WORTH_A_WORD)
                        .sorted(Comparator.comparingDouble((String it) -> lost(now, it)).reversed())
                        .toList();
        double total = LOSSES.stream().mapToDouble(it -> lost(now, it)).sum();
        String reasons =
                losses.stream()
                        .limit(MOST_REASONS)
                        .map(it -> WORDS.say("loss-" + it))
                        .collect(Collectors.joining(", "));
        return factor(
                now,
                "availability",
                losses.isEmpty()
                        ? WORDS.say("lost-nothing")
                        : WORDS.say("lost", Numbers.text(total, 0), reasons));
    }

    private static double lost(Snapshot now, String reason) {
        double minutes = line(now, "lost_minutes." + reason).number();
        return Double.isFinite(minutes) ? minutes : 0;
    }

    static Factor performance(Snapshot now) {
        return factor(
                now,
                "performance",
                WORDS.say(
                        "rated",
                        Numbers.text(line(now, "line_speed").number(), 0),
                        Numbers.text(PackMode.PRODUCTION.topSpeed(), 0)));
    }

    static Factor quality(Snapshot now) {
        double rejects = line(now, "inspected_count").number() - line(now, "good_count").number();
        return factor(now, "quality", WORDS.say("rejects", Numbers.text(rejects, 0)));
    }

    static Factor oee(Snapshot now) {
        return factor(now, "oee", "");
    }

    private static Factor factor(Snapshot now, String key, String reason) {
        double percent = line(now, "oee." + key).number();
        boolean known = Double.isFinite(percent);
        return new Factor(percent / 100, Numbers.text(percent, 1) + " %", known ? reason : "");
    }

    /** In which zone of ISO 20816-3 the vibration of the drive lies, in words. */
    static String zone(Snapshot now) {
        double vibration = line(now, "vibration").number();
        if (!Double.isFinite(vibration)) {
            return "";
        }
        if (vibration <= ZONE_A) {
            return WORDS.say("zone-a");
        }
        if (vibration <= ZONE_B) {
            return WORDS.say("zone-b");
        }
        return vibration <= ZONE_C ? WORDS.say("zone-c") : WORDS.say("zone-d");
    }

    static double zoneBc() {
        return ZONE_B;
    }

    static double zoneCd() {
        return ZONE_C;
    }
}
