package org.plantdeck.bridge;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes a bridge's database refuse readings, as a full disk would. */
final class DatabaseBlocker implements AutoCloseable {

    private final Connection connection;

    DatabaseBlocker(Path file) {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void refuseReadings() {
        execute(
                "CREATE TRIGGER full BEFORE INSERT ON open_readings"
                        + " BEGIN SELECT RAISE(ABORT, 'disk full'); END");
    }

    void acceptReadings() {
        execute("DROP TRIGGER full");
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
