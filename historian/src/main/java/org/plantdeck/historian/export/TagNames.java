package org.plantdeck.historian.export;

import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.TagType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Which tags a history knows by name. Threads: any. */
final class TagNames {

    private final Map<String, StoredTag> byName = new LinkedHashMap<>();
    private final Map<String, StoredTag> stamps = new LinkedHashMap<>();

    TagNames(HistorianQueries history) throws StoreFailure {
        for (String topic : history.topics()) {
            history.tags(topic).forEach(tag -> byName.put(tag.name(), tag));
            addStamp(new StoredTag(topic, "run", "run", TagType.TEXT));
            addStamp(new StoredTag(topic, "sequence", "sequence", TagType.COUNT));
        }
    }

    private void addStamp(StoredTag stamp) {
        stamps.put(stamp.name(), stamp);
    }

    /**
     * The tags of these names, each once, in their order; every tag but the stamps for none.
     *
     * @throws PartFailure naming the first name that is no tag, and the nearest that is
     */
    List<StoredTag> named(List<String> names) {
        if (names.isEmpty()) {
            return List.copyOf(byName.values());
        }
        List<StoredTag> tags = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            Map<String, StoredTag> known = stamps.containsKey(name) ? stamps : byName;
            if (!known.containsKey(name)) {
                throw new PartFailure(
                        name + " is not a stored tag; did you mean " + nearest(name) + "?");
            }
            tags.add(Objects.requireNonNull(known.get(name)));
        }
        return tags;
    }

    /** The name that takes the fewest changes to get to, with or without its topic. */
    private String nearest(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        Comparator<StoredTag> nearness =
                Comparator.comparingInt(tag ->
                        Math.min(
                                distance(wanted, tag.name().toLowerCase(Locale.ROOT)),
                                distance(wanted, tag.key().toLowerCase(Locale.ROOT))));
        return byName.values().stream().min(nearness).orElseThrow().name();
    }

    /** Letters to insert, remove or change (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
