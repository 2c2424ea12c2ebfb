package org.plantdeck.historian.imports;

import org.plantdeck.signal.TagType;

import java.util.Optional;

/**
 * What a name in a file stands for.
 *
 * @param kind whether it is a value or a stamp of a topic's readings
 * @param topic the topic
 * @param key the tag's name in it
 * @param type what its values are, where that is known
 */
record TagTarget(Kind kind, String topic, String key, Optional<TagType> type) {

    /** What there is to say of a reading. */
    enum Kind {
        VALUE,
        RUN,
        SEQUENCE
    }

    String name() {
        return topic + "/" + key;
    }
}
