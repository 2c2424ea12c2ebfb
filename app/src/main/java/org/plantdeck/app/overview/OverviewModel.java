package org.plantdeck.app.overview;

import org.plantdeck.app.controls.StateBox.Fill;
import org.plantdeck.app.live.Freshness;
import org.plantdeck.app.live.PartNow;
import org.plantdeck.app.live.Shown;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Health;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the overview says of a snapshot. Threads: any. */
final class OverviewModel {

    private static final Words WORDS = Words.of(OverviewModel.class);
    private static final double MOVES_ABOVE = 0.5;

    private OverviewModel() {}

    /** How equipment is drawn. */
    enum Run {
        RUNS,
        STANDS,
        STALE
    }

    /**
     * The line as drawn.
     *
     * @param context the panel's context
     * @param run how its machines are drawn
     * @param supply how pump and valve are drawn
     * @param state the word under a machine that does not run; empty while it does
     * @param pump speed of the supply pump
     * @param valve opening of the valve
     * @param level level of the tank in words
     * @param levelShare the same, 0 to 1
     * @param speed in the filler
     * @param rejects over the inspection
     * @param cases in the packer
     */
    record LineNow(
            String context,
            Run run,
            Run supply,
            String state,
            String pump,
            String valve,
            String level,
            double levelShare,
            String speed,
            String rejects,
            String cases) {}

    static LineNow line(Snapshot now) {
        Shown speed = line(now, "line_speed");
        Run run = run(speed.freshness(), speed.number() > MOVES_ABOVE);
        Shown pump = line(now, "tank.pump_speed");
        Shown level = line(now, "tank.level");
        return new LineNow(
                lineContext(now),
                run,
                run(pump.freshness(), pump.number() > MOVES_ABOVE),
                run == Run.RUNS ? "" : line(now, "status").text(),
                percent(pump, 0),
                percent(line(now, "tank.valve"), 0),
                percent(level, 0),
                level.number() / 100,
                WORDS.say("per-minute", Numbers.text(speed.number(), 1)),
                WORDS.say("rejects", rejects(now)),
                WORDS.say("cases", Numbers.text(line(now, "cases").number(), 0)));
    }

    private static Shown line(Snapshot now, String key) {
        return now.shown(FactorySource.LINE.topic() + "/" + key);
    }

    private static Run run(Freshness freshness, boolean moves) {
        if (!freshness.isLive()) {
            return Run.STALE;
        }
        return moves ? Run.RUNS : Run.STANDS;
    }

    private static String percent(Shown shown, int decimals) {
        return Numbers.text(shown.number(), decimals) + " %";
    }

    /** The share of inspected bottles that were rejected in this shift. */
    private static String rejects(Snapshot now) {
        double inspected = line(now, "inspected_count").number();
        double good = line(now, "good_count").number();
        return inspected > 0
                ? Numbers.text(100 * (inspected - good) / inspected, 1) + " %"
                : Numbers.NONE;
    }

    private static String lineContext(Snapshot now) {
        Freshness freshness = now.freshness(FactorySource.LINE);
        if (!freshness.isLive()) {
            return lastReading(freshness);
        }
        String shift =
                WORDS.say(
                        "line-context",
                        line(now, "state").text(),
                        line(now, "shift.name").text(),
                        line(now, "shift.phase").text());
        return IsoTime.parse(line(now, "shift.next_changeover").text())
                .map(it -> shift + " · " + WORDS.say("next-changeover", Times.minute(it)))
                .orElse(shift);
    }

