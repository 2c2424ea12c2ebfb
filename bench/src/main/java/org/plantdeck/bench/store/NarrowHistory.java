package org.plantdeck.bench.store;

import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** One table of tag, time and value, by tag and time. Threads: one. */
final class NarrowHistory implements History {

    private final SqliteTables tables;
    private final Layout layout;
    private final PreparedStatement insert;

    NarrowHistory(Path folder, Layout layout) throws SQLException {
        this.layout = layout;
        tables = new SqliteTables(folder);
        tables.execute(
                "CREATE TABLE samples (tag INTEGER NOT NULL, time INTEGER NOT NULL, value,"
                        + " PRIMARY KEY (tag, time)) WITHOUT ROWID");
        tables.commit();
        insert = tables.prepare("INSERT OR REPLACE INTO samples VALUES (?, ?, ?)");
    }

    @Override
    public void append(List<Row> rows) throws SQLException {
        for (Row row : rows) {
            for (int i = 0; i < row.values().length; i++) {
                if (!(row.values()[i] instanceof Value.Absent)) {
                    insert.setInt(1, layout.tag(row.group(), i));
                    insert.setLong(2, row.timeMs());
                    WideHistory.set(insert, 3, row.values()[i]);
                    insert.addBatch();
                }
            }
        }
        insert.executeBatch();
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
                        "SELECT value, time FROM samples WHERE time >= ?1 AND time < ?2"
                                + " AND tag = "
                                + column
                                + " ORDER BY time")) {
            return tables.sums(query, fromMs, toMs);
        }
    }

    @Override
    public double[] trend(int column, long fromMs, long toMs, int columns) throws SQLException {
        long width = (toMs - fromMs) / columns;
        try (PreparedStatement query =
                tables.prepare(
                        "SELECT max(value), min(value), avg(value) FROM samples WHERE time >= ?1"
                                + " AND time < ?2 AND tag = "
                                + column
                                + " GROUP BY (time - ?1) / "
                                + width)) {
            return tables.sums(query, fromMs, toMs);
        }
    }

    @Override
    public void retain(long olderThanMs) throws SQLException {
        try (PreparedStatement delete = tables.prepare("DELETE FROM samples WHERE time < ?")) {
            delete.setLong(1, olderThanMs);
            delete.executeUpdate();
        }
        tables.commit();
    }

    @Override
    public void close() throws SQLException {
        tables.close();
    }
}
