package org.plantdeck.historian.ingest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When messages arrived that do not say when they were measured. No two of a topic have the same
 * time, since one of them would take the other's place: in a burst each is a millisecond later than
 * the one before. Threads: one.
 */
final class ArrivalTimes {

    /** Topics whose last time is remembered; the one longest unheard goes. */
    private static final int TOPICS_MAX = 10_000;

    /** A clock that was set back further than this is believed. */
    private static final long BACK_MS = 10_000;

    private final InstantSource wallClock;
    private final Map<String, Long> last =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                    return size() > TOPICS_MAX;
                }
            };

    ArrivalTimes(InstantSource wallClock) {
        this.wallClock = wallClock;
    }

    /** The time of a message of a topic that arrives now. */
    Instant next(String topic) {
        long time = wallClock.millis();
        Long before = last.get(topic);
        if (before != null && time <= before && before - time < BACK_MS) {
            time = before + 1;
        }
        last.put(topic, time);
        return Instant.ofEpochMilli(time);
    }
}
