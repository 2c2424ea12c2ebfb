package org.plantdeck.historian.store;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Tag;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of a historian's database, as docs/historian.md describes them. */
final class SqliteSchema {

    /** What {@code PRAGMA user_version} says. */
    static final int VERSION = 1;

    private static final String TAGS =
            """
            CREATE TABLE tags (
              topic TEXT NOT NULL,
              key TEXT NOT NULL,
              column_name TEXT NOT NULL,
              type TEXT NOT NULL,
              unit TEXT NOT NULL,
              meaning TEXT NOT NULL,
              UNIQUE (topic, key))\
            """;

    private static final String RUNS =
            """
            CREATE TABLE runs (
              run TEXT NOT NULL,
              topic TEXT NOT NULL,
              lowest INTEGER NOT NULL,
              highest INTEGER NOT NULL,
              stored INTEGER NOT NULL,
              pruned_through INTEGER NOT NULL,
              last_seen TEXT NOT NULL,
              PRIMARY KEY (run, topic)) WITHOUT ROWID\
            """;

    private static final String TOTALS =
            """
            CREATE TABLE totals (
              id INTEGER PRIMARY KEY CHECK (id = 1),
              received INTEGER NOT NULL,
              stored INTEGER NOT NULL,
              rejected INTEGER NOT NULL,
              repeated INTEGER NOT NULL,
              conflicting INTEGER NOT NULL,
              expired INTEGER NOT NULL,
              missing INTEGER NOT NULL,
              pruned INTEGER NOT NULL,
              left_out INTEGER NOT NULL,
              run TEXT NOT NULL,
              run_at TEXT NOT NULL)\
            """;

    private static final String DATA_QUALITY =
            """
            CREATE VIEW data_quality AS SELECT
              received,
              stored + (SELECT ifnull(sum(stored), 0) FROM runs) AS stored,
              rejected,
              repeated,
              conflicting,
              expired,
              missing + (SELECT ifnull(sum(min(max(highest - lowest + 1 - stored, 0), 1000000000000)), 0)
                FROM runs) AS missing,
              pruned,
              left_out
            FROM totals\
            """;

    private SqliteSchema() {}

    /** The table of a topic that has one. */
    static String table(String topic) {
        return FactorySource.ofTopic(topic)
                .map(SqliteSchema::table)
                .orElseThrow(() -> new IllegalArgumentException(topic + " has no table"));
    }

    /** The table of a source. */
    static String table(FactorySource source) {
        return switch (source) {
            case LINE -> "manufacturing_data";
            case ENERGY -> "energy_data";
            case ENVIRONMENT -> "environmental_data";
        };
    }

    /** Makes the tables in an empty database, and brings those of an older catalogue up to date. */
    static void prepare(Connection connection, Path path) throws SQLException, StoreFailure {
        int version = requireOurs(connection, path);
        try (Statement statement = connection.createStatement()) {
            if (version == 0) {
                for (FactorySource source : FactorySource.values()) {
                    createReadings(statement, source);
                }
                statement.execute(TAGS);
                statement.execute(RUNS);
                statement.execute(TOTALS);
                statement.execute("INSERT INTO totals VALUES (1,0,0,0,0,0,0,0,0,0,'','')");
                statement.execute(DATA_QUALITY);
                statement.execute("PRAGMA user_version=" + VERSION);
            }
        }
        describeTags(connection);
        connection.commit();
    }

    /**
     * Refuses a file that is not a historian's or comes from a later PlantDeck.
     *
     * @return its version; 0 where it is empty
     */
    static int requireOurs(Connection connection, Path path) throws SQLException, StoreFailure {
        int version = number(connection, "PRAGMA user_version");
        boolean empty = number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        boolean ours =
                number(
                                connection,
                                "SELECT count(*) FROM sqlite_schema WHERE name IN"
                                        + " ('manufacturing_data', 'tags', 'runs', 'totals')")
                        == 4;
        if (!empty && (!ours || version == 0)) {
            throw new StoreFailure(
                    StoreFailure.Kind.LASTING,
                    path + " is a database of another program; move it away");
        }
        if (version > VERSION) {
            throw new StoreFailure(
                    StoreFailure.Kind.LASTING,
                    path
                            + " was written by a later PlantDeck; use that one, or move the file"
                            + " away");
        }
        return version;
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getInt(1) : 0;
        }
    }

    private static void createReadings(Statement statement, FactorySource source)
            throws SQLException {
        String table = table(source);
        StringBuilder sql = new StringBuilder("CREATE TABLE ").append(table);
        sql.append(" (run TEXT NOT NULL, sequence INTEGER NOT NULL, timestamp TEXT NOT NULL");
        for (Tag tag : FactoryTags.all(source)) {
            sql.append(", \"").append(tag.column()).append('"');
        }
        statement.execute(sql.append(", PRIMARY KEY (run, sequence))").toString());
        statement.execute("CREATE INDEX " + table + "_by_time ON " + table + " (timestamp)");
    }

    /** Writes what the catalogue says of each tag; adds the column of one that is new in it. */
    private static void describeTags(Connection connection) throws SQLException {
        String upsert =
                """
                INSERT INTO tags VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (topic, key) DO UPDATE
                  SET type = excluded.type, unit = excluded.unit, meaning = excluded.meaning
                  WHERE type <> excluded.type OR unit <> excluded.unit OR meaning <> excluded.meaning\
                """;
        for (FactorySource source : FactorySource.values()) {
            TableColumns columns = TableColumns.of(connection, source);
            try (PreparedStatement describe = connection.prepareStatement(upsert)) {
                for (Tag tag : FactoryTags.all(source)) {
                    String column = columns.columnFor(tag);
                    describe.setString(1, source.topic());
                    describe.setString(2, tag.key());
                    describe.setString(3, column);
                    describe.setString(4, tag.type().name());
                    describe.setString(5, tag.unit());
                    describe.setString(6, tag.description());
                    describe.executeUpdate();
                }
            }
        }
    }
}
