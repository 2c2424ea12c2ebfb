package org.plantdeck.app.line;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Tag;

/** Tags of the line by their key. */
final class LineTags {

    private LineTags() {}

    static Tag of(String key) {
        return FactoryTags.named(FactorySource.LINE.topic() + "/" + key)
                .orElseThrow(() -> new IllegalArgumentException(key + " is no tag of the line"));
    }
}
