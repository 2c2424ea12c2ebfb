package org.plantdeck.bench.store;

import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A table for each group, a column for each tag, by time. Threads: one. */
final class WideHistory implements History {

    private final SqliteTables tables;
    private final List<PreparedStatement> inserts = new ArrayList<>();

    WideHistory(Path folder, Layout layout) throws SQLException {
        tables = new SqliteTables(folder);
        for (int group = 0; group < layout.groups(); group++) {
            StringBuilder columns = new StringBuilder("time INTEGER PRIMARY KEY");
            for (int i = 0; i < layout.width(group); i++) {
                columns.append(", c").append(i);
            }
            tables.execute("CREATE TABLE g" + group + " (" + columns + ")");
        }
        tables.commit();
        for (int group = 0; group < layout.groups(); group++) {
            String marks = String.join(", ", Collections.nCopies(layout.width(group) + 1, "?"));
            inserts.add(
                    tables.prepare("INSERT OR REPLACE INTO g" + group + " VALUES (" + marks + ")"));
        }
    }

    static void set(PreparedStatement statement, int position, Value value) throws SQLException {
        switch (value) {
            case Value.Real real -> statement.setDouble(position, real.value());
            case Value.Whole whole -> statement.setLong(position, whole.value());
            case Value.Flag flag -> statement.setInt(position, flag.value() ? 1 : 0);
            case Value.Text text -> statement.setString(position, text.value());
            case Value.Absent _ -> statement.setObject(position, null);
        }
    }

    @Override
    public void append(List<Row> rows) throws SQLException {
        for (Row row : rows) {
            PreparedStatement insert = inserts.get(row.group());
            insert.setLong(1, row.timeMs());
            for (int i = 0; i < row.values().length; i++) {
                set(insert, i + 2, row.values()[i]);
            }
            insert.executeUpdate();
        }
        tables.commit();
    }

    @Override
    public void settle() {}

    @Override
    public long bytes() throws Exception {
        return tables.bytes();
    }

    @Override
    public double[] raw(int column, long fromMs, long toMs) throws SQLException {
        try (PreparedStatement query =
                tables.prepare(
                        "SELECT c"
                                + column
                                + ", time FROM g0 WHERE time >= ?1 AND time < ?2 ORDER BY time")) {
            return tables.sums(query, fromMs, toMs);
        }
    }

    @Override
    public double[] trend(int column, long fromMs, long toMs, int columns) throws SQLException {
        String of = "c" + column;
        try (PreparedStatement query =
                tables.prepare(
                        "SELECT max(%s), min(%s), avg(%s) FROM g0".formatted(of, of, of)
                                + " WHERE time >= ?1 AND time < ?2 GROUP BY (time - ?1) / "
                                + (toMs - fromMs) / columns)) {
            return tables.sums(query, fromMs, toMs);
        }
    }

    @Override
    public void retain(long olderThanMs) throws SQLException {
        for (int group = 0; group < inserts.size(); group++) {
            try (PreparedStatement delete =
                    tables.prepare("DELETE FROM g" + group + " WHERE time < ?")) {
                delete.setLong(1, olderThanMs);
                delete.executeUpdate();
            }
        }
        tables.commit();
    }

    @Override
    public void close() throws SQLException {
        tables.close();
    }
}
