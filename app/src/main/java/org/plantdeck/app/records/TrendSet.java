package org.plantdeck.app.records;

import org.plantdeck.app.words.Words;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Pens and how they are shown, under a name.
 *
 * @param name what somebody calls it
 * @param axes full names of the tags on each axis, in order
 * @param view how they are shown
 */
record TrendSet(String name, List<List<String>> axes, View view) {

    private static final Words WORDS = Words.of(TrendSet.class);

    TrendSet {
        axes = axes.stream().map(List::copyOf).toList();
    }

    /**
     * How pens are shown.
     *
     * @param range how long the stretch of time is
     * @param live whether it follows the plant
     * @param fitted whether the scales fit what is in view
     * @param earlier how much earlier what they are compared with is
     * @param overlaid whether all axes are in one plot
     */
    record View(
            Duration range,
            boolean live,
            boolean fitted,
            Optional<Duration> earlier,
            boolean overlaid) {

        /** So long, following the plant, with the scales of the tags. */
        static View live(Duration range) {
            return new View(range, true, false, Optional.empty(), false);
        }
    }

    /** The same under another name. */
    TrendSet named(String other) {
        return new TrendSet(other, axes, view);
    }

    /** All tags, axis by axis. */
    List<String> tags() {
        return axes.stream().flatMap(Collection::stream).toList();
    }

    /** Sets that are there without anybody having saved them. */
    static List<TrendSet> readyMade() {
        return List.of(
                new TrendSet(
                        WORDS.say("set.line"),
                        List.of(
                                List.of("factory/line1/line_speed", "factory/line1/speed_setpoint"),
                                List.of("factory/line1/motor_current"),
                                List.of("factory/line1/temperature"),
                                List.of("factory/line1/vibration")),
                        View.live(Duration.ofHours(1))),
                new TrendSet(
                        WORDS.say("set.energy"),
                        List.of(
                                List.of("factory/energy/power_consumption"),
                                List.of(
                                        "factory/energy/demand",
                                        "factory/energy/demand_forecast",
                                        "factory/energy/demand_limit"),
                                List.of("factory/energy/power_factor")),
                        View.live(Duration.ofHours(8))),
                new TrendSet(
                        WORDS.say("set.hall"),
                        List.of(
                                List.of(
                                        "factory/environment/temperature",
                                        "factory/environment/temperature_setpoint",
                                        "factory/environment/outdoor.temperature"),
                                List.of("factory/environment/humidity"),
                                List.of("factory/environment/co2_level"),
                                List.of("factory/environment/comfort_index")),
                        View.live(Duration.ofHours(24))));
    }
}
