package org.plantdeck.historian.archive;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** The hours a writer has not sealed, with all they hold. Threads: one. */
final class HotHours {

    /** How far its lane must be past an hour before that is sealed, so that late ones are in. */
    private static final long GRACE_MS = 60_000;

    /** An hour to which nothing came for so long is sealed as it is. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final InstantSource wallClock;
    private final Map<LaneHour, Hour> hours = new HashMap<>();
    private final Map<Integer, Long> newestOfLane = new HashMap<>();

    private static final class Hour {
        private final Block block = new Block();
        private final long firstRow;
        private long touchedAtMs;

        Hour(long firstRow) {
            this.firstRow = firstRow;
        }
    }

    HotHours(InstantSource wallClock) {
        this.wallClock = wallClock;
    }

    void keep(Snapshot snapshot, long row) {
        LaneHour key = LaneHour.of(snapshot.lane, snapshot.measuredAtMs);
        Hour hour = hours.get(key);
        if (hour == null) {
            hour = new Hour(row);
            hours.put(key, hour);
        }
        hour.touchedAtMs = wallClock.millis();
        hour.block.add(snapshot);
        newestOfLane.merge(snapshot.lane, snapshot.measuredAtMs, Math::max);
    }

    boolean has(LaneHour hour) {
        return hours.containsKey(hour);
    }

    List<LaneHour> all() {
        return List.copyOf(hours.keySet());
    }

    Block block(LaneHour hour) {
        return Objects.requireNonNull(hours.get(hour)).block;
    }

    void remove(LaneHour hour) {
        hours.remove(hour);
    }

    /** The oldest hour its lane has passed, or to which nothing comes any more. */
    Optional<LaneHour> oldestComplete() {
        return hours.entrySet().stream()
                .filter(it -> isComplete(it.getKey(), it.getValue()))
                .map(Map.Entry::getKey)
                .min(Comparator.comparingLong(LaneHour::hour));
    }

    private boolean isComplete(LaneHour key, Hour hour) {
        return newestOfLane.getOrDefault(key.lane(), Long.MIN_VALUE) >= key.endMs() + GRACE_MS
                || wallClock.millis() - hour.touchedAtMs > IDLE.toMillis();
    }

    /** The first row some hour is in. */
    OptionalLong firstRow() {
        return hours.values().stream().mapToLong(it -> it.firstRow).min();
    }

    /** How many instants there are. */
    long instants() {
        return hours.values().stream().mapToLong(it -> it.block.size()).sum();
    }
}
