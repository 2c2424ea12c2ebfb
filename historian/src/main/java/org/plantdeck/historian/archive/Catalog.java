package org.plantdeck.historian.archive;

import org.plantdeck.historian.store.StoreFailure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which groups, lanes and tags there are, and their numbers. What is new is in the writer's
 * transaction until that commits. Threads: one.
 */
final class Catalog {

    private record Key(int group, String name) {}

    private final Connection connection;
    private final Map<String, Integer> groups = new HashMap<>();
    private final Map<Key, Integer> lanes = new HashMap<>();
    private final Map<Key, ArchivedTag> tags = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    static void create(Statement statement) throws SQLException {
        statement.execute(
                """
                CREATE TABLE groups (
                  id INTEGER PRIMARY KEY,
                  name TEXT NOT NULL UNIQUE) STRICT\
                """);
        statement.execute(
                """
                CREATE TABLE lanes (
                  id INTEGER PRIMARY KEY,
                  group_id INTEGER NOT NULL REFERENCES groups,
                  run TEXT NOT NULL,
                  first_ms INTEGER,
                  last_ms INTEGER,
                  UNIQUE (group_id, run)) STRICT\
                """);
        statement.execute(
                """
                CREATE TABLE tags (
                  id INTEGER PRIMARY KEY,
                  group_id INTEGER NOT NULL REFERENCES groups,
                  key TEXT NOT NULL,
                  type TEXT NOT NULL,
                  unit TEXT NOT NULL,
                  meaning TEXT NOT NULL,
                  UNIQUE (group_id, key)) STRICT\
                """);
    }

    /** Which schema a file has; 0 for none yet. */
    static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** The full name of a tag; empty where there is none of this number. */
    String name(int tag) {
        return names.getOrDefault(tag, "");
    }

    Catalog(Connection connection) throws SQLException {
        this.connection = connection;
        for (ArchivedLane lane : lanes(connection)) {
            int group = groups.computeIfAbsent(lane.group(), _ -> lane.groupId());
            lanes.put(new Key(group, lane.run()), lane.id());
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT name, id FROM groups")) {
            while (row.next()) {
                groups.put(row.getString(1), row.getInt(2));
            }
        }
        for (ArchivedTag tag : tags(connection)) {
            keep(groups.getOrDefault(tag.group(), 0), tag);
        }
    }

    private void keep(int group, ArchivedTag tag) {
        tags.put(new Key(group, tag.facts().key()), tag);
        names.put(tag.id(), tag.name());
    }

    static List<ArchivedLane> lanes(Connection connection) throws SQLException {
        List<ArchivedLane> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT lanes.id, groups.id, name, run,"
                                        + " ifnull(first_ms, 1), ifnull(last_ms, 0) FROM lanes"
                                        + " JOIN groups ON groups.id = group_id ORDER BY 1")) {
            while (row.next()) {
                found.add(
                        new ArchivedLane(
                                row.getInt(1),
                                row.getInt(2),
                                row.getString(3),
                                row.getString(4),
                                extent(row.getLong(5), row.getLong(6))));
            }
        }
        return found;
    }

    private static Extent extent(long firstMs, long lastMs) {
        return lastMs < firstMs ? Extent.NOTHING : new Extent(firstMs, lastMs);
    }

    /** Says that a lane has been sealed from an instant to another. */
    void reaches(int lane, long firstMs, long lastMs) throws SQLException {
        execute(
                "UPDATE lanes SET first_ms = min(ifnull(first_ms, ?1), ?1),"
                        + " last_ms = max(ifnull(last_ms, ?2), ?2) WHERE id = ?3",
                firstMs,
                lastMs,
                lane);
    }

    static List<ArchivedTag> tags(Connection connection) throws SQLException {
        List<ArchivedTag> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT tags.id, name, key, type, unit, meaning FROM tags"
                                        + " JOIN groups ON groups.id = group_id ORDER BY 1")) {
            while (row.next()) {
                found.add(
                        new ArchivedTag(
                                row.getInt(1),
                                row.getString(2),
                                new TagFacts(
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6))));
            }
        }
        return found;
    }

    private int group(String name) throws SQLException, StoreFailure {
        Integer known = groups.get(name);
        if (known != null) {
            return known;
        }
        int id = groups.size() + 1;
        execute("INSERT INTO groups VALUES (?, ?)", id, name);
        groups.put(name, id);
        return id;
    }

    int lane(String group, String run) throws SQLException, StoreFailure {
        int groupId = group(group);
        Key key = new Key(groupId, run);
        Integer known = lanes.get(key);
        if (known != null) {
            return known;
        }
        int id = lanes.size() + 1;
        requireRoom(id, LaneHour.LANE_MAX, "lanes");
        execute("INSERT INTO lanes VALUES (?, ?, ?, NULL, NULL)", id, groupId, run);
        lanes.put(key, id);
        return id;
    }

    int tag(String group, TagFacts facts) throws SQLException, StoreFailure {
        int groupId = group(group);
        ArchivedTag known = tags.get(new Key(groupId, facts.key()));
        if (known == null) {
            int id = tags.size() + 1;
            requireRoom(id, LaneHour.TAG_MAX, "tags");
            execute(
                    "INSERT INTO tags VALUES (?, ?, ?, ?, ?, ?)",
                    id,
                    groupId,
                    facts.key(),
                    facts.type(),
                    facts.unit(),
                    facts.meaning());
            keep(groupId, new ArchivedTag(id, group, facts));
            return id;
        }
        if (!known.facts().equals(facts)) {
            execute(
                    "UPDATE tags SET type = ?, unit = ?, meaning = ? WHERE id = ?",
                    facts.type(),
                    facts.unit(),
                    facts.meaning(),
                    known.id());
            keep(groupId, new ArchivedTag(known.id(), group, facts));
        }
        return known.id();
    }

    private static void requireRoom(int id, int most, String what) throws StoreFailure {
        if (id > most) {
            throw new StoreFailure(
                    StoreFailure.Kind.CONTENT, "An archive holds " + most + " " + what);
        }
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
