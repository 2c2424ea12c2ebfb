package org.plantdeck.historian.store;

import org.plantdeck.signal.FactorySource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which sequence numbers of each run and source have come: what the missing ones are counted from.
 * It is kept in the table {@code runs} of whatever database the connection leads to. Threads: one.
 */
public final class RunLedger {

    /** A gap counts as this at most, so that one wild number cannot overflow the sum. */
    public static final long GAP_MAX = 1_000_000_000_000L;

    private record Key(String run, FactorySource source) {}

    /** One run of one source. */
    public static final class Entry {
        private long lowest;
        private long highest;
        private long stored;
        private long prunedThrough;

        /** Whether retention has passed this number: it would be removed again at once. */
        public boolean hasPassed(long sequence) {
            return sequence <= prunedThrough;
        }

        /** Whether this number may be stored already: it lies among those that are. */
        public boolean mayHold(long sequence) {
            return stored > 0 && lowest <= sequence && sequence <= highest;
        }

        private long missing() {
            return stored == 0 ? 0 : Math.clamp(highest - lowest + 1 - stored, 0L, GAP_MAX);
        }

        private void add(long sequence) {
            lowest = stored == 0 ? sequence : Math.min(lowest, sequence);
            highest = Math.max(highest, sequence);
            stored++;
        }
    }

    private final Connection connection;
    private final Map<Key, Entry> touched = new LinkedHashMap<>();
    private final PreparedStatement select;
    private final PreparedStatement upsert;
    private long stored;
    private long missing;

    /** The ledger in a database that has the table {@code runs}. */
    public RunLedger(Connection connection) throws SQLException {
        this.connection = connection;
        select =
                connection.prepareStatement(
                        "SELECT lowest, highest, stored, pruned_through FROM runs"
                                + " WHERE run = ? AND topic = ?");
        upsert =
                connection.prepareStatement(
                        "INSERT INTO runs (run, topic, lowest, highest, stored, pruned_through,"
                                + " last_seen) VALUES (?, ?, ?, ?, ?, 0, ?)"
                                + " ON CONFLICT (run, topic) DO UPDATE SET"
                                + " lowest = excluded.lowest, highest = excluded.highest,"
                                + " stored = excluded.stored, last_seen = excluded.last_seen");
        recount();
    }

    /** Takes the sums from the table again. */
    public void recount() throws SQLException {
        stored = 0;
        missing = 0;
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT lowest, highest, stored FROM runs")) {
            while (row.next()) {
                Entry entry = new Entry();
                entry.lowest = row.getLong(1);
                entry.highest = row.getLong(2);
                entry.stored = row.getLong(3);
                stored += entry.stored;
                missing += entry.missing();
            }
        }
    }

    /** Readings stored of all runs that are in the table. */
    public long stored() {
        return stored;
    }

    /** Readings missing of all runs that are in the table. */
    public long missing() {
        return missing;
    }

    /** The entry of a run and source in this transaction. */
    public Entry entry(String run, FactorySource source) throws SQLException {
        Key key = new Key(run, source);
        Entry entry = touched.get(key);
        if (entry == null) {
            entry = read(key);
            touched.put(key, entry);
        }
        return entry;
    }

    private Entry read(Key key) throws SQLException {
        Entry entry = new Entry();
        select.setString(1, key.run());
        select.setString(2, key.source().topic());
        try (ResultSet row = select.executeQuery()) {
            if (row.next()) {
                entry.lowest = row.getLong(1);
                entry.highest = row.getLong(2);
                entry.stored = row.getLong(3);
                entry.prunedThrough = row.getLong(4);
            }
        }
        return entry;
    }

    /** Counts a reading that was stored. */
    public void add(Entry entry, long sequence) {
        long before = entry.missing();
        entry.add(sequence);
        stored++;
        missing += entry.missing() - before;
    }

    /**
     * Says that another run is recorded from here on: those that ended age by its clock.
     *
     * @param clock where the retention clock stands, as text
     */
    public void runChanged(String clock) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE runs SET last_seen = ?")) {
            update.setString(1, clock);
            update.executeUpdate();
        }
    }

    /**
     * Writes the entries of this transaction.
     *
     * @param clock where the retention clock stands, as text
     */
    public void save(String clock) throws SQLException {
        for (Map.Entry<Key, Entry> each : touched.entrySet()) {
            Entry entry = each.getValue();
            if (entry.stored > 0) {
                upsert.setString(1, each.getKey().run());
                upsert.setString(2, each.getKey().source().topic());
                upsert.setLong(3, entry.lowest);
                upsert.setLong(4, entry.highest);
                upsert.setLong(5, entry.stored);
                upsert.setString(6, clock);
                upsert.executeUpdate();
            }
        }
        touched.clear();
    }
}
