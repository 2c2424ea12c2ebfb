package org.plantdeck.app.bridgeview;

import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Tag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A window beside the readings it came from: what they come to, computed here from the historian's
 * rows, and what the window says.
 *
 * @param window which
 * @param times when there were readings, oldest first
 * @param columns what they were, and what they come to
 */
record Comparison(AnalyticsWindow window, List<Instant> times, List<Column> columns) {

    private static final Words WORDS = Words.of(Comparison.class);

    /** Means are published with six decimals. */
    private static final double ROUNDING = 1e-6;

    /** What is compared. */
    static final List<Measured> MEASURED =
            List.of(
                    measured("energy/power_consumption", "power_consumption"),
                    measured("energy/efficiency", "efficiency"),
                    measured("line1/line_speed", "speed"),
                    measured("line1/vibration", "vibration"),
                    measured("environment/temperature", "temperature"),
                    measured("environment/co2_level", "co2"),
                    measured("environment/comfort_index", "comfort"));

    Comparison {
        times = List.copyOf(times);
        columns = List.copyOf(columns);
    }

    /**
     * A tag and the leaf that has its mean.
     *
     * @param tag the tag
     * @param path of the leaf
     */
    record Measured(Tag tag, String path) {}

    /**
     * A number of a reading.
     *
     * @param at when it was measured
     * @param value the number
     */
    record Raw(Instant at, double value) {}

    /** Whether a window's mean is that of its readings. */
    enum Verdict {
        SAME,
        DIFFERENT,
        /** There is nothing on one of the two sides. */
        NOTHING
    }

    /**
     * One tag.
     *
     * @param tag which
     * @param cells a number for each time; not-a-number where there is none
     * @param said the mean of the window; empty where it has none
     */
    record Column(Tag tag, List<Double> cells, OptionalDouble said) {

        Column {
            cells = List.copyOf(cells);
        }

        private double[] numbers() {
            return cells.stream().mapToDouble(it -> it).filter(Double::isFinite).toArray();
        }

        long count() {
            return numbers().length;
        }

        double least() {
            return Arrays.stream(numbers()).min().orElse(Double.NaN);
        }

        double largest() {
            return Arrays.stream(numbers()).max().orElse(Double.NaN);
        }

        double mean() {
            return Arrays.stream(numbers()).average().orElse(Double.NaN);
        }

        Verdict verdict() {
            double mean = mean();
            if (said.isEmpty() || !Double.isFinite(mean)) {
                return Verdict.NOTHING;
            }
            double allowed = ROUNDING * Math.max(1, Math.abs(mean));
            return Math.abs(mean - said.getAsDouble()) <= allowed
                    ? Verdict.SAME
                    : Verdict.DIFFERENT;
        }
    }

    private static Measured measured(String tag, String leaf) {
        Tag its = FactoryTags.named("factory/" + tag).orElseThrow();
        String area =
                switch (its.source()) {
                    case LINE -> "production_analytics.";
                    case ENERGY -> "energy_analytics.";
                    case ENVIRONMENT -> "environment_analytics.";
                };
        return new Measured(its, area + leaf + ".average");
    }

    /** The tags of a source that are compared. */
    static List<Tag> tags(FactorySource source) {
        return MEASURED.stream().map(Measured::tag).filter(it -> it.source() == source).toList();
    }

    /**
     * Compares.
     *
     * @param readings the numbers of each tag, oldest first
     */
    static Comparison of(AnalyticsWindow window, Map<Tag, List<Raw>> readings) {
        SortedSet<Instant> times = new TreeSet<>();
        readings.values().forEach(column -> column.forEach(it -> times.add(it.at())));
        List<Column> columns = new ArrayList<>();
        for (Measured each : MEASURED) {
            TreeMap<Instant, Double> byTime = new TreeMap<>();
            readings.getOrDefault(each.tag(), List.of())
                    .forEach(it -> byTime.put(it.at(), it.value()));
            columns.add(
                    new Column(
                            each.tag(),
                            times.stream().map(it -> byTime.getOrDefault(it, Double.NaN)).toList(),
                            window.values().number(each.path())));
        }
        return new Comparison(window, List.copyOf(times), columns);
    }

    /** Which window, and how many readings it says it was made from. */
    String title() {
        return WORDS.say(
                "comparison.context",
                Numbers.text(window.sequence()),
                Times.second(window.start()),
                Times.second(window.end()),
                BridgeModel.readings(window.values()));
    }

    /** What came of it, in a sentence. */
    String conclusion() {
        if (times.isEmpty()) {
            return WORDS.say("comparison.no-readings");
        }
        long different = count(Verdict.DIFFERENT);
        long same = count(Verdict.SAME);
        return different == 0
                ? WORDS.say("comparison.same", Numbers.text(same))
                : WORDS.say(
                        "comparison.different",
                        Numbers.text(different),
                        Numbers.text(same + different));
    }

    private long count(Verdict verdict) {
        return columns.stream().filter(it -> it.verdict() == verdict).count();
    }
}
