package org.plantdeck.historian.recorded;

import org.plantdeck.signal.Value;

import java.util.ArrayList;
import java.util.List;

/**
 * What one topic was at one instant by a file; used again for each one. Threads: one.
 *
 * <p>Its tags are numbers that {@link ImportJournal#tag} gave.
 */
public final class ImportedRow {

    int topic;
    String run = "";
    boolean isNumbered;
    long sequence;
    long measuredAtMs;
    final List<Integer> tags = new ArrayList<>();
    final List<Value> values = new ArrayList<>();

    /**
     * Begins anew, without values.
     *
     * @param ofTopic as {@link ImportJournal#topic} gave it
     * @param atMs milliseconds since 1970, in the years 0 to 9999
     */
    public void begin(int ofTopic, long atMs) {
        topic = ofTopic;
        measuredAtMs = atMs;
        run = "";
        isNumbered = false;
        tags.clear();
        values.clear();
    }

    /** Says which run it belongs to; empty for none. */
    public void run(String ofRun) {
        run = ofRun;
    }

    /** Says its number within its run. */
    public void sequence(long number) {
        isNumbered = true;
        sequence = number;
    }

    /** Adds a value; an absent one says that nothing is known, and replaces nothing. */
    public void add(int tag, Value value) {
        tags.add(tag);
        values.add(value);
    }

    /** How many values it has. */
    public int size() {
        return tags.size();
    }
}
