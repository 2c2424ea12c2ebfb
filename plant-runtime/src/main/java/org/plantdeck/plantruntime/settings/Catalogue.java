package org.plantdeck.plantruntime.settings;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every setting there is, in the order they are shown. Immutable. Threads: any. */
public final class Catalogue {

    private final Map<String, Setting<?>> byKey = new LinkedHashMap<>();

    /**
     * Collects settings.
     *
     * @throws IllegalArgumentException where two have one key
     */
    public Catalogue(List<? extends Setting<?>> settings) {
        for (Setting<?> setting : settings) {
            if (byKey.put(setting.key(), setting) != null) {
                throw new IllegalArgumentException("two settings are named " + setting.key());
            }
        }
    }

    /** The settings in order. */
    public Collection<Setting<?>> all() {
        return List.copyOf(byKey.values());
    }

    Optional<Setting<?>> named(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Whether the name is the beginning of a key, up to a dot. */
    boolean isSection(String name) {
        return byKey.keySet().stream().anyMatch(key -> key.startsWith(name + "."));
    }

    /** The key a person most likely meant; empty where none is near. */
    Optional<String> nearest(String unknown) {
        return Nearest.of(unknown, byKey.keySet());
    }
}
