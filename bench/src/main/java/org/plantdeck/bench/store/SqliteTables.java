package org.plantdeck.bench.store;

import org.sqlite.SQLiteConfig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database of tables, durable at each commit as the historian's are. Threads: one. */
final class SqliteTables implements AutoCloseable {

    private final Path file;
    private final Connection connection;

    SqliteTables(Path folder) throws SQLException {
        file = folder.resolve("tables.db");
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false);
        connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("PRAGMA wal_autocheckpoint=2000");
        }
        connection.setAutoCommit(false);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    void commit() throws SQLException {
        connection.commit();
    }

    long bytes() throws Exception {
        connection.commit();
        connection.setAutoCommit(true);
        execute("PRAGMA wal_checkpoint(TRUNCATE)");
        connection.setAutoCommit(false);
        return Files.size(file);
    }

    /** The number and the sum of the first column of a query with a range of time. */
    double[] sums(PreparedStatement query, long fromMs, long toMs) throws SQLException {
        query.setLong(1, fromMs);
        query.setLong(2, toMs);
        double[] result = new double[2];
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                result[0]++;
                result[1] += row.getDouble(1);
            }
        }
        connection.commit();
        return result;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
