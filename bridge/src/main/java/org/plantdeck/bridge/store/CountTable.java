package org.plantdeck.bridge.store;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts that outlive a restart. Threads: as {@link BridgeStore}. */
public final class CountTable {

    private final Statements statements;

    CountTable(Statements statements) {
        this.statements = statements;
    }

    /** Every count by its name. */
    public Map<String, Long> all() {
        Map<String, Long> counts = new LinkedHashMap<>();
        statements.rows(
                "SELECT name, value FROM counts",
                row -> counts.put(row.getString(1), row.getLong(2)));
        return counts;
    }

    /** Keeps a count. */
    public void put(String name, long value) {
        statements.update("INSERT OR REPLACE INTO counts(name, value) VALUES (?, ?)", name, value);
    }
}
