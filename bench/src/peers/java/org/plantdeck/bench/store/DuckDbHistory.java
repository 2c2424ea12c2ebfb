package org.plantdeck.bench.store;

import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A file of DuckDB, written by its appenders. A commit is durable as it comes: the engine syncs its
 * log, and writes it into the file when that is 16 MiB. Threads: one.
 */
final class DuckDbHistory implements History {

    private final Path file;
    private final DuckDBConnection connection;
    private final List<TypedTable> tables;
    private final List<DuckDBAppender> appenders = new ArrayList<>();

    DuckDbHistory(Path folder, Layout layout) throws SQLException {
        file = folder.resolve("history.duckdb");
        Properties settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        // It is to ask nobody for extensions; none is needed.
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        connection =
                DriverManager.getConnection("jdbc:duckdb:" + file, settings)
                        .unwrap(DuckDBConnection.class);
        tables = TypedTable.of(layout);
        for (TypedTable table : TypedTable.distinct(tables)) {
            String columns = table.columns("TIMESTAMP_MS", DuckDbHistory::type);
            execute("CREATE TABLE " + table.name() + columns);
            appenders.add(connection.createAppender(table.name()));
        }
        connection.setAutoCommit(false);
    }

    private static String type(TagType type) {
        return switch (type) {
            case NUMBER -> "DOUBLE";
            case COUNT -> "BIGINT";
            case FLAG -> "BOOLEAN";
            case TEXT -> "VARCHAR";
        };
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void append(List<Row> rows) throws SQLException {
        for (Row row : rows) {
            TypedTable table = tables.get(row.group());
            DuckDBAppender appender = appenders.get(table.number());
            appender.beginRow().appendEpochMillis(row.timeMs());
            if (table.isShared()) {
                appender.append(row.group());
            }
            for (int i = 0; i < row.values().length; i++) {
                append(appender, table.types().get(i), row.values()[i]);
            }
            appender.endRow();
        }
        for (DuckDBAppender appender : appenders) {
            appender.flush();
        }
        connection.commit();
    }

    private static void append(DuckDBAppender to, TagType type, Value value) throws SQLException {
        switch (value) {
            case Value.Real real -> to.append(real.value());
            case Value.Whole whole when type == TagType.NUMBER -> to.append((double) whole.value());
            case Value.Whole whole -> to.append(whole.value());
            case Value.Flag flag -> to.append(flag.value());
            case Value.Text text -> to.append(text.value());
            case Value.Absent _ -> to.appendNull();
        }
    }

    @Override
    public void settle() throws SQLException {
        execute("CHECKPOINT");
        connection.commit();
    }

    @Override
    public long bytes() throws Exception {
        close();
        return Files.size(file);
    }

    /** Rows come in the order they were appended in, which is that of time. */
    @Override
    public double[] raw(int column, long fromMs, long toMs) throws SQLException {
        return sums("SELECT c" + column + ", time" + range(fromMs, toMs));
    }

    @Override
    public double[] trend(int column, long fromMs, long toMs, int columns) throws SQLException {
        return sums(
                "SELECT max(c%1$d), min(c%1$d), avg(c%1$d)%2$s GROUP BY (epoch_ms(time) - %3$d) // %4$d"
                        .formatted(column, range(fromMs, toMs), fromMs, (toMs - fromMs) / columns));
    }

    private String range(long fromMs, long toMs) {
        return " FROM %s WHERE time >= make_timestamp_ms(%d) AND time < make_timestamp_ms(%d)%s"
                .formatted(
                        tables.getFirst().name(), fromMs, toMs, tables.getFirst().andFirstGroup());
    }

    private double[] sums(String sql) throws SQLException {
        double[] result = new double[2];
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                result[0]++;
                result[1] += row.getDouble(1);
            }
        }
        connection.commit();
        return result;
    }

    @Override
    public void retain(long olderThanMs) throws SQLException {
        for (TypedTable table : TypedTable.distinct(tables)) {
            execute(
                    "DELETE FROM %s WHERE time < make_timestamp_ms(%d)"
                            .formatted(table.name(), olderThanMs));
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        for (DuckDBAppender appender : appenders) {
            appender.close();
        }
        connection.close();
    }
}
