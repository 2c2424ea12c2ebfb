package org.plantdeck.cloudanalytics.store;

import org.jspecify.annotations.Nullable;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.Value;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;

/** Values into and out of cells without a declared type, which keep the kind they are given. */
final class Cells {

    private Cells() {}

    static void bind(PreparedStatement statement, int index, Value value) throws SQLException {
        switch (value) {
            case Value.Real real -> statement.setDouble(index, real.value());
            case Value.Whole whole -> statement.setLong(index, whole.value());
            case Value.Flag flag -> statement.setInt(index, flag.value() ? 1 : 0);
            case Value.Text text -> statement.setString(index, text.value());
            case Value.Absent _ -> statement.setNull(index, Types.NULL);
        }
    }

    static Value value(ResultSet row, int index) throws SQLException {
        Object cell = row.getObject(index);
        return switch (cell) {
            case null -> Value.absent();
            case Double real -> Value.of(real.doubleValue());
            case Number whole -> Value.of(whole.longValue());
            default -> Value.of(cell.toString());
        };
    }

    /** A time a table of ours holds. */
    static Instant time(@Nullable String text) throws SQLException {
        return IsoTime.parse(text == null ? "" : text)
                .orElseThrow(() -> new SQLException("analytics.db holds " + text + " for a time"));
    }
}
