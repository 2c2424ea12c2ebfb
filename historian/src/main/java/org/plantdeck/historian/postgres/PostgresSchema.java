package org.plantdeck.historian.postgres;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The tables of a history in PostgreSQL, as docs/historian.md describes them. Threads: one. */
final class PostgresSchema {

    /** What the table {@code history_version} says. */
    static final int VERSION = 1;

    static final String OBSERVATIONS = "observations";

    private static final String BESIDE =
            """
            CREATE TABLE history_version (version integer NOT NULL);
            CREATE TABLE tags (
              id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              topic text NOT NULL,
              key text NOT NULL,
              column_name text,
              type text NOT NULL,
              unit text NOT NULL,
              meaning text NOT NULL,
              UNIQUE (topic, key));
            CREATE TABLE runs (
              run text COLLATE "C" NOT NULL,
              topic text NOT NULL,
              lowest bigint NOT NULL,
              highest bigint NOT NULL,
              stored bigint NOT NULL,
              pruned_through bigint NOT NULL,
              last_seen text COLLATE "C" NOT NULL,
              began bigint GENERATED ALWAYS AS IDENTITY,
              first_at timestamptz,
              last_at timestamptz,
              PRIMARY KEY (run, topic));
            CREATE TABLE totals (
              id integer PRIMARY KEY CHECK (id = 1),
              received bigint NOT NULL,
              stored bigint NOT NULL,
              rejected bigint NOT NULL,
              repeated bigint NOT NULL,
              conflicting bigint NOT NULL,
              expired bigint NOT NULL,
              missing bigint NOT NULL,
              pruned bigint NOT NULL,
              left_out bigint NOT NULL,
              run text NOT NULL,
              run_at text NOT NULL);
            INSERT INTO totals VALUES (1,0,0,0,0,0,0,0,0,0,'','');
            CREATE VIEW data_quality AS SELECT
              received,
              (stored + (SELECT coalesce(sum(stored), 0) FROM runs))::bigint AS stored,
              rejected,
              repeated,
              conflicting,
              expired,
              (missing + (SELECT coalesce(sum(least(greatest(highest - lowest + 1 - stored, 0), 1000000000000)), 0)
                FROM runs))::bigint AS missing,
              pruned,
              left_out
            FROM totals;
            CREATE FUNCTION leaf_number(leaves jsonb, key text) RETURNS double precision
              LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
                SELECT CASE jsonb_typeof(leaves -> key)
                  WHEN 'number' THEN (leaves ->> key)::double precision
                  WHEN 'boolean' THEN (leaves ->> key)::boolean::integer::double precision
                  WHEN 'object' THEN (leaves -> key ->> 'real')::double precision END $$;
            INSERT INTO history_version VALUES (1);
            """;

    private PostgresSchema() {}

    /** The table of a topic. */
    static String table(String topic) {
        return FactorySource.ofTopic(topic).map(PostgresSchema::table).orElse(OBSERVATIONS);
    }

    /** The table of a source. */
    static String table(FactorySource source) {
        return switch (source) {
            case LINE -> "manufacturing_data";
            case ENERGY -> "energy_data";
            case ENVIRONMENT -> "environmental_data";
        };
    }

    /** Makes the tables where there are none, and brings those of an older catalogue up to date. */
    static void prepare(Connection connection, PostgresServer server)
            throws SQLException, StoreFailure {
        int version = requireOurs(connection, server);
        if (version == 0) {
            boolean timescale = Timescale.isThere(connection);
            try (Statement statement = connection.createStatement()) {
                for (FactorySource source : FactorySource.values()) {
                    make(statement, table(source), readings(source), timescale);
                    String table = table(source);
                    statement.execute(
                            "CREATE INDEX %s_by_time ON %s (timestamp, run, sequence)"
                                    .formatted(table, table));
                    statement.execute(
                            "CREATE INDEX %s_by_run ON %s (run, sequence)".formatted(table, table));
                }
                make(
                        statement,
                        OBSERVATIONS,
                        "topic text COLLATE \"C\" NOT NULL, timestamp timestamptz NOT NULL, leaves"
                                + " jsonb NOT NULL",
                        timescale);
                statement.execute(
                        "CREATE INDEX observations_by_topic ON observations (topic, timestamp)");
                statement.execute(BESIDE);
            }
        }
        describeTags(connection);
        connection.commit();
    }

