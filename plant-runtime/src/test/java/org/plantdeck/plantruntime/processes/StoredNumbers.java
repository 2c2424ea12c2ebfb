package org.plantdeck.plantruntime.processes;

import org.plantdeck.signal.FactorySource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the databases of a data directory hold, by the numbers readings and windows carry. */
final class StoredNumbers {

    private final Path data;

    StoredNumbers(Path data) {
        this.data = data;
    }

    /** The sequence numbers of a PLC's readings, in order, each as often as it is stored. */
    List<Long> readings(FactorySource source) throws SQLException {
        String table =
                switch (source) {
                    case LINE -> "manufacturing_data";
                    case ENERGY -> "energy_data";
                    case ENVIRONMENT -> "environmental_data";
                };
        return numbers("historian.db", "SELECT sequence FROM " + table + " ORDER BY sequence");
    }

    /** The sequence numbers of the windows, in order, each as often as it is stored. */
    List<Long> windows() throws SQLException {
        return numbers("analytics.db", "SELECT sequence FROM analytics_data ORDER BY sequence");
    }

    /** The windows, but for the first, that are not made from ten readings of each PLC. */
    List<String> windowsThatLackReadings() throws SQLException {
        return rows(
                "analytics.db",
                "SELECT sequence || ': ' || count_line1 || ' ' || count_energy || ' '"
                        + " || count_environment FROM analytics_data WHERE sequence > 1 AND"
                        + " (count_line1 != 10 OR count_energy != 10 OR count_environment != 10)");
    }

    private List<Long> numbers(String file, String query) throws SQLException {
        return rows(file, query).stream().map(Long::valueOf).toList();
    }

    private List<String> rows(String file, String query) throws SQLException {
        String url = "jdbc:sqlite:file:" + data.resolve(file) + "?mode=ro";
        List<String> found = new ArrayList<>();
        try (Connection database = DriverManager.getConnection(url);
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
