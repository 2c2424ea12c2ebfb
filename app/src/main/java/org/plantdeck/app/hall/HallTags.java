package org.plantdeck.app.hall;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Tag;

/** The tags of PLC3 by their keys. Threads: any. */
final class HallTags {

    private HallTags() {}

    static Tag tag(String key) {
        String name = FactorySource.ENVIRONMENT.topic() + "/" + key;
        return FactoryTags.named(name)
                .orElseThrow(() -> new IllegalArgumentException(name + " is no tag"));
    }
}
