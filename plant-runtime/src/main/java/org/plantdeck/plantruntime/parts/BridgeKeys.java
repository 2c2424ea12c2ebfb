package org.plantdeck.plantruntime.parts;

import org.plantdeck.bridge.BridgeSettings;
import org.plantdeck.bridge.alerts.AlertThresholds;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.settings.Kind;
import org.plantdeck.plantruntime.settings.Setting;
import org.plantdeck.plantruntime.settings.Settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The settings of the bridge; the limits of its alerts are those of its own catalogue. */
public final class BridgeKeys {

    private static final String ALERTS = "bridge.alerts.";
    private static final int WINDOWS_MAX = 10_000_000;

    private static final Setting<Duration> AGGREGATION_INTERVAL =
            Setting.of(
                    "bridge.aggregation-interval",
                    Kind.duration(Duration.ofSeconds(1), Duration.ofHours(1)),
                    BridgeSettings.DEFAULT_AGGREGATION_INTERVAL,
                    "duration",
                    "Length of a window, in the time of the readings");

    private static final Setting<Duration> LATENESS =
            Setting.of(
                    "bridge.lateness",
                    Kind.duration(Duration.ZERO, Duration.ofMinutes(10)),
                    BridgeSettings.DEFAULT_LATENESS,
                    "duration",
                    "How long a window waits for late readings, in the time of the readings");

    private static final Setting<Duration> SILENCE =
            Setting.of(
                    "bridge.silence",
                    Kind.duration(Duration.ofMillis(100), Duration.ofMinutes(10)),
                    BridgeSettings.DEFAULT_SILENCE,
                    "duration",
                    "Wall time after which a PLC that says nothing holds no window open");

    private static final Setting<Duration> PATIENCE =
            Setting.of(
                    "bridge.patience",
                    Kind.duration(Duration.ZERO, Duration.ofMinutes(10)),
                    BridgeSettings.DEFAULT_PATIENCE,
                    "duration",
                    "Wall time for which a gap in the numbers of a PLC holds windows open");

    private static final Setting<Duration> COMMIT_INTERVAL =
            Setting.of(
                    "bridge.commit-interval",
                    Kind.duration(Duration.ofMillis(10), Duration.ofSeconds(10)),
                    BridgeSettings.DEFAULT_COMMIT_INTERVAL,
                    "duration",
                    "How long a reading waits at most to be kept and acknowledged");

    private static final Setting<Integer> OUTBOX_CAPACITY =
            Setting.of(
                    "bridge.outbox-capacity",
                    Kind.whole(1, WINDOWS_MAX),
                    BridgeSettings.DEFAULT_OUTBOX_CAPACITY,
                    "windows",
                    "Windows that may wait for the cloud; the oldest is given up beyond that");

    private static final Setting<Duration> KEEP =
            Setting.of(
                    "bridge.keep",
                    Kind.duration(Duration.ZERO, Duration.ofDays(365)),
                    BridgeSettings.DEFAULT_KEEP,
                    "duration",
                    "How long a window that was sent is kept for a consumer that asks for it");

    private static final Setting<Integer> KEPT_CAPACITY =
            Setting.of(
                    "bridge.kept-capacity",
                    Kind.whole(0, WINDOWS_MAX),
                    BridgeSettings.DEFAULT_KEPT_CAPACITY,
                    "windows",
                    "Most windows that are kept after they were sent");

    private BridgeKeys() {}

    static List<Setting<?>> all() {
        List<Setting<?>> all =
                new ArrayList<>(
                        List.of(
                                AGGREGATION_INTERVAL,
                                LATENESS,
                                SILENCE,
                                PATIENCE,
                                COMMIT_INTERVAL,
                                OUTBOX_CAPACITY,
                                KEEP,
                                KEPT_CAPACITY));
        all.addAll(alerts());
        return all;
    }

    private static List<Setting<Double>> alerts() {
        return AlertThresholds.catalogue().stream().map(BridgeKeys::alert).toList();
    }

    private static Setting<Double> alert(AlertThresholds.Threshold threshold) {
        return Setting.of(
                ALERTS + threshold.key(),
                Kind.number(threshold.minimum(), threshold.maximum()),
                threshold.defaultValue(),
                threshold.unit().isEmpty() ? "number" : threshold.unit(),
                threshold.meaning());
    }

    /** Where the bridge keeps its windows. */
    public static Path database(DataDirectory directory) {
        return directory.path().resolve("bridge.db");
    }

    static BridgeSettings read(Settings settings, DataDirectory directory, Addresses brokers) {
        Map<String, Double> limits = new HashMap<>();
        for (Setting<Double> alert : alerts()) {
            settings.find(alert)
                    .ifPresent(limit -> limits.put(alert.key().substring(ALERTS.length()), limit));
        }
        return new BridgeSettings(
                brokers.local(),
                brokers.cloud(),
                database(directory),
                settings.get(AGGREGATION_INTERVAL),
                settings.get(LATENESS),
                settings.get(SILENCE),
                settings.get(PATIENCE),
                settings.get(COMMIT_INTERVAL),
                settings.get(OUTBOX_CAPACITY),
                settings.get(KEEP),
                settings.get(KEPT_CAPACITY),
                AlertThresholds.of(limits));
    }
}
