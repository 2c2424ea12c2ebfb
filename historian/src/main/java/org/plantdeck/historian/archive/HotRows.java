package org.plantdeck.historian.archive;

import org.plantdeck.historian.archive.codec.ByteSink;
import org.plantdeck.historian.archive.codec.ByteSource;
import org.plantdeck.historian.archive.codec.Damaged;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/**
 * What is not sealed yet: a row for each commit with all its snapshots, numbered in order. Threads:
 * one.
 */
final class HotRows {

    private static final int SNAPSHOTS_MAX = 10_000_000;

    private final PreparedStatement insert;
    private final PreparedStatement delete;
    private final PreparedStatement released;
    private final ByteSink sink = new ByteSink();

    static void create(Statement statement) throws SQLException {
        statement.execute("CREATE TABLE hot (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT");
        statement.execute(
                "CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1),"
                        + " released INTEGER NOT NULL) STRICT");
        statement.execute("INSERT INTO state VALUES (1, 0)");
    }

    HotRows(Connection connection) throws SQLException {
        insert = connection.prepareStatement("INSERT INTO hot VALUES (?, ?)");
        delete =
                connection.prepareStatement(
                        "DELETE FROM hot WHERE id IN"
                                + " (SELECT id FROM hot WHERE id < ? ORDER BY id LIMIT ?)");
        released = connection.prepareStatement("UPDATE state SET released = max(released, ?)");
    }

    /** The number the next row has: one above all there ever were. */
    static long next(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT max(released, ifnull((SELECT max(id) FROM hot), 0)) + 1"
                                        + " FROM state")) {
            return row.next() ? row.getLong(1) : 1;
        }
    }

    void insert(long id, List<Snapshot> snapshots) throws SQLException {
        sink.clear();
        sink.writeUnsigned(snapshots.size());
        for (Snapshot snapshot : snapshots) {
            snapshot.writeTo(sink);
        }
        sink.seal();
        insert.setLong(1, id);
        insert.setBytes(2, sink.toBytes());
        insert.executeUpdate();
    }

    /**
     * Removes a few rows below a number.
     *
     * @return whether there may be more
     */
    boolean release(long below, int rows) throws SQLException {
        delete.setLong(1, below);
        delete.setInt(2, rows);
        int gone = delete.executeUpdate();
        if (gone > 0) {
            released.setLong(1, below - 1);
            released.executeUpdate();
        }
        return gone == rows;
    }

    /**
     * Hands over what the rows from a number on hold, each with its row's number.
     *
     * @return the number of the last row; below the asked one where there is none
     * @throws Damaged where a row is
     */
    static long read(PreparedStatement from, long id, ObjLongConsumer<Snapshot> consumer)
            throws SQLException, Damaged {
        long last = id - 1;
        from.setLong(1, id);
        try (ResultSet row = from.executeQuery()) {
            while (row.next()) {
                last = row.getLong(1);
                for (Snapshot snapshot : snapshots(row.getBytes(2))) {
                    consumer.accept(snapshot, last);
                }
            }
        }
        return last;
    }

    static PreparedStatement reading(Connection connection) throws SQLException {
        return connection.prepareStatement("SELECT id, body FROM hot WHERE id >= ? ORDER BY id");
    }

    private static List<Snapshot> snapshots(byte[] body) throws Damaged {
        ByteSource in = ByteSource.checked(body);
        int count = in.readCount(SNAPSHOTS_MAX);
        List<Snapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            snapshots.add(Snapshot.readFrom(in));
        }
        return snapshots;
    }
}
