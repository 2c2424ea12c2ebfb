package org.plantdeck.historian.store;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The columns of one table of readings, and which tag each of them holds. Threads: one. */
final class TableColumns {

    /** Columns a table gets for keys that are not in the catalogue. */
    static final int ADDED_MAX = 100;

    private static final int KEY_LENGTH_MAX = 100;

    /** Columns of ours, and the names under which SQLite knows its row number. */
    private static final Set<String> TAKEN =
            Set.of("run", "sequence", "timestamp", "rowid", "oid", "_rowid_");

    private final Connection connection;
    private final FactorySource source;
    private final List<StoredTag> tags = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Set<String> names = new HashSet<>(TAKEN);
    private int added;

    private TableColumns(Connection connection, FactorySource source) {
        this.connection = connection;
        this.source = source;
    }

    /** Reads which columns a table has. */
    static TableColumns of(Connection connection, FactorySource source) throws SQLException {
        TableColumns columns = new TableColumns(connection, source);
        String sql =
                "SELECT key, column_name, type, meaning FROM tags WHERE topic = ? ORDER BY rowid";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, source.topic());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    columns.know(
                            new StoredTag(
                                    source.topic(),
                                    row.getString(1),
                                    row.getString(2),
                                    TagType.valueOf(row.getString(3))));
                    columns.added += row.getString(4).isEmpty() ? 1 : 0;
                }
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT name FROM pragma_table_info('"
                                        + SqliteSchema.table(source)
                                        + "')")) {
            while (row.next()) {
                columns.names.add(row.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    private void know(StoredTag tag) {
        positions.put(tag.key(), tags.size());
        tags.add(tag);
    }

    /** The tags in the order of their columns. */
    List<StoredTag> tags() {
        return Collections.unmodifiableList(tags);
    }

    /** Where in {@link #tags()} a key is. */
    OptionalInt position(String key) {
        Integer position = positions.get(key);
        return position == null ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** The column of a tag of the catalogue, made where the table lacks it. */
    String columnFor(Tag tag) throws SQLException {
        OptionalInt known = position(tag.key());
        if (known.isPresent()) {
            return tags.get(known.getAsInt()).column();
        }
        StoredTag stored = StoredTag.of(tag);
        if (tags.stream().anyMatch(it -> it.column().equalsIgnoreCase(tag.column()))) {
            stored = new StoredTag(source.topic(), tag.key(), freeName(tag.key()), tag.type());
        }
        if (!names.contains(stored.column().toLowerCase(Locale.ROOT))) {
            addColumn(stored.column());
        }
        know(stored);
        return stored.column();
    }

    /**
     * Makes a column for a key that is not in the catalogue.
     *
     * @return whether it was made; not beyond {@link #ADDED_MAX}, nor for a key too long for a name
     */
    boolean add(String key, Value first) throws SQLException {
        if (added >= ADDED_MAX || key.length() > KEY_LENGTH_MAX) {
            return false;
        }
        StoredTag tag = new StoredTag(source.topic(), key, freeName(key), TagType.of(first));
        addColumn(tag.column());
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO tags VALUES (?, ?, ?, ?, '', '')")) {
            insert.setString(1, source.topic());
            insert.setString(2, key);
            insert.setString(3, tag.column());
            insert.setString(4, tag.type().name());
            insert.executeUpdate();
        }
        know(tag);
        added++;
        return true;
    }

    private void addColumn(String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "ALTER TABLE " + SqliteSchema.table(source) + " ADD COLUMN \"" + name + '"');
        }
        names.add(name.toLowerCase(Locale.ROOT));
    }

    /** A column name of letters, digits and underscores that the table does not have yet. */
    private String freeName(String key) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            safe.append(plain ? c : '_');
        }
        if (safe.isEmpty() || Character.isDigit(safe.charAt(0))) {
            safe.insert(0, '_');
        }
        String name = safe.toString();
        for (int i = 2; names.contains(name.toLowerCase(Locale.ROOT)); i++) {
            name = safe + "_" + i;
        }
        return name;
    }
}
