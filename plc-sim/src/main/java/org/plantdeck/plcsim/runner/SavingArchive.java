package org.plantdeck.plcsim.runner;

import org.plantdeck.plcsim.physics.StateArchive;

import java.util.SequencedMap;

/** Takes state into a map, under names that begin with the owner's. Threads: one. */
final class SavingArchive implements StateArchive {

    private final SequencedMap<String, Object> into;
    private final String prefix;

    SavingArchive(SequencedMap<String, Object> into, String owner) {
        this.into = into;
        this.prefix = owner + "/";
    }

    private void put(String name, Object value) {
        if (into.put(prefix + name, value) != null) {
            throw new IllegalStateException("two states are named " + prefix + name);
        }
    }

    @Override
    public double number(String name, double value) {
        put(name, value);
        return value;
    }

    @Override
    public long whole(String name, long value) {
        put(name, value);
        return value;
    }

    @Override
    public String text(String name, String value) {
        put(name, value);
        return value;
    }
}
