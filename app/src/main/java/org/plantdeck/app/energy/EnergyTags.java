package org.plantdeck.app.energy;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Tag;

import java.util.List;

/** The tags of PLC2 by their keys. Threads: any. */
final class EnergyTags {

    /** Every consumer, in the order in which PLC2 publishes them. */
    static final List<Tag> LOADS =
            FactoryTags.all(FactorySource.ENERGY).stream()
                    .filter(it -> it.key().startsWith("loads."))
                    .toList();

    private EnergyTags() {}

    static Tag tag(String key) {
        String name = FactorySource.ENERGY.topic() + "/" + key;
        return FactoryTags.named(name)
                .orElseThrow(() -> new IllegalArgumentException(name + " is no tag"));
    }
}
