package org.plantdeck.historian.store;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table {@code forward} beside the readings: what is to be forwarded, in the order it was
 * committed and in the same transaction. Its row numbers are never used again. Threads: one.
 */
final class ForwardTable {

    private static final String MAKE =
            """
            CREATE TABLE IF NOT EXISTS forward (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              topic TEXT NOT NULL,
              run TEXT,
              sequence INTEGER,
              timestamp TEXT NOT NULL,
              leaves TEXT NOT NULL)\
            """;

    private final Connection connection;
    private final ForwardPosition position;
    private final PreparedStatement insert;
    private long last;
    private long removed;

    /** Opens the table, made where there is none, and notes what waits in it. */
    ForwardTable(Connection connection, ForwardPosition position) throws SQLException {
        this.connection = connection;
        this.position = position;
        try (Statement statement = connection.createStatement()) {
            statement.execute(MAKE);
            connection.commit();
            try (ResultSet row =
                    statement.executeQuery(
                            "SELECT (SELECT min(id) FROM forward), (SELECT seq FROM sqlite_sequence"
                                    + " WHERE name = 'forward')")) {
                row.next();
                last = row.getLong(2);
                long first = row.getLong(1);
                position.opened(row.wasNull() ? last + 1 : first, last);
            }
        }
        connection.commit();
        insert =
                connection.prepareStatement(
                        "INSERT INTO forward (topic, run, sequence, timestamp, leaves)"
                                + " VALUES (?, ?, ?, ?, ?) RETURNING id");
    }

    /** Adds what is being committed, and removes what has been forwarded. */
    void add(List<Reading> readings, List<Observation> observations) throws SQLException {
        for (Reading reading : readings) {
            insert.setString(2, reading.run());
            insert.setLong(3, reading.sequence());
            add(reading.source().topic(), reading.measuredAt(), reading.values());
        }
        for (Observation each : observations) {
            insert.setNull(2, Types.VARCHAR);
            insert.setNull(3, Types.INTEGER);
            add(each.topic(), each.measuredAt(), each.values());
        }
        long removable = position.removable();
        if (removable > removed) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("DELETE FROM forward WHERE id <= " + removable);
            }
            removed = removable;
        }
    }

    private void add(String topic, Instant at, Leaves values) throws SQLException {
        Map<String, Value> leaves = new LinkedHashMap<>();
        values.forEach(leaves::put);
        insert.setString(1, topic);
        insert.setString(4, IsoTime.format(at));
        insert.setString(5, LeavesJson.write(leaves));
        try (ResultSet row = insert.executeQuery()) {
            row.next();
            last = row.getLong(1);
        }
    }

    /** What was added is committed. */
    void committed() {
        position.wrote(last);
    }

    /**
     * Reads what waits behind a row, in its order.
     *
     * @param most how many rows at most
     */
    static ForwardPage page(Connection connection, long behind, int most) throws SQLException {
        List<Reading> readings = new ArrayList<>();
        List<Observation> observations = new ArrayList<>();
        long last = behind;
        String sql =
                "SELECT id, topic, run, sequence, timestamp, leaves FROM forward"
                        + " WHERE id > ? ORDER BY id LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, behind);
            select.setInt(2, most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    last = row.getLong(1);
                    String topic = row.getString(2);
                    String run = row.getString(3);
                    Instant at = IsoTime.parse(row.getString(5)).orElseThrow();
                    Leaves.Builder leaves = Leaves.builder();
                    LeavesJson.read(row.getString(6)).forEach(leaves::put);
                    if (run == null) {
                        observations.add(new Observation(topic, at, leaves.build()));
                    } else {
                        FactorySource source = FactorySource.ofTopic(topic).orElseThrow();
                        readings.add(new Reading(source, run, row.getLong(4), at, leaves.build()));
                    }
                }
            }
        }
        return new ForwardPage(new ReadingBatch(readings, observations, 0, 0), last);
    }
}
