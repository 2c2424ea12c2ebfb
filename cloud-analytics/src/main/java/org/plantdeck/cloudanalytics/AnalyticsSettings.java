package org.plantdeck.cloudanalytics;

import org.plantdeck.cloudanalytics.gaps.GapPolicy;
import org.plantdeck.cloudanalytics.insights.InsightSettings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the analytics works.
 *
 * @param cloudBroker where the cloud broker is, such as {@code tcp://127.0.0.1:1884}
 * @param database the file analytics.db; it and its folder are made where they are missing
 * @param retention how long windows are kept, counted back from the newest window of the current
 *     run, in simulated time; 1 h or more
 * @param commitInterval how long a window waits for others to be stored with it, wall time; 1 ms or
 *     more. Eight waiting windows are stored at once
 * @param gaps when missing windows are asked for and given up
 * @param insights what the rules take for sound
 */
public record AnalyticsSettings(
        URI cloudBroker,
        Path database,
        Duration retention,
        Duration commitInterval,
        GapPolicy gaps,
        InsightSettings insights) {

    /** As long as the historian keeps readings: 60,480 windows of 10 s. */
    public static final Duration USUAL_RETENTION = Duration.ofDays(7);

    /** Well under the window's own 10 s, and longer than a burst takes to arrive. */
    public static final Duration USUAL_COMMIT_INTERVAL = Duration.ofMillis(200);

    public AnalyticsSettings {
        atLeast("retention", retention, Duration.ofHours(1));
        atLeast("commit-interval", commitInterval, Duration.ofMillis(1));
    }

    private static void atLeast(String key, Duration value, Duration least) {
        if (value.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "cloud-analytics." + key + " is " + value + ", must be at least " + least);
        }
    }

    /** The usual settings. */
    public static AnalyticsSettings of(URI cloudBroker, Path database) {
        return new AnalyticsSettings(
                cloudBroker,
                database,
                USUAL_RETENTION,
                USUAL_COMMIT_INTERVAL,
                GapPolicy.USUAL,
                InsightSettings.USUAL);
    }
}
