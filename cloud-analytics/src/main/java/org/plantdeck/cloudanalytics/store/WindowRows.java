package org.plantdeck.cloudanalytics.store;

import org.plantdeck.signal.AnalyticsWindow;
import org.plantdeck.signal.Leaves;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Reads rows of analytics_data back into windows. */
final class WindowRows {

    private WindowRows() {}

    /** The columns to select, in the order {@link #window} expects them. */
    static String select(LeafColumns columns) {
        return "SELECT " + String.join(", ", columns.quotedColumns()) + " FROM analytics_data ";
    }

    static AnalyticsWindow window(ResultSet row, List<String> paths) throws SQLException {
        Leaves.Builder values = Leaves.builder();
        int index = 5;
        for (String path : paths) {
            values.put(path, Cells.value(row, index));
            index++;
        }
        return new AnalyticsWindow(
                row.getString(1),
                row.getLong(2),
                Cells.time(row.getString(3)),
                Cells.time(row.getString(4)),
                values.build());
    }
}
