package org.plantdeck.bridge;

import org.plantdeck.signal.ResendRequest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stretches of windows somebody asked for, each window once however often it was asked for.
 * Threads: one.
 */
final class Ranges {

    /** Stretches remembered at a time. */
    static final int MAX = 1_000;

    private final Map<String, TreeMap<Long, Long>> byRun = new LinkedHashMap<>();
    private int size;

    /** Adds a stretch, joined with those it touches; false where there is no room. */
    boolean add(ResendRequest request) {
        if (size >= MAX) {
            return false;
        }
        TreeMap<Long, Long> ranges = byRun.computeIfAbsent(request.run(), _ -> new TreeMap<>());
        long from = request.from();
        long to = request.to();
        Map.Entry<Long, Long> before = ranges.floorEntry(from);
        if (before != null && before.getValue() >= from - 1) {
            from = before.getKey();
            to = Math.max(to, before.getValue());
        }
        Map.Entry<Long, Long> after = ranges.ceilingEntry(from);
        while (after != null && after.getKey() <= to + 1) {
            to = Math.max(to, after.getValue());
            ranges.remove(after.getKey());
            size--;
            after = ranges.ceilingEntry(from);
        }
        ranges.put(from, to);
        size++;
        return true;
    }

    /** The stretch that is next. */
    Optional<ResendRequest> first() {
        return byRun.entrySet().stream()
                .findFirst()
                .map(run -> {
                    Map.Entry<Long, Long> range = run.getValue().firstEntry();
                    return new ResendRequest(run.getKey(), range.getKey(), range.getValue());
                });
    }

    /** Shortens the first stretch by everything up to a number. */
    void done(ResendRequest first, long upTo) {
        TreeMap<Long, Long> ranges = byRun.getOrDefault(first.run(), new TreeMap<>());
        ranges.remove(first.from());
        if (upTo < first.to()) {
            ranges.put(upTo + 1, first.to());
        } else {
            size--;
        }
        if (ranges.isEmpty()) {
            byRun.remove(first.run());
        }
    }
}
