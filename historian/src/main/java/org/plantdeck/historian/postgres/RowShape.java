package org.plantdeck.historian.postgres;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.store.LeavesJson;
import org.plantdeck.historian.store.StoredReading;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Value;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the readings of a topic are selected, and what a row of that holds: run, sequence, time, the
 * leaves that have no column or are of another type than it, and the columns that are asked for.
 * Threads: any.
 */
final class RowShape {

    private static final int FIRST_COLUMN = 5;

    private final String topic;
    private final boolean isPlant;
    private final List<StoredTag> asked;

    /** What holds each tag that is asked for; empty where nothing does. */
    private final List<Optional<TagRow>> held;

    /**
     * @param asked which tags, in the order of a reading's values
     * @param known every tag of the topic
     */
    RowShape(String topic, List<StoredTag> asked, List<TagRow> known) {
        this.topic = topic;
        this.asked = asked;
        isPlant = FactorySource.ofTopic(topic).isPresent();
        Map<String, TagRow> byKey =
                known.stream().collect(Collectors.toMap(it -> it.tag().key(), Function.identity()));
        held = asked.stream().map(it -> Optional.ofNullable(byKey.get(it.key()))).toList();
    }

    /** The beginning of a statement up to its conditions, of which one or more must follow. */
    String select() {
        StringJoiner columns = new StringJoiner(", ", "SELECT ", "");
        columns.add(isPlant ? "run, sequence, timestamp, more" : "'', 0, timestamp, leaves");
        for (Optional<TagRow> tag : held) {
            tag.filter(TagRow::hasColumn)
                    .ifPresent(it -> columns.add(PostgresSchema.quoted(it.tag().column())));
        }
        return columns + from();
    }

    /** {@code FROM} and as much of the conditions as tells the topic. */
    String from() {
        return " FROM "
                + PostgresSchema.table(topic)
                + (isPlant ? " WHERE true" : " WHERE topic = ?");
    }

    /**
     * Binds the topic where a parameter stands for it.
     *
     * @param index that of the parameter
     * @return the index of the next one
     */
    int bind(PreparedStatement statement, int index) throws SQLException {
        if (isPlant) {
            return index;
        }
        statement.setString(index, topic);
        return index + 1;
    }

    /** Whether runs and sequence numbers tell readings of the same time apart. */
    boolean hasRuns() {
        return isPlant;
    }

    /** The finite number a row has of a tag, as an expression; NULL where it has none. */
    String number(int tag) {
        String leaf =
                "leaf_number(%s, '%s')"
                        .formatted(
                                isPlant ? "more" : "leaves",
                                asked.get(tag).key().replace("'", "''"));
        return held.get(tag)
                .filter(TagRow::hasColumn)
                .map(it -> "coalesce(" + numberOf(it.tag()) + ", " + leaf + ")")
                .orElse(leaf);
    }

    private static String numberOf(StoredTag tag) {
        String column = PostgresSchema.quoted(tag.column());
        return switch (tag.type()) {
            case NUMBER -> column;
            case COUNT -> column + "::double precision";
            case FLAG -> column + "::integer::double precision";
            case TEXT -> "NULL";
        };
    }

    /** The reading in a row of {@link #select}. */
    StoredReading read(ResultSet row) throws SQLException {
        String run = row.getString(1);
        long sequence = row.getLong(2);
        String json = row.getString(4);
        Map<String, Value> leaves = json == null ? Map.of() : LeavesJson.read(json);
        List<Value> values = new ArrayList<>(asked.size());
        int column = FIRST_COLUMN;
        for (int i = 0; i < asked.size(); i++) {
            Optional<TagRow> tag = held.get(i);
            if (tag.isEmpty()) {
                values.add(stamp(asked.get(i), run, sequence));
                continue;
            }
            @Nullable Value leaf = leaves.get(tag.get().tag().key());
            if (tag.get().hasColumn()) {
                values.add(leaf == null ? cell(row, column, tag.get().tag()) : leaf);
                column++;
            } else {
                values.add(leaf == null ? Value.absent() : leaf);
            }
        }
        return new StoredReading(
                topic, run, sequence, row.getObject(3, OffsetDateTime.class).toInstant(), values);
    }

    /** What stands beside the leaves can be asked for like one. */
    private Value stamp(StoredTag tag, String run, long sequence) {
        if (!isPlant) {
            return Value.absent();
        }
        return switch (tag.key()) {
            case "run" -> Value.of(run);
            case "sequence" -> Value.of(sequence);
            default -> Value.absent();
        };
    }

    private static Value cell(ResultSet row, int column, StoredTag tag) throws SQLException {
        Value value =
                switch (tag.type()) {
                    case NUMBER -> Value.of(row.getDouble(column));
                    case COUNT -> Value.of(row.getLong(column));
                    case FLAG -> Value.of(row.getBoolean(column));
                    case TEXT -> Value.of(Optional.ofNullable(row.getString(column)).orElse(""));
                };
        return row.wasNull() ? Value.absent() : value;
    }
}
