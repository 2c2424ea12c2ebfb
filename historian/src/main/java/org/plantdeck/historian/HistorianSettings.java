package org.plantdeck.historian;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How the historian records.
 *
 * @param broker the local broker, such as {@code tcp://127.0.0.1:1883}
 * @param database the SQLite file, made with its folder where it is missing; usually {@code
 *     historian.db} in the data directory
 * @param retention how long readings are kept, in event time back from the newest one; key {@code
 *     historian.retention}, 1 minute to 100 years
 * @param commitInterval how long a reading waits at most to be stored and acknowledged, in wall
 *     time; eight waiting are stored at once; key {@code historian.commit-interval}, 10 ms to 10 s
 */
public record HistorianSettings(
        URI broker, Path database, Duration retention, Duration commitInterval) {

    /** Seven days. */
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(7);

    /** Half a second. */
    public static final Duration DEFAULT_COMMIT_INTERVAL = Duration.ofMillis(500);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the key of a value out of its range
     */
    public HistorianSettings {
        require("historian.retention", retention, Duration.ofMinutes(1), Duration.ofDays(36_525));
        require(
                "historian.commit-interval",
                commitInterval,
                Duration.ofMillis(10),
                Duration.ofSeconds(10));
    }

    /** Settings with their defaults. */
    public static HistorianSettings of(URI broker, Path database) {
        return new HistorianSettings(broker, database, DEFAULT_RETENTION, DEFAULT_COMMIT_INTERVAL);
    }

    private static void require(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(
                    "%s is %s, must be from %s to %s"
                            .formatted(key, words(value), words(least), words(most)));
        }
    }

    private static String words(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d";
        }
        if (duration.toMinutes() > 0) {
            return duration.toMinutes() + " min";
        }
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : duration.toMillis() + " ms";
    }
}