    private static void make(Statement statement, String table, String columns, boolean timescale)
            throws SQLException {
        String sql = "CREATE TABLE %s (%s)".formatted(table, columns);
        statement.execute(timescale ? sql : sql + " PARTITION BY RANGE (timestamp)");
        if (timescale) {
            Timescale.makeHypertable(statement, table);
        }
    }

    private static String readings(FactorySource source) {
        StringBuilder columns =
                new StringBuilder(
                        "run text COLLATE \"C\" NOT NULL, sequence bigint NOT NULL,"
                                + " timestamp timestamptz NOT NULL");
        for (Tag tag : FactoryTags.all(source)) {
            columns.append(", ").append(quoted(column(tag))).append(' ').append(type(tag.type()));
        }
        return columns.append(", more jsonb").toString();
    }

    /** The column of a tag of the catalogue: in small letters, so that no query has to quote it. */
    static String column(Tag tag) {
        return tag.column().toLowerCase(Locale.ROOT);
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String type(TagType type) {
        return switch (type) {
            case NUMBER -> "double precision";
            case COUNT -> "bigint";
            case FLAG -> "boolean";
            case TEXT -> "text";
        };
    }

    /**
     * Refuses a schema that is not a historian's or comes from a later PlantDeck.
     *
     * @return its version; 0 where it has none of these tables
     */
    static int requireOurs(Connection connection, PostgresServer server)
            throws SQLException, StoreFailure {
        if (!hasTable(connection, "history_version")) {
            for (String table : List.of("manufacturing_data", "tags", "runs", "totals")) {
                if (hasTable(connection, table)) {
                    throw new StoreFailure(
                            StoreFailure.Kind.LASTING,
                            "%s has a table %s of another program; name a schema of its own in the URL, as in ?currentSchema=plantdeck"
                                    .formatted(server.name(), table));
                }
            }
            return 0;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT version FROM history_version")) {
            int version = row.next() ? row.getInt(1) : 0;
            if (version == VERSION) {
                return version;
            }
        }
        throw new StoreFailure(
                StoreFailure.Kind.LASTING,
                "The history on %s was written by a later PlantDeck; use that one, or another database"
                        .formatted(server.name()));
    }

    private static boolean hasTable(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT to_regclass('%s') IS NOT NULL".formatted(table))) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Writes what the catalogue says of each tag; adds the column of one that is new in it. */
    private static void describeTags(Connection connection) throws SQLException {
        String upsert =
                """
                INSERT INTO tags (topic, key, column_name, type, unit, meaning) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (topic, key) DO UPDATE SET column_name = excluded.column_name,
                  unit = excluded.unit, meaning = excluded.meaning\
                """;
        for (FactorySource source : FactorySource.values()) {
            Map<String, TagRow> known = new HashMap<>();
            Set<String> columns = new HashSet<>();
            for (TagRow row : TagRow.of(source.topic(), connection)) {
                known.put(row.tag().key(), row);
                columns.add(row.hasColumn() ? row.tag().column() : "");
            }
            try (PreparedStatement describe = connection.prepareStatement(upsert);
                    Statement statement = connection.createStatement()) {
                for (Tag tag : FactoryTags.all(source)) {
                    if (isSaid(tag, known.get(tag.key()))) {
                        continue;
                    }
                    if (!known.isEmpty() && !columns.contains(column(tag))) {
                        statement.execute(
                                "ALTER TABLE %s ADD COLUMN %s %s"
                                        .formatted(
                                                table(source),
                                                quoted(column(tag)),
                                                type(tag.type())));
                    }
                    describe.setString(1, source.topic());
                    describe.setString(2, tag.key());
                    describe.setString(3, column(tag));
                    describe.setString(4, tag.type().name());
                    describe.setString(5, tag.unit());
                    describe.setString(6, tag.description());
                    describe.executeUpdate();
                }
            }
        }
    }

    private static boolean isSaid(Tag tag, @Nullable TagRow known) {
        return known != null
                && known.hasColumn()
                && known.tag().unit().equals(tag.unit())
                && known.tag().meaning().equals(tag.description());
    }
}
