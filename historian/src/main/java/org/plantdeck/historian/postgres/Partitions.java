package org.plantdeck.historian.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A table partitioned by the day, each day a table such as {@code energy_data_20261122}. A new one
 * is made beside and then attached, which waits for no reader. Threads: one, which is the only
 * writer, so what it knows is true.
 */
final class Partitions implements DayTables {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Connection connection;
    private final String table;
    private final TreeSet<LocalDate> days = new TreeSet<>();

    Partitions(Connection connection, String table) throws SQLException {
        this.connection = connection;
        this.table = table;
        String sql =
                "SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
                        + " WHERE i.inhparent = to_regclass(?)";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(1);
                    days.add(LocalDate.parse(name.substring(name.lastIndexOf('_') + 1), DAY));
                }
            }
        }
    }

    private String name(LocalDate day) {
        return table + "_" + DAY.format(day);
    }

    @Override
    public void ensure(Collection<LocalDate> wanted) throws SQLException {
        for (LocalDate day : wanted) {
            if (!days.contains(day)) {
                make(day);
                days.add(day);
            }
        }
    }

    private void make(LocalDate day) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE %s (LIKE %s INCLUDING DEFAULTS INCLUDING INDEXES)"
                            .formatted(name(day), table));
            statement.execute(
                    "ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM ('%s') TO ('%s')"
                            .formatted(
                                    table,
                                    name(day),
                                    TimeLiteral.of(day),
                                    TimeLiteral.of(day.plusDays(1))));
        }
    }

    @Override
    public Optional<LocalDate> oldest() {
        return days.isEmpty() ? Optional.empty() : Optional.of(days.first());
    }

    @Override
    public void drop(LocalDate day) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + name(day));
        }
        days.remove(day);
    }
}
