package org.plantdeck.bridge;

import org.plantdeck.bridge.store.CountTable;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The counts, kept with what they count. Threads: the bridge's own. */
final class Counts {

    private final Map<Count, Long> values = new EnumMap<>(Count.class);
    private final Set<Count> changed = EnumSet.noneOf(Count.class);

    /** Takes the counts as they were kept last. */
    void load(CountTable table) {
        Map<String, Long> kept = table.all();
        for (Count count : Count.values()) {
            values.put(count, kept.getOrDefault(count.word(), 0L));
        }
        changed.clear();
    }

    void add(Count count, long more) {
        if (more != 0) {
            values.merge(count, more, Long::sum);
            changed.add(count);
        }
    }

    /** Keeps what changed; part of a transaction. */
    void save(CountTable table) {
        for (Count count : changed) {
            table.put(count.word(), get(count));
        }
        changed.clear();
    }

    long get(Count count) {
        return values.getOrDefault(count, 0L);
    }
}
