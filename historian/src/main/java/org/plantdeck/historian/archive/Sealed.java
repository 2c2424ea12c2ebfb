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
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Writes hours into the file of their day and of their month; what a file has of an hour already is
 * merged with what comes. Threads: one.
 */
final class Sealed implements AutoCloseable {

    private final ArchiveFiles files;
    private final InstantSource wallClock;
    private final ColumnCodec columns = new ColumnCodec();
    private final Stamps stamps = new Stamps();
    private final Minutes minutes = new Minutes();
    private final ByteSink sink = new ByteSink();
    private IntFunction<Thinning> thinning = _ -> Thinning.NONE;
    private final WrittenFiles days =
            new WrittenFiles(
                    List.of(
                            "CREATE TABLE stamps (key INTEGER PRIMARY KEY, data BLOB NOT NULL)"
                                    + " STRICT",
                            "CREATE TABLE chunks (key INTEGER PRIMARY KEY, data BLOB NOT NULL)"
                                    + " STRICT"));
    private final WrittenFiles months =
            new WrittenFiles(
                    List.of(
                            "CREATE TABLE minutes (key INTEGER PRIMARY KEY, data BLOB NOT NULL)"
                                    + " STRICT"));

    Sealed(ArchiveFiles files, InstantSource wallClock) {
        this.files = files;
        this.wallClock = wallClock;
    }

    /** How the hours of each tag, by its number, are thinned from now on. */
    void thin(IntFunction<Thinning> ofTag) {
        thinning = ofTag;
    }

    /** Completes or takes back what a crash left of the making of a file, which a reader cannot. */
    void recover() throws StoreFailure {
        for (Path day : files.days().values()) {
            if (ArchiveFiles.isHalfMade(day)) {
                days.of(day);
                days.forget(day);
            }
        }
        for (Path month : files.months().values()) {
            if (ArchiveFiles.isHalfMade(month)) {
                months.of(month);
                months.forget(month);
            }
        }
    }

    /**
     * Makes an hour durable in its files.
     *
     * @return from when to when it reaches now
     */
    Extent write(LaneHour hour, Block hot) throws StoreFailure {
        Path path = files.day(hour.day());
        Connection day = days.of(path);
        Connection month = months.of(files.minutes(hour.month()));
        try {
            Block merged = merged(day, hour, hot);
            Block block = merged.ordered();
            if (merged == hot) {
                thin(block); // what was thinned already is not thinned again
            }
            writeBlock(day, month, hour, block);
            month.commit();
            day.commit();
            return new Extent(block.times()[0], block.times()[block.size() - 1]);
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

    private void thin(Block block) {
        block.columns().forEach((tag, column) -> Thinner.thin(column, thinning.apply(tag)));
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
                minutes.encode(each.getValue().dropped == null ? decimals : -1, sink);
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

    /**
     * Removes what is beyond the retention.
     *
     * @param nowMs where the clock of retention stands, in milliseconds since 1970
     * @return how many days were removed
     */
    int retain(Retention retention, long nowMs) throws StoreFailure {
        TreeMap<LocalDate, Path> there = files.days();
        LocalDate horizon = LaneHour.dayOf(nowMs - retention.raw().toMillis());
        LocalDate yesterday = LaneHour.dayOf(nowMs).minusDays(1);
        long bytes = there.values().stream().mapToLong(ArchiveFiles::bytes).sum();
        int removed = 0;
        for (Map.Entry<LocalDate, Path> day : there.entrySet()) {
            boolean isTooMuch = bytes > retention.bytes() && day.getKey().isBefore(yesterday);
            if (day.getKey().isBefore(horizon)
                    || isTooMuch
                    || isForgotten(day.getKey(), day.getValue(), nowMs, retention.raw())) {
                bytes -= ArchiveFiles.bytes(day.getValue());
                days.forget(day.getValue());
                removed += ArchiveFiles.remove(day.getValue()) ? 1 : 0;
            }
        }
        YearMonth first = YearMonth.from(LaneHour.dayOf(nowMs - retention.minutes().toMillis()));
        for (Map.Entry<YearMonth, Path> month : files.months().headMap(first).entrySet()) {
            months.forget(month.getValue());
            ArchiveFiles.remove(month.getValue());
        }
        return removed;
    }

    /** Whether a day is ahead of the clock and nobody has written to it for that long. */
    private boolean isForgotten(LocalDate day, Path path, long nowMs, Duration raw) {
        if (!day.isAfter(LaneHour.dayOf(nowMs).plusDays(1))) {
            return false;
        }
        long written = ArchiveFiles.writtenMs(path);
        return written > 0 && written < wallClock.millis() - raw.toMillis();
    }

    @Override
    public void close() {
        days.close();
        months.close();
    }
}
