package org.plantdeck.bridge;

import org.plantdeck.bridge.alerts.AlertThresholds;
import org.plantdeck.bridge.windows.WindowRule;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the bridge works. Each range below is checked; the error names the setting.
 *
 * @param localBroker where the factory's readings come from
 * @param cloudBroker where the windows go to
 * @param database the bridge's file, {@code bridge.db} in the data directory
 * @param aggregationInterval length of a window in event time; default 10 s, 1 s to 1 h
 * @param lateness event time that must have passed a window's end before it closes; default 2 s, 0
 *     to 10 min
 * @param silence wall time after which a source that delivers nothing holds no window open; default
 *     2 s, 100 ms to 10 min
 * @param patience wall time for which a gap in the numbers of a source holds windows open; default
 *     12 s, twice what a broker takes to deliver again, 0 to 10 min
 * @param commitInterval longest wall time a reading waits for its commit; default 250 ms, 10 ms to
 *     10 s
 * @param outboxCapacity windows that may wait to be sent; default 100,000, 1 to 10,000,000; the
 *     oldest is given up beyond that
 * @param keep wall time for which a sent window is kept for consumers that ask; default 24 h, at
 *     least 0
 * @param keptCapacity sent windows kept at most; default 100,000, 0 to 10,000,000
 * @param thresholds limits of the critical alerts
 */
public record BridgeSettings(
        URI localBroker,
        URI cloudBroker,
        Path database,
        Duration aggregationInterval,
        Duration lateness,
        Duration silence,
        Duration patience,
        Duration commitInterval,
        int outboxCapacity,
        Duration keep,
        int keptCapacity,
        AlertThresholds thresholds) {

    public static final Duration DEFAULT_AGGREGATION_INTERVAL = Duration.ofSeconds(10);
    public static final Duration DEFAULT_LATENESS = Duration.ofSeconds(2);
    public static final Duration DEFAULT_SILENCE = Duration.ofSeconds(2);
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(12);
    public static final Duration DEFAULT_COMMIT_INTERVAL = Duration.ofMillis(250);
    public static final int DEFAULT_OUTBOX_CAPACITY = 100_000;
    public static final Duration DEFAULT_KEEP = Duration.ofHours(24);
    public static final int DEFAULT_KEPT_CAPACITY = 100_000;

    private static final int WINDOWS_MAX = 10_000_000;

    public BridgeSettings {
        require(
                "aggregation-interval",
                aggregationInterval,
                Duration.ofSeconds(1),
                Duration.ofHours(1));
        require("lateness", lateness, Duration.ZERO, Duration.ofMinutes(10));
        require("silence", silence, Duration.ofMillis(100), Duration.ofMinutes(10));
        require("patience", patience, Duration.ZERO, Duration.ofMinutes(10));
        require("commit-interval", commitInterval, Duration.ofMillis(10), Duration.ofSeconds(10));
        require("outbox-capacity", outboxCapacity, 1, WINDOWS_MAX);
        require("keep", keep, Duration.ZERO, Duration.ofDays(365));
        require("kept-capacity", keptCapacity, 0, WINDOWS_MAX);
    }

    /** Everything at its default. */
    public static BridgeSettings of(URI localBroker, URI cloudBroker, Path database) {
        return new BridgeSettings(
                localBroker,
                cloudBroker,
                database,
                DEFAULT_AGGREGATION_INTERVAL,
                DEFAULT_LATENESS,
                DEFAULT_SILENCE,
                DEFAULT_PATIENCE,
                DEFAULT_COMMIT_INTERVAL,
                DEFAULT_OUTBOX_CAPACITY,
                DEFAULT_KEEP,
                DEFAULT_KEPT_CAPACITY,
                AlertThresholds.defaults());
    }

    /** The same with another bound of the outbox. */
    public BridgeSettings withOutboxCapacity(int capacity) {
        return new BridgeSettings(
                localBroker,
                cloudBroker,
                database,
                aggregationInterval,
                lateness,
                silence,
                patience,
                commitInterval,
                capacity,
                keep,
                keptCapacity,
                thresholds);
    }

    WindowRule windowRule() {
        return new WindowRule(aggregationInterval, lateness, silence, patience);
    }

    private static <T extends Comparable<T>> void require(
            String key, T value, T minimum, T maximum) {
        if (value.compareTo(minimum) < 0 || value.compareTo(maximum) > 0) {
            throw new IllegalArgumentException(
                    "bridge." + key + " is " + value + ", must be " + minimum + " to " + maximum);
        }
    }
}
