package org.plantdeck.plcsim.physics;

import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;

/** A snapshot in memory: saves once, then restores. */
final class Snapshot {

    private final SequencedMap<String, Object> values = new LinkedHashMap<>();

    /** Everything a plant carries into a snapshot, by name. */
    static SequencedMap<String, Object> of(Plant plant) {
        Snapshot snapshot = new Snapshot();
        plant.archive(snapshot.saving());
        return snapshot.values;
    }

    StateArchive saving() {
        return new StateArchive() {
            @Override
            public double number(String name, double value) {
                return (Double) keep(name, value);
            }

            @Override
            public long whole(String name, long value) {
                return (Long) keep(name, value);
            }

            @Override
            public String text(String name, String value) {
                return (String) keep(name, value);
            }

            private Object keep(String name, Object value) {
                if (values.put(name, value) != null) {
                    throw new IllegalStateException(name + " is archived twice");
                }
                return value;
            }
        };
    }

    StateArchive restoring() {
        return new StateArchive() {
            @Override
            public double number(String name, double value) {
                return (Double) saved(name);
            }

            @Override
            public long whole(String name, long value) {
                return (Long) saved(name);
            }

            @Override
            public String text(String name, String value) {
                return (String) saved(name);
            }

            private Object saved(String name) {
                return Objects.requireNonNull(values.get(name), name);
            }
        };
    }
}