    /** "Shift A", or "Cleaning". */
    private static String shiftName(Snapshot now) {
        String name = line(now, "shift.name").text();
        if (name.isEmpty()) {
            return Numbers.NONE;
        }
        return name.length() == 1
                ? WORDS.say("shift", name)
                : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /**
     * The shift against its plan.
     *
     * @param title how many of how many
     * @param share done of the target, 0 to 1
     * @param planShare planned up to now of the target
     * @param plan the plan in words
     */
    record Shift(String title, double share, double planShare, String plan) {}

    static Shift shift(Snapshot now) {
        double target = line(now, "shift.target_count").number();
        double done = line(now, "production_count").number();
        double planned = line(now, "shift.planned_count").number();
        if (now.reading(FactorySource.LINE).isEmpty()) {
            return new Shift(WORDS.say("no-reading"), 0, Double.NaN, "");
        }
        if (!(target > 0)) {
            return new Shift(WORDS.say("shift-without-plan", shiftName(now)), 0, Double.NaN, "");
        }
        return new Shift(
                WORDS.say(
                        "shift-plan",
                        shiftName(now),
                        Numbers.text(done, 0),
                        Numbers.text(target, 0)),
                done / target,
                planned / target,
                WORDS.say("plan", Numbers.text(planned, 0)));
    }

    static String energyContext(Snapshot now) {
        Freshness freshness = now.freshness(FactorySource.ENERGY);
        return freshness.isLive()
                ? WORDS.say("grid", now.shown("factory/energy/grid_status").text())
                : lastReading(freshness);
    }

    static String hallContext(Snapshot now) {
        Freshness freshness = now.freshness(FactorySource.ENVIRONMENT);
        if (!freshness.isLive()) {
            return lastReading(freshness);
        }
        double people = now.shown("factory/environment/people").number();
        return people > 0 ? WORDS.say("occupied", Numbers.text(people, 0)) : WORDS.say("nobody");
    }

    private static String lastReading(Freshness freshness) {
        return freshness.isStale()
                ? WORDS.say("last-reading", Times.span(freshness.age()))
                : WORDS.say("no-reading");
    }

    /**
     * One part of the data path.
     *
     * @param name in words
     * @param says what it says of itself
     * @param state its state as a word
     * @param fill how that is drawn
     */
    record PartLine(String name, String says, String state, Fill fill) {}

    static List<PartLine> parts(Snapshot now) {
        return List.of(
                plc(now, FactorySource.LINE),
                plc(now, FactorySource.ENERGY),
                plc(now, FactorySource.ENVIRONMENT),
                part(now, "LocalBroker", figure(now, "LocalBroker", "clients", "clients", 0)),
                part(
                        now,
                        "Historian",
                        figure(now, "Historian", "stored_per_second", "stored-rate", 1)),
                part(now, "Bridge", bridge(now)),
                part(now, "CloudBroker", figure(now, "CloudBroker", "clients", "clients", 0)),
                part(
                        now,
                        "Analytics",
                        figure(now, "Analytics", "insights.open", "open-insights", 0)));
    }

    private static PartLine plc(Snapshot now, FactorySource source) {
        Freshness freshness = now.freshness(source);
        if (freshness.isStale()) {
            return new PartLine(
                    source.plcId(),
                    WORDS.say("silent", Times.span(freshness.age())),
                    WORDS.say("stale"),
                    Fill.STALE);
        }
        return part(now, source.plcId(), figure(now, source.plcId(), "sequence", "reading", 0));
    }

    private static String figure(
            Snapshot now, String component, String figure, String words, int decimals) {
        OptionalDouble number = now.figures(component).number(figure);
        return number.isPresent()
                ? WORDS.say(words, Numbers.text(number.getAsDouble(), decimals))
                : "";
    }

    private static String bridge(Snapshot now) {
        Leaves figures = now.figures("Bridge");
        double depth = figures.number("outbox.depth").orElse(0);
        if (depth > 1) {
            return WORDS.say("outbox", Numbers.text(depth, 0));
        }
        return now.window().isPresent()
                ? WORDS.say("last-window", Times.span(now.windowAge()))
                : "";
    }

    private static PartLine part(Snapshot now, String component, String says) {
        String name = WORDS.say("part-" + component);
        Optional<PartNow> heard = now.part(component);
        if (heard.isEmpty()) {
            return new PartLine(name, "", WORDS.say("unknown"), Fill.STALE);
        }
        Health health = heard.get().status().health();
        String state = health.state().word();
        return switch (health.state()) {
            case ONLINE -> new PartLine(name, says, state, Fill.BRIGHT);
            case DEGRADED -> new PartLine(name, says, state, Fill.DARK);
            case OFFLINE ->
                    new PartLine(name, WORDS.say("ended", health.detail()), state, Fill.DARK);
        };
    }

    /** "all parts online", or the first that is not. */
    static String pathContext(List<PartLine> parts) {
        List<PartLine> wrong = parts.stream().filter(it -> it.fill() != Fill.BRIGHT).toList();
        if (wrong.isEmpty()) {
            return WORDS.say("all-online");
        }
        return wrong.size() == 1
                ? WORDS.say("one-not", wrong.getFirst().name(), wrong.getFirst().state())
                : WORDS.say("some-not", wrong.size());
    }
}
