package org.plantdeck.historian;

import org.plantdeck.historian.archive.ThinningRules;
import org.plantdeck.historian.postgres.PostgresServer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the historian records.
 *
 * @param broker the local broker, such as {@code tcp://127.0.0.1:1883}
 * @param location where is recorded: the SQLite file, made with its folder where it is missing,
 *     usually {@code historian.db} in the data directory; or a server, key {@code historian.store}
 * @param keeping how long and how much is kept
 * @param commitInterval how long a reading waits at most to be stored and acknowledged, in wall
 *     time; eight waiting are stored at once; key {@code historian.commit-interval}, 10 ms to 10 s
 * @param others what is recorded beside the plant
 * @param sink to where what is recorded in files is forwarded
 */
public record HistorianSettings(
        URI broker,
        HistoryLocation location,
        Keeping keeping,
        Duration commitInterval,
        Others others,
        Optional<Sink> sink) {

    /** Half a second. */
    public static final Duration DEFAULT_COMMIT_INTERVAL = Duration.ofMillis(500);

    /**
     * How long and how much is kept.
     *
     * @param retention how long every value is kept, in event time back from the newest one; key
     *     {@code historian.retention}, 1 minute to 100 years
     * @param minutes how long what values came to by the minute is kept, at least as long as they
     *     are; key {@code historian.minutes-retention}, 1 day to 100 years
     * @param bytes what the days of the archive may take, the oldest go above it; 0 for any size
     * @param freeBytes how much of the disk must stay free for anything to be recorded; 0 for none
     * @param thinning which values the archive gives up; key {@code historian.thinning}
     */
    public record Keeping(
            Duration retention,
            Duration minutes,
            long bytes,
            long freeBytes,
            ThinningRules thinning) {

        /** Seven days of values, a year of minutes, of any size, half a gigabyte free. */
        public static final Keeping DEFAULT =
                new Keeping(Duration.ofDays(7), Duration.ofDays(366), 0, 500_000_000);

        /** Bounds under which every value is kept as it is. */
        public Keeping(Duration retention, Duration minutes, long bytes, long freeBytes) {
            this(retention, minutes, bytes, freeBytes, ThinningRules.NONE);
        }

        /**
         * Checks the ranges.
         *
         * @throws IllegalArgumentException naming the key of a value out of its range
         */
        public Keeping {
            require(
                    "historian.retention",
                    retention,
                    Duration.ofMinutes(1),
                    Duration.ofDays(36_525));
            require(
                    "historian.minutes-retention",
                    minutes,
                    Duration.ofDays(1),
                    Duration.ofDays(36_525));
            if (bytes < 0 || freeBytes < 0) {
                throw new IllegalArgumentException(
                        "historian.size-budget and historian.free-space must not be below 0");
            }
        }
    }

    /**
     * What is recorded beside the plant's topics.
     *
     * @param filters MQTT topic filters; key {@code historian.subscriptions}
     * @param timeKey the path of the leaf that says when a body was measured; key {@code
     *     historian.time-key}
     */
    public record Others(List<String> filters, String timeKey) {

        /** Nothing, and {@code timestamp}. */
        public static final Others NONE = new Others(List.of(), "timestamp");

        /**
         * Checks the filters.
         *
         * @throws IllegalArgumentException naming one that is none (MQTT 3.1.1, 4.7)
         */
        public Others {
            filters = List.copyOf(filters);
            for (String filter : filters) {
                if (!isFilter(filter)) {
                    throw new IllegalArgumentException(
                            "historian.subscriptions has %s, which is no MQTT topic filter: + and # stand alone between slashes, # only at the end"
                                    .formatted(filter));
                }
            }
        }

        private static boolean isFilter(String filter) {
            List<String> levels = List.of(filter.split("/", -1));
            for (int i = 0; i < levels.size(); i++) {
                String level = levels.get(i);
                boolean isLast = i == levels.size() - 1;
                boolean isWild = level.equals("+") || (level.equals("#") && isLast);
                if (!isWild && (level.contains("+") || level.contains("#"))) {
                    return false;
                }
            }
            return !filter.isEmpty();
        }
    }

    /**
     * To where what is recorded is forwarded.
     *
     * @param server key {@code historian.sink}
     * @param backlog how many messages may wait for it; key {@code historian.sink-backlog}, 1,000
     *     or more
     */
    public record Sink(PostgresServer server, long backlog) {

        /** Nineteen days of the plant's readings, about 5 GB. */
        public static final int DEFAULT_BACKLOG = 5_000_000;
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the key of a value out of its range
     */
    public HistorianSettings {
        require(
                "historian.commit-interval",
                commitInterval,
                Duration.ofMillis(10),
                Duration.ofSeconds(10));
    }

    /** Settings with their defaults, in files. */
    public static HistorianSettings of(URI broker, Path database) {
        return new HistorianSettings(
                broker,
                HistoryLocation.inFiles(database),
                Keeping.DEFAULT,
                DEFAULT_COMMIT_INTERVAL,
                Others.NONE,
                Optional.empty());
    }

    /** The same elsewhere. */
    public HistorianSettings at(HistoryLocation other) {
        return new HistorianSettings(broker, other, keeping, commitInterval, others, sink);
    }

    /** The same, and what is recorded is forwarded. */
    public HistorianSettings forwarding(Sink other) {
        return new HistorianSettings(
                broker, location, keeping, commitInterval, others, Optional.of(other));
    }

    /** The file with the tables, where it is kept in files. */
    public Path database() {
        return location.database();
    }

    /** The same with another interval. */
    public HistorianSettings committing(Duration interval) {
        return new HistorianSettings(broker, location, keeping, interval, others, sink);
    }

    /** The same with other bounds. */
    public HistorianSettings keeping(Keeping other) {
        return new HistorianSettings(broker, location, other, commitInterval, others, sink);
    }

    /** The same with other topics beside the plant's. */
    public HistorianSettings recording(Others other) {
        return new HistorianSettings(broker, location, keeping, commitInterval, other, sink);
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
