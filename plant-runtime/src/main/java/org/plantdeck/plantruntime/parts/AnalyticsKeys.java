package org.plantdeck.plantruntime.parts;

import org.plantdeck.cloudanalytics.AnalyticsSettings;
import org.plantdeck.cloudanalytics.gaps.GapPolicy;
import org.plantdeck.cloudanalytics.insights.InsightSettings;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The settings of the analytics in the cloud. */
public final class AnalyticsKeys {

    private static final Setting<Duration> RETENTION =
            Setting.of(
                    "cloud-analytics.retention",
                    Kind.duration(Duration.ofHours(1), Duration.ofDays(36_525)),
                    AnalyticsSettings.USUAL_RETENTION,
                    "duration",
                    "How long windows are kept, counted back from the newest");

    private static final Setting<Duration> COMMIT_INTERVAL =
            Setting.of(
                    "cloud-analytics.commit-interval",
                    Kind.duration(Duration.ofMillis(1), Duration.ofSeconds(10)),
                    AnalyticsSettings.USUAL_COMMIT_INTERVAL,
                    "duration",
                    "How long a window waits at most to be stored and acknowledged");

    private AnalyticsKeys() {}

    static List<Setting<?>> all() {
        return List.of(RETENTION, COMMIT_INTERVAL);
    }

    /** Where the analytics keeps windows and insights. */
    public static Path database(DataDirectory directory) {
        return directory.path().resolve("analytics.db");
    }

    static AnalyticsSettings read(Settings settings, DataDirectory directory, URI cloud) {
        return new AnalyticsSettings(
                cloud,
                database(directory),
                settings.get(RETENTION),
                settings.get(COMMIT_INTERVAL),
                GapPolicy.USUAL,
                InsightSettings.USUAL);
    }
}
