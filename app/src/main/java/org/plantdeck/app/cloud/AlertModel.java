package org.plantdeck.app.cloud;

import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.cloudanalytics.store.AlertEpisode;
import org.plantdeck.signal.AlarmLimit;
import org.plantdeck.signal.AlarmLimit.Condition;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Priority;
import org.plantdeck.signal.TagLimits;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** What the critical alerts of the cloud say in words. Threads: any; it holds nothing. */
final class AlertModel {

    private static final Words WORDS = Words.of(AlertModel.class);

    private AlertModel() {}

    /**
     * A critical alert.
     *
     * @param priority of its symbol
     * @param active whether the newest window has it
     * @param message what was wrong, with the worst value
     * @param since when it began
     * @param outcome how long it lasted, or lasts
     */
    record Line(Priority priority, boolean active, String message, String since, String outcome) {}

    /**
     * The alerts, those that are active first.
     *
     * @param now event time of the newest window
     */
    static List<Line> lines(List<AlertEpisode> episodes, Instant now) {
        return episodes.stream()
                .sorted(Comparator.comparing(AlertEpisode::active).reversed())
                .map(it -> line(it, now))
                .toList();
    }

    private static Line line(AlertEpisode episode, Instant now) {
        Duration lasted =
                Duration.between(episode.since(), episode.active() ? now : episode.lastSeen());
        return new Line(
                priority(episode),
                episode.active(),
                episode.message(),
                Times.dayAndMinute(episode.since()),
                WORDS.say(episode.active() ? "alert.active" : "alert.cleared", Times.span(lasted)));
    }

    /**
     * The bridge ranks no alerts, so an alert has the priority of the limit of its tag that lies
     * nearest to the one it broke; high where the tag has none on that side.
     */
    static Priority priority(AlertEpisode episode) {
        return FactoryTags.named(episode.tag()).stream()
                .flatMap(tag -> TagLimits.of(tag).stream())
                .filter(limit -> isOnSide(limit, episode.condition()))
                .min(Comparator.comparingDouble(limit -> distance(limit, episode.limit())))
                .map(AlarmLimit::priority)
                .orElse(Priority.HIGH);
    }

    private static boolean isOnSide(AlarmLimit limit, String condition) {
        return switch (limit.condition()) {
            case Condition.High _ -> condition.equals("high");
            case Condition.Low _ -> condition.equals("low");
            case Condition.Is _ -> false;
        };
    }

    private static double distance(AlarmLimit limit, double broken) {
        return limit.bound(Leaves.builder().build()).stream()
                .map(it -> Math.abs(it - broken))
                .findFirst()
                .orElse(Double.MAX_VALUE);
    }
}
