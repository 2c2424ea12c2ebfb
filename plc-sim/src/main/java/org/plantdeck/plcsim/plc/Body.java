package org.plantdeck.plcsim.plc;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.Value;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills in the tags of one source, in any order, each rounded as the table of tags says. Threads:
 * one.
 */
final class Body {

    private final List<Tag> tags;
    private final Map<String, Integer> index = new HashMap<>();
    private final @Nullable Value[] values;

    Body(FactorySource source) {
        tags = FactoryTags.all(source);
        for (int i = 0; i < tags.size(); i++) {
            index.put(tags.get(i).key(), i);
        }
        values = new Value[tags.size()];
    }

    Body number(String key, double value) {
        int at = indexOf(key);
        if (!Double.isFinite(value)) {
            throw new IllegalStateException(key + " is " + value);
        }
        values[at] = Value.rounded(value, tags.get(at).decimals());
        return this;
    }

    Body count(String key, long value) {
        return put(key, Value.of(value));
    }

    Body flag(String key, boolean value) {
        return put(key, Value.of(value));
    }

    Body text(String key, String value) {
        return put(key, Value.of(value));
    }

    /** Says that there is nothing to say, as for a ratio of nothing. */
    Body absent(String key) {
        return put(key, Value.absent());
    }

    private Body put(String key, Value value) {
        values[indexOf(key)] = value;
        return this;
    }

    private int indexOf(String key) {
        Integer at = index.get(key);
        if (at == null) {
            throw new IllegalStateException(key + " is not in the table of tags");
        }
        return at;
    }

    /** The tags in the order of the table, and starts anew; every tag must have been put. */
    Leaves take() {
        Leaves.Builder leaves = Leaves.builder();
        for (int i = 0; i < values.length; i++) {
            Value value = values[i];
            if (value == null) {
                throw new IllegalStateException(tags.get(i).name() + " was not put");
            }
            leaves.put(tags.get(i).key(), value);
        }
        Arrays.fill(values, null);
        return leaves.build();
    }
}
