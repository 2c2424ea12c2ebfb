package org.plantdeck.historian.backup;

import org.plantdeck.historian.TestReadings;
import org.plantdeck.historian.archive.Archive;
import org.plantdeck.historian.archive.ArchiveReader;
import org.plantdeck.historian.archive.ArchivedLane;
import org.plantdeck.historian.archive.ArchivedTag;
import org.plantdeck.historian.archive.SampleRange;
import org.plantdeck.historian.archive.Snapshot;
import org.plantdeck.historian.archive.TagFacts;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A history as a historian leaves it, and all that is in one. */
record TestHistory(Path data) {

    static final Instant START = Instant.parse("2026-11-20T20:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(START);
    static final long HOUR_MS = 3_600_000;

    HistoryPlace place() {
        return new HistoryPlace(data.resolve("historian.db"), data.resolve("history"));
    }

    Path day(String date) {
        return place().archive().resolve("day-" + date + ".db");
    }

    /** Thirteen hours over two days, the last not sealed, and an hour of readings in the tables. */
    void record() throws StoreFailure {
        recordArchive();
        List<Reading> readings = new ArrayList<>();
        for (int i = 1; i <= 3_600; i++) {
            readings.add(TestReadings.reading(FactorySource.ENERGY, "r1", i));
        }
        try (ReadingStore store = SqliteReadingStore.open(place().database())) {
            store.append(ReadingBatch.of(readings));
        }
    }

    void recordArchive() throws StoreFailure {
        try (Archive archive = Archive.open(place().archive(), CLOCK)) {
            for (int hour = 0; hour < 12; hour++) {
                append(archive, hour, 60);
            }
            archive.sealAll();
            append(archive, 12, 10);
        }
    }

    /** So many snapshots of an hour, ten seconds apart. */
    static void append(Archive archive, int hour, int count) throws StoreFailure {
        int lane = archive.lane("demo/line", "a1");
        int speed = archive.tag("demo/line", new TagFacts("speed", "NUMBER", "1/min", "x"));
        int state = archive.tag("demo/line", new TagFacts("state", "TEXT", "", ""));
        List<Snapshot> snapshots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long at = START.toEpochMilli() + hour * HOUR_MS + i * 10_000L;
            snapshots.add(
                    Snapshot.atMs(lane, at)
                            .add(speed, Value.of(i % 7 == 0 ? Double.NaN : i / 3.0), Quality.GOOD)
                            .add(state, Value.of("state " + i % 3), Quality.UNCERTAIN));
        }
        archive.append(snapshots);
    }

    /** Every sample of the archive, by tag, run and time, bit for bit. */
    Map<String, String> samples() throws StoreFailure {
        Map<String, String> found = new TreeMap<>();
        try (ArchiveReader reader = ArchiveReader.open(place().archive())) {
            for (ArchivedTag tag : reader.tags()) {
                for (ArchivedLane lane : reader.lanes()) {
                    if (lane.group().equals(tag.group())) {
                        read(reader, tag, lane, found);
                    }
                }
            }
            if (!reader.damages().isEmpty()) {
                throw new AssertionError(reader.damages().toString());
            }
        }
        return found;
    }

    private static void read(
            ArchiveReader reader, ArchivedTag tag, ArchivedLane lane, Map<String, String> into)
            throws StoreFailure {
        SampleRange all =
                new SampleRange(tag.id(), lane.id(), Long.MIN_VALUE / 2, Long.MAX_VALUE / 2);
        reader.scan(
                all,
                part -> {
                    for (int i = 0; i < part.size(); i++) {
                        if (part.has(i)) {
                            into.put(
                                    tag.name() + " " + lane.run() + " " + part.measuredAt(i),
                                    bits(part.value(i)) + " " + part.quality(i));
                        }
                    }
                    return true;
                });
    }

    private static String bits(Value value) {
        return value instanceof Value.Real(double real)
                ? Long.toHexString(Double.doubleToRawLongBits(real))
                : value.toString();
    }

    /** Every row of the tables with its number, and how the file is made. */
    List<String> rows() throws SQLException {
        List<String> found = new ArrayList<>();
        for (String sql :
                List.of(
                        "PRAGMA user_version",
                        "PRAGMA auto_vacuum",
                        "PRAGMA page_size",
                        "SELECT rowid, * FROM energy_data",
                        "SELECT rowid, * FROM tags",
                        "SELECT * FROM runs",
                        "SELECT * FROM data_quality")) {
            try (Connection connection =
                            DriverManager.getConnection("jdbc:sqlite:" + place().database());
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= columns; i++) {
                        text.append(row.getString(i)).append('|');
                    }
                    found.add(text.toString());
                }
            }
        }
        return found;
    }

    /** What the files are, by name, without what SQLite keeps for a moment. */
    Map<String, String> files() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (var all = Files.walk(data)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                String name = data.relativize(path).toString();
                if (!name.endsWith("-shm") && !(name.endsWith("-wal") && Files.size(path) == 0)) {
                    found.put(name, Digest.of(HexFormat.of().formatHex(Files.readAllBytes(path))));
                }
            }
        }
        return found;
    }

    /** Changes one byte of a file. */
    static void flip(Path file, long position) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[Math.toIntExact(position)] ^= 0x10;
        Files.write(file, bytes);
    }

    /** Changes a byte within the first blob of a table, also where a page still has it unused. */
    static void flipBlob(Path file, String table) throws IOException, SQLException {
        byte[] blob;
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT data FROM " + table)) {
            row.next();
            blob = row.getBytes(1);
        }
        byte[] bytes = Files.readAllBytes(file);
        int found = 0;
        for (int at = 0; at + blob.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + blob.length, blob, 0, blob.length)) {
                bytes[at + blob.length / 2] ^= 0x10;
                found++;
            }
        }
        if (found == 0) {
            throw new AssertionError("no such blob in one piece");
        }
        Files.write(file, bytes);
    }
}
