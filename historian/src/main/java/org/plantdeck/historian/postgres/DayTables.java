package org.plantdeck.historian.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** The days, by UTC, that a table is divided into. Threads: one. */
sealed interface DayTables permits Timescale, Partitions {

    /** The days of a table as it was made. */
    static DayTables of(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT relkind FROM pg_class WHERE oid = to_regclass('%s')"
                                        .formatted(table))) {
            return row.next() && row.getString(1).equals("p")
                    ? new Partitions(connection, table)
                    : new Timescale(connection, table);
        }
    }

    /** Makes the days that are not there yet. */
    void ensure(Collection<LocalDate> days) throws SQLException;

    /** The oldest day there is. */
    Optional<LocalDate> oldest() throws SQLException;

    /** Removes the oldest day with all that is in it. */
    void drop(LocalDate day) throws SQLException;
}
