package org.plantdeck.historian.postgres;

import org.plantdeck.historian.store.LeavesJson;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.Value;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Puts what came on other topics into its table: a row for each instant of a topic. Of two values
 * of a leaf at the same instant the later one counts. Threads: one.
 */
final class ObservationWriter {

    private final Connection connection;
    private final TagBook tags;
    private final DayTables days;

    private record Place(String topic, Instant at) {}

    ObservationWriter(Connection connection, TagBook tags) throws SQLException {
        this.connection = connection;
        this.tags = tags;
        days = DayTables.of(connection, PostgresSchema.OBSERVATIONS);
    }

    DayTables days() {
        return days;
    }

    /** Writes observations in the order they came. */
    void write(List<Observation> observations) throws SQLException {
        if (observations.isEmpty()) {
            return;
        }
        Map<Place, Map<String, Value>> rows = new LinkedHashMap<>();
        for (Observation each : observations) {
            Place place =
                    new Place(
                            LeavesJson.storable(each.topic()),
                            each.measuredAt().truncatedTo(ChronoUnit.MILLIS));
            Map<String, Value> leaves = rows.computeIfAbsent(place, _ -> new LinkedHashMap<>());
            for (String path : each.values().paths()) {
                Value value = LeavesJson.storable(each.values().get(path));
                String key = LeavesJson.storable(path);
                if (value instanceof Value.Absent || tags.knows(place.topic(), key, value)) {
                    leaves.put(key, value);
                }
            }
        }
        putOver(rows);
        days.ensure(
                rows.keySet().stream()
                        .map(it -> TimeLiteral.dayOf(it.at()))
                        .collect(Collectors.toSet()));
        CopyText copy = new CopyText();
        rows.forEach((place, leaves) ->
                copy.field(place.topic())
                        .field(place.at())
                        .field(LeavesJson.write(leaves))
                        .endRow());
        copy.send(connection, "observations (topic, timestamp, leaves)");
    }

    /** Takes what stands at the same places out, and what of it is not written anew into these. */
    private void putOver(Map<Place, Map<String, Value>> rows) throws SQLException {
        String sql =
                "DELETE FROM observations o USING unnest(?::text[], ?::timestamptz[]) AS n (topic,"
                    + " at) WHERE o.topic = n.topic AND o.timestamp = n.at AND o.timestamp BETWEEN"
                    + " ? AND ? RETURNING o.topic, o.timestamp, o.leaves";
        List<Instant> times = rows.keySet().stream().map(Place::at).sorted().toList();
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setArray(
                    1,
                    connection.createArrayOf(
                            "text", rows.keySet().stream().map(Place::topic).toArray()));
            delete.setArray(
                    2,
                    connection.createArrayOf(
                            "timestamptz",
                            rows.keySet().stream().map(it -> TimeLiteral.of(it.at())).toArray()));
            delete.setObject(3, times.getFirst().atOffset(ZoneOffset.UTC));
            delete.setObject(4, times.getLast().atOffset(ZoneOffset.UTC));
            try (ResultSet gone = delete.executeQuery()) {
                while (gone.next()) {
                    Place place =
                            new Place(
                                    gone.getString(1),
                                    gone.getObject(2, OffsetDateTime.class).toInstant());
                    Map<String, Value> newer = rows.getOrDefault(place, Map.of());
                    Map<String, Value> all = LeavesJson.read(gone.getString(3));
                    all.putAll(newer);
                    rows.put(place, all);
                }
            }
        }
    }
}
