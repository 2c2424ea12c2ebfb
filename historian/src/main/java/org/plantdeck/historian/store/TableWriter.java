package org.plantdeck.historian.store;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.StringJoiner;

/** Puts the readings of one source into their table. Threads: one. */
final class TableWriter {

    /** What became of a reading. */
    enum Outcome {
        STORED,
        REPEATED,
        CONFLICTING
    }

    /** Columns before the first leaf: run, sequence, timestamp. */
    private static final int STAMP = 3;

    private final Connection connection;
    private final String table;
    private final TableColumns columns;
    private final Map<String, Value> unknown = new LinkedHashMap<>();

    /** Made again with every new column. */
    private PreparedStatement insert;

    private Value[] row;

    /** Made with the first reading that may replace one, and again with new columns. */
    private @Nullable PreparedStatement replace;

    private int replaceWidth;

    TableWriter(Connection connection, FactorySource source) throws SQLException {
        this.connection = connection;
        table = SqliteSchema.table(source);
        columns = TableColumns.of(connection, source);
        row = new Value[columns.tags().size()];
        insert = connection.prepareStatement(insertSql());
    }

    TableColumns columns() {
        return columns;
    }

    private String insertSql() {
        return valuesSql() + " ON CONFLICT (run, sequence) DO NOTHING";
    }

    /** What is given counts, what is not stays. */
    private String replaceSql() {
        StringJoiner changes = new StringJoiner(", ");
        changes.add("timestamp = excluded.timestamp");
        for (StoredTag tag : columns.tags()) {
            String name = '"' + tag.column() + '"';
            changes.add(name + " = ifnull(excluded." + name + ", " + name + ")");
        }
        return valuesSql() + " ON CONFLICT (run, sequence) DO UPDATE SET " + changes;
    }

    private String valuesSql() {
        StringJoiner names = new StringJoiner(", ");
        StringJoiner marks = new StringJoiner(", ");
        names.add("run").add("sequence").add("timestamp");
        marks.add("?").add("?").add("?");
        for (StoredTag tag : columns.tags()) {
            names.add('"' + tag.column() + '"');
            marks.add("?");
        }
        return "INSERT INTO %s (%s) VALUES (%s)".formatted(table, names, marks);
    }

    /**
     * Lays a reading's values out under their columns, for {@link #write(Reading, String)}; makes
     * the columns it lacks.
     *
     * @return how many values found no column
     */
    int place(Leaves values) throws SQLException {
        Arrays.fill(row, Value.absent());
        unknown.clear();
        values.forEach(this::place);
        int leftOut = 0;
        if (!unknown.isEmpty()) {
            for (Map.Entry<String, Value> leaf : unknown.entrySet()) {
                leftOut += columns.add(leaf.getKey(), leaf.getValue()) ? 0 : 1;
            }
            if (columns.tags().size() > row.length) {
                row = Arrays.copyOf(row, columns.tags().size());
                insert.close();
                insert = connection.prepareStatement(insertSql());
                Arrays.fill(row, Value.absent());
                values.forEach(this::place);
            }
        }
        return leftOut;
    }

    private void place(String key, Value value) {
        OptionalInt position = columns.position(key);
        if (position.isPresent()) {
            row[position.getAsInt()] = value;
        } else if (!(value instanceof Value.Absent)) {
            unknown.put(key, value);
        }
    }

    /** Writes the values that were placed as those of a reading, unless it is there already. */
    Outcome write(Reading reading, String timestamp) throws SQLException {
        if (execute(insert, reading.run(), reading.sequence(), timestamp) == 1) {
            return Outcome.STORED;
        }
        return isStoredLikeThis(reading, timestamp) ? Outcome.REPEATED : Outcome.CONFLICTING;
    }

    /**
     * Writes the values that were placed over those of a reading, made where it is missing; what
     * was not placed stays.
     */
    void replace(String run, long sequence, String timestamp) throws SQLException {
        if (replace == null || replaceWidth != row.length) {
            if (replace != null) {
                replace.close();
            }
            replace = connection.prepareStatement(replaceSql());
            replaceWidth = row.length;
        }
        execute(replace, run, sequence, timestamp);
    }

    private int execute(PreparedStatement into, String run, long sequence, String timestamp)
            throws SQLException {
        into.setString(1, run);
        into.setLong(2, sequence);
        into.setString(STAMP, timestamp);
        for (int i = 0; i < row.length; i++) {
            bind(into, STAMP + 1 + i, row[i]);
        }
        return into.executeUpdate();
    }

    private static void bind(PreparedStatement into, int index, Value value) throws SQLException {
        switch (value) {
            case Value.Real real -> into.setDouble(index, real.value());
            case Value.Whole whole -> into.setLong(index, whole.value());
            case Value.Flag flag -> into.setInt(index, flag.value() ? 1 : 0);
            case Value.Text text -> into.setString(index, text.value());
            case Value.Absent _ -> into.setNull(index, Types.NULL);
        }
    }

    private boolean isStoredLikeThis(Reading reading, String timestamp) throws SQLException {
        StringJoiner names = new StringJoiner(", ").add("timestamp");
        columns.tags().forEach(tag -> names.add('"' + tag.column() + '"'));
        String sql = "SELECT %s FROM %s WHERE run = ? AND sequence = ?".formatted(names, table);
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, reading.run());
            select.setLong(2, reading.sequence());
            try (ResultSet stored = select.executeQuery()) {
                boolean same = stored.next() && timestamp.equals(stored.getString(1));
                for (int i = 0; same && i < row.length; i++) {
                    same = Objects.equals(stored.getObject(i + 2), cell(row[i]));
                }
                return same;
            }
        }
    }

    /** The value as the database gives it back. */
    private static @Nullable Object cell(Value value) {
        return switch (value) {
            case Value.Real real -> real.value() == 0 ? (Object) 0.0 : (Object) real.value();
            case Value.Whole whole -> narrowed(whole.value());
            case Value.Flag flag -> flag.value() ? 1 : 0;
            case Value.Text text -> text.value();
            case Value.Absent _ -> null;
        };
    }

    private static Object narrowed(long value) {
        return value == (int) value ? (Object) (int) value : (Object) value;
    }
}
