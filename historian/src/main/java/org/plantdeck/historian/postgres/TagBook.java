package org.plantdeck.historian.postgres;

import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tags the writer knows; it notes those that are new. The bounds are those of the built-in
 * files. Threads: one.
 */
final class TagBook {

    private static final Logger LOG = LoggerFactory.getLogger(TagBook.class);

    /** Tags that are not in the catalogue, of each topic of the plant. */
    private static final int ADDED_MAX = 100;

    private static final int ADDED_KEY_MAX = 100;

    /** Tags of all other topics. */
    private static final int OTHERS_MAX = 50_000;

    private static final int OTHERS_KEY_MAX = 200;

    private final Connection connection;
    private final Map<String, Map<String, TagRow>> byTopic = new HashMap<>();
    private int others;
    private boolean leftOut;

    TagBook(Connection connection) throws SQLException {
        this.connection = connection;
        List<String> topics = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT DISTINCT topic FROM tags")) {
            while (row.next()) {
                topics.add(row.getString(1));
            }
        }
        for (String topic : topics) {
            for (TagRow tag : TagRow.of(topic, connection)) {
                know(tag);
            }
        }
    }

    private void know(TagRow row) {
        Map<String, TagRow> tags = of(row.tag().topic());
        boolean isNew = tags.put(row.tag().key(), row) == null;
        if (isNew && FactorySource.ofTopic(row.tag().topic()).isEmpty()) {
            others++;
        }
    }

    private Map<String, TagRow> of(String topic) {
        return byTopic.computeIfAbsent(topic, _ -> new HashMap<>());
    }

    /** Every tag of a topic. */
    List<TagRow> tags(String topic) {
        return List.copyOf(of(topic).values());
    }

    /**
     * Whether there is a place for a value that has one, or now has.
     *
     * @param value not absent
     */
    boolean knows(String topic, String key, Value value) throws SQLException {
        Optional<TagRow> known = Optional.ofNullable(of(topic).get(key));
        boolean isPlant = FactorySource.ofTopic(topic).isPresent();
        if (known.isPresent()) {
            TagType type = known.get().tag().type();
            if (!isPlant && type == TagType.COUNT && value instanceof Value.Real) {
                note(topic, key, TagType.NUMBER); // the first value was whole by chance
            }
            return true;
        }
        long added =
                isPlant
                        ? of(topic).values().stream().filter(it -> !it.hasColumn()).count()
                        : others;
        boolean fits =
                isPlant
                        ? added < ADDED_MAX && key.length() <= ADDED_KEY_MAX
                        : added < OTHERS_MAX && key.length() <= OTHERS_KEY_MAX;
        if (fits) {
            note(topic, key, TagType.of(value));
        } else if (!leftOut) {
            leftOut = true;
            LOG.atWarn()
                    .addKeyValue("topic", topic)
                    .addKeyValue("tags", added)
                    .log("A value is left out: too many tags, or a key too long; so are others");
        }
        return fits;
    }

    private void note(String topic, String key, TagType type) throws SQLException {
        String sql =
                "INSERT INTO tags (topic, key, type, unit, meaning) VALUES (?, ?, ?, '', '')"
                        + " ON CONFLICT (topic, key) DO UPDATE SET type = excluded.type";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, topic);
            insert.setString(2, key);
            insert.setString(3, type.name());
            insert.executeUpdate();
        }
        know(new TagRow(new StoredTag(topic, key, key, type), false));
    }
}
