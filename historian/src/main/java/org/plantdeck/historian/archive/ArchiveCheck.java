package org.plantdeck.historian.archive;

import org.plantdeck.historian.archive.codec.ByteSource;
import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.historian.store.SqliteFile;
import org.plantdeck.historian.store.StoreFailure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Looks at the files of an archive one by one, while it is written or not: which there are, whether
 * somebody writes them, and whether everything in one can be read. Threads: any; each call has its
 * own connection.
 */
public final class ArchiveCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BooleanSupplier goesOn;
    private final Stamps stamps = new Stamps();
    private final ColumnCodec columns = new ColumnCodec();
    private final Column column = new Column(0);
    private final Minutes minutes = new Minutes();

    private ArchiveCheck(BooleanSupplier goesOn) {
        this.goesOn = goesOn;
    }

    /**
     * The files of an archive in the order in which a copy has to take them: what is not sealed
     * first, since it may be in its day a moment later, then the days, then the minutes.
     *
     * @return none where there is no archive in the folder
     */
    public static List<Path> files(Path folder) throws StoreFailure {
        ArchiveFiles files = new ArchiveFiles(folder);
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            if (Files.isRegularFile(files.head())) {
                found.add(files.head());
            }
            found.addAll(files.days().values());
            found.addAll(files.months().values());
        }
        return found;
    }

    /**
     * Refuses an archive that is being written.
     *
     * @throws StoreFailure naming who writes it
     */
    public static void requireNoWriter(Path folder) throws StoreFailure {
        if (Files.isDirectory(folder)) {
            WriterLock.take(new ArchiveFiles(folder).lock()).close();
        }
    }

    /**
     * What is wrong with the content of a file of an archive: each checksum and each length is
     * looked at. Whether its pages are in order is for SQLite to say.
     *
     * @param file one of {@link #files}, or a copy under the same name
     * @param goesOn asked every few values; false ends the check, which then knows of nothing
     * @return in words; empty where nothing is wrong
     * @throws StoreFailure where it cannot be read at all
     */
    public static Optional<String> damage(Path file, BooleanSupplier goesOn) throws StoreFailure {
        Connection connection = new SqliteFile(file).openForReading(PATIENCE);
        try {
            connection.setAutoCommit(false); // one state of the file, however long it takes
            if (!isEmpty(connection)) {
                new ArchiveCheck(goesOn).check(file.getFileName().toString(), connection);
            }
            return Optional.empty();
        } catch (Damaged e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            throw new SqliteFile(file).failure(e);
        } finally {
            ReadFiles.close(connection);
        }
    }

    /** One that was made and not written to yet. */
    private static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return !row.next() || row.getInt(1) == 0;
        }
    }

    private void check(String name, Connection connection) throws SQLException, Damaged {
        if (name.startsWith("day-")) {
            day(connection);
        } else if (name.startsWith("minutes-")) {
            rows(connection, "minutes", (_, bytes) -> minutes.decode(ByteSource.checked(bytes)));
        } else {
            Catalog.tags(connection);
            Catalog.lanes(connection);
            try (PreparedStatement hot = HotRows.reading(connection)) {
                HotRows.read(hot, 0, (_, _) -> {});
            }
        }
    }

    /** How long an hour of a lane is, and how many chunks it has to have. */
    private static final class Hour {
        private final int instants;
        private int chunksToCome;

        Hour(int instants, int chunksToCome) {
            this.instants = instants;
            this.chunksToCome = chunksToCome;
        }
    }

    private void day(Connection connection) throws SQLException, Damaged {
        Map<Long, Hour> hours = new HashMap<>();
        rows(
                connection,
                "stamps",
                (key, bytes) -> {
                    stamps.decode(ByteSource.checked(bytes));
                    requireOrder(stamps.times(), stamps.size());
                    hours.put(key, new Hour(stamps.size(), stamps.tags().length));
                });
        rows(
                connection,
                "chunks",
                (key, bytes) -> {
                    Hour hour = hours.get(LaneHour.stampsKeyOf(key));
                    if (hour == null) {
                        throw new Damaged("a chunk without its instants");
                    }
                    columns.decode(ByteSource.checked(bytes), column);
                    if (column.size != hour.instants) {
                        throw new Damaged("a chunk that is not as long as its hour");
                    }
                    hour.chunksToCome--;
                });
        if (goesOn.getAsBoolean() && hours.values().stream().anyMatch(it -> it.chunksToCome != 0)) {
            throw new Damaged("an hour that lacks a chunk");
        }
    }

    private static void requireOrder(long[] times, int size) throws Damaged {
        for (int i = 1; i < size; i++) {
            if (times[i - 1] >= times[i]) {
                throw new Damaged("instants that are not in order");
            }
        }
    }

    private interface Row {
        void look(long key, byte[] bytes) throws Damaged;
    }

    private void rows(Connection connection, String table, Row row) throws SQLException, Damaged {
        try (Statement statement = connection.createStatement();
                ResultSet each = statement.executeQuery("SELECT key, data FROM " + table)) {
            while (each.next() && goesOn.getAsBoolean()) {
                long key = each.getLong(1);
                try {
                    row.look(key, each.getBytes(2));
                } catch (Damaged e) {
                    throw new Damaged(
                            e.getMessage() + ", under the key " + key + " of its " + table);
                }
            }
        }
    }
}
