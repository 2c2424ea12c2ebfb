package org.plantdeck.historian.store;

import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

/**
 * A tag that has a column.
 *
 * @param topic the topic it is published on
 * @param key its path in the body, nested keys joined by a dot
 * @param column the column that holds it
 * @param type its type in the catalogue, or the one its first value had
 * @param unit its unit; empty where it has none or nobody said it
 * @param meaning what it means in a few words; empty where nobody said it
 */
public record StoredTag(
        String topic, String key, String column, TagType type, String unit, String meaning) {

    /** One of which neither unit nor meaning is known. */
    public StoredTag(String topic, String key, String column, TagType type) {
        this(topic, key, column, type, "", "");
    }

    /** A tag of the catalogue, in the column it has there. */
    public static StoredTag of(Tag tag) {
        return new StoredTag(tag.source().topic(), tag.key(), tag.column(), tag.type());
    }

    /** The full name: topic, slash, key. */
    public String name() {
        return topic + "/" + key;
    }

    /** The value of a cell, with a truth value, which is stored as 0 or 1, as it was published. */
    Value value(Object cell) {
        return switch (cell) {
            case Integer whole when type == TagType.FLAG && (whole == 0 || whole == 1) ->
                    Value.of(whole == 1);
            case Integer whole -> Value.of(whole.longValue());
            case Long whole -> Value.of(whole);
            case Double real -> Value.of(real);
            case String text -> Value.of(text);
            default -> Value.of(String.valueOf(cell));
        };
    }
}
