package org.plantdeck.historian.postgres;

import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.TagType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A tag of the database.
 *
 * @param tag the tag; its column is its key where it has none of its own
 * @param hasColumn whether a column holds it, or the object of all that has none
 */
record TagRow(StoredTag tag, boolean hasColumn) {

    /** Every tag of a topic in the order they came. */
    static List<TagRow> of(String topic, Connection connection) throws SQLException {
        List<TagRow> rows = new ArrayList<>();
        String sql =
                "SELECT topic, key, column_name, type, unit, meaning FROM tags"
                        + " WHERE topic = ? ORDER BY id";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, topic);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(read(row));
                }
            }
        }
        return rows;
    }

    private static TagRow read(ResultSet row) throws SQLException {
        String key = row.getString(2);
        String column = row.getString(3);
        return new TagRow(
                new StoredTag(
                        row.getString(1),
                        key,
                        column == null ? key : column,
                        TagType.valueOf(row.getString(4)),
                        row.getString(5),
                        row.getString(6)),
                column != null);
    }
}
