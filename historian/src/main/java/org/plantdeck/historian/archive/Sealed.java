package org.plantdeck.historian.archive;

import org.plantdeck.historian.archive.codec.ByteSink;
import org.plantdeck.historian.archive.codec.ByteSource;
import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.historian.store.SqliteFile;
import org.plantdeck.historian.store.StoreFailure;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes hours into the file of their day and of their month; what a file has of an hour already is
 * merged with what comes. Threads: one.
 */
final class Sealed implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PAGE_BYTES = 4_096;
    private static final int VERSION = 1;

    private final ArchiveFiles files;
    private final ColumnCodec columns = new ColumnCodec();
    private final Stamps stamps = new Stamps();
    private final Minutes minutes = new Minutes();
    private final ByteSink sink = new ByteSink();
    private final OpenFiles days = new OpenFiles();
    private final OpenFiles months = new OpenFiles();

    /** The files that are open for writing, the newest few. */
    private static final class OpenFiles implements AutoCloseable {
        private static final int MOST = 3;
        private final LinkedHashMap<Path, Connection> open = new LinkedHashMap<>();

        Connection of(Path path, String schema) throws StoreFailure {
            Connection known = open.remove(path);
            if (known != null) {
                open.put(path, known);
                return known;
            }
            while (open.size() >= MOST) {
                close(open.pollFirstEntry().getValue());
            }
            SqliteFile file = new SqliteFile(path);
            Connection connection = file.openSteady(PATIENCE, PAGE_BYTES);
            try (Statement statement = connection.createStatement()) {
                if (version(statement) == 0) {
                    for (String each : schema.split(";", -1)) {
                        statement.execute(each);
                    }
                    statement.execute("PRAGMA user_version=" + VERSION);
                }
                connection.commit();
            } catch (SQLException e) {
                close(connection);
                throw file.failure(e);
            }
            open.put(path, connection);
            return connection;
        }

        private static int version(Statement statement) throws SQLException {
            try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
                return row.next() ? row.getInt(1) : 0;
            }
        }

        void forget(Path path) {
            Connection known = open.remove(path);
            if (known != null) {
                close(known);
            }
        }

        private static void close(Connection connection) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException("SQLite does not close", e);
            }
        }

        @Override
        public void close() {
            open.values().forEach(OpenFiles::close);
            open.clear();
        }
    }

    Sealed(ArchiveFiles files) {
        this.files = files;
    }

    /** Makes an hour durable in its files. */
    void write(LaneHour hour, Block hot) throws StoreFailure {
        Path path = files.day(hour.day());
        Connection day =
                days.of(
                        path,
                        "CREATE TABLE stamps (key INTEGER PRIMARY KEY, data BLOB NOT NULL) STRICT;"
                                + "CREATE TABLE chunks (key INTEGER PRIMARY KEY, data BLOB NOT"
                                + " NULL) STRICT");
        Path monthPath = files.minutes(hour.month());
        Connection month =
                months.of(
                        monthPath,
                        "CREATE TABLE minutes (key INTEGER PRIMARY KEY, data BLOB NOT NULL)"
                                + " STRICT");
        try {
            Block block = merged(day, hour, hot).ordered();
            writeBlock(day, month, hour, block);
            month.commit();
            day.commit();
        } catch (SQLException e) {
            throw new SqliteFile(path).failure(e);
        } catch (Damaged e) {
            throw new StoreFailure(
                    StoreFailure.Kind.LASTING,
                    path + " is damaged (" + e.getMessage() + "); move it away",
                    e);
        }
    }

    private Block merged(Connection day, LaneHour hour, Block hot) throws SQLException, Damaged {
        byte[] data = data(day, "stamps", hour.stampsKey());
        if (data.length == 0) {
            return hot;
        }
        Block block = new Block();
        stamps.decode(ByteSource.checked(data));
        block.begin(stamps.times(), stamps.size());
        for (int tag : stamps.tags()) {
            Column column = new Column(0);
            columns.decode(ByteSource.checked(data(day, "chunks", hour.chunkKey(tag))), column);
            block.begin(tag, column);
        }
        block.addAll(hot);
        return block;
    }

    private static byte[] data(Connection day, String table, long key) throws SQLException {
        try (PreparedStatement select =
                day.prepareStatement("SELECT data FROM " + table + " WHERE key = ?")) {
            select.setLong(1, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        }
    }

    private void writeBlock(Connection day, Connection month, LaneHour hour, Block block)
            throws SQLException {
        sink.clear();
        stamps.encode(block, sink);
        try (PreparedStatement instants = replace(day, "stamps");
                PreparedStatement chunks = replace(day, "chunks");
                PreparedStatement rows = replace(month, "minutes")) {
            put(instants, hour.stampsKey());
            for (Map.Entry<Integer, Column> each : block.columns().entrySet()) {
                sink.clear();
                int decimals = columns.encode(each.getValue(), sink);
                put(chunks, hour.chunkKey(each.getKey()));
                minutes.of(hour.beginMs(), block.times(), each.getValue());
                sink.clear();
                minutes.encode(decimals, sink);
                put(rows, hour.minutesKey(each.getKey()));
            }
        }
    }

    private static PreparedStatement replace(Connection connection, String table)
            throws SQLException {
        return connection.prepareStatement("INSERT OR REPLACE INTO " + table + " VALUES (?, ?)");
    }

    private void put(PreparedStatement into, long key) throws SQLException {
        sink.seal();
        into.setLong(1, key);
        into.setBytes(2, sink.toBytes());
        into.executeUpdate();
    }

    /** Closes a day's file and removes it; whether it is gone. */
    boolean removeDay(Path path) {
        days.forget(path);
        return ArchiveFiles.remove(path);
    }

    /** Closes a month's file and removes it; whether it is gone. */
    boolean removeMonth(Path path) {
        months.forget(path);
        return ArchiveFiles.remove(path);
    }

    @Override
    public void close() {
        days.close();
        months.close();
    }
}
