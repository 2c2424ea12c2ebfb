package org.plantdeck.historian.archive;

import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.historian.store.SqliteFile;
import org.plantdeck.historian.store.StoreFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one writer of an archive. Snapshots are durable when {@link #append} returns; hours that are
 * complete are sealed into compressed chunks by {@link #sealNext}, and whole days are removed by
 * {@link #retain}. Threads: one at a time.
 *
 * <p>After a failure nothing of that call is stored, and the archive is of no further use: close it
 * and open it again.
 */
public final class Archive implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PAGE_BYTES = 4_096;
    private static final int VERSION = 1;

    private static final int ROWS_A_STEP = 100;

    private final ArchiveFiles files;
    private final SqliteFile head;
    private final WriterLock lock;
    private final Connection connection;
    private final Catalog catalog;
    private final HotRows rows;
    private final Sealed sealed;
    private final HotHours hot;
    private long nextRow;
    private boolean releases;

    private Archive(ArchiveFiles files, WriterLock lock, Connection connection, InstantSource clock)
            throws SQLException, StoreFailure {
        this.files = files;
        this.head = new SqliteFile(files.head());
        this.lock = lock;
        this.connection = connection;
        this.hot = new HotHours(clock);
        prepare();
        catalog = new Catalog(connection);
        rows = new HotRows(connection);
        sealed = new Sealed(files, clock);
        sealed.recover();
        replay();
    }

    /**
     * Opens an archive, made where there is none, and reads what it had not sealed.
     *
     * @param folder its folder, for it alone
     * @param wallClock tells how long an hour lies untouched
     * @throws StoreFailure where it cannot be opened, has a writer already or is damaged
     */
    public static Archive open(Path folder, InstantSource wallClock) throws StoreFailure {
        ArchiveFiles files = new ArchiveFiles(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw ArchiveFiles.failure(
                    "The folder " + folder + " cannot be made; choose one you may write", e);
        }
        WriterLock lock = WriterLock.take(files.lock());
        try {
            SqliteFile head = new SqliteFile(files.head());
            Connection connection = head.openSteady(PATIENCE, PAGE_BYTES);
            try {
                return new Archive(files, lock, connection, wallClock);
            } catch (SQLException e) {
                ReadFiles.close(connection);
                throw head.failure(e);
            } catch (StoreFailure e) {
                ReadFiles.close(connection);
                throw e;
            }
        } catch (StoreFailure e) {
            lock.close();
            throw e;
        }
    }

    private void prepare() throws SQLException, StoreFailure {
        try (Statement statement = connection.createStatement()) {
            int version = Catalog.version(statement);
            if (version > VERSION) {
                throw new StoreFailure(
                        StoreFailure.Kind.LASTING,
                        files.head() + " was written by a later PlantDeck; use that one");
            }
            if (version == 0) {
                Catalog.create(statement);
                HotRows.create(statement);
                statement.execute("PRAGMA user_version=" + VERSION);
            }
            connection.commit();
        }
    }

    private void replay() throws SQLException, StoreFailure {
        nextRow = HotRows.next(connection);
        try (var from = HotRows.reading(connection)) {
            HotRows.read(from, 0, hot::keep);
        } catch (Damaged e) {
            throw new StoreFailure(
                    StoreFailure.Kind.LASTING,
                    files.head() + " is damaged (" + e.getMessage() + "); move it away",
                    e);
        }
        connection.commit();
    }

    /**
     * The number of a run of a group, made where it is new; durable with the next append.
     *
     * @param group which tags share their time stamps, such as a topic
     * @param run a life of its source; empty where it knows none
     */
    public int lane(String group, String run) throws StoreFailure {
        return inHead(() -> catalog.lane(group, run));
    }

    /** Something that is done in the file of the catalogue and of what is not sealed. */
    private interface Step<T> {
        T take() throws SQLException, StoreFailure;
    }

    private <T> T inHead(Step<T> step) throws StoreFailure {
        try {
            return step.take();
        } catch (SQLException e) {
            throw head.failure(e);
        }
    }

    /** Every tag there is or was, in the order they came. */
    public List<ArchivedTag> tags() throws StoreFailure {
        return inHead(() -> Catalog.tags(connection));
    }

    /** The number of a tag, made where it is new; durable with the next append. */
    public int tag(String group, TagFacts facts) throws StoreFailure {
        return inHead(() -> catalog.tag(group, facts));
    }

    /** Thins the hours that are sealed from now on. */
    public void thin(ThinningRules rules) {
        boolean isOff = rules.rules().isEmpty();
        sealed.thin(tag -> isOff ? Thinning.NONE : rules.of(catalog.name(tag)));
    }

    /**
     * Stores snapshots in one transaction. Of two with the same lane and instant the later counts,
     * value by value. What is appended is durable when this returns.
     */
    public void append(List<Snapshot> snapshots) throws StoreFailure {
        if (snapshots.isEmpty()) {
            return;
        }
        try {
            rows.insert(nextRow, snapshots);
        } catch (SQLException e) {
            throw head.failure(e);
        }
        commit();
        for (Snapshot snapshot : snapshots) {
            hot.keep(snapshot, nextRow);
        }
        nextRow++;
    }

    /**
     * Stores snapshots straight in their days, without keeping them unsealed before: for much of
     * the past at once, such as a week that is made or taken over. Whole hours of a lane in one
     * call are the fastest. Each hour is durable by itself; to one that is not sealed yet they are
     * appended. What comes later counts, as it does of snapshots that are appended.
     */
    public void fill(List<Snapshot> snapshots) throws StoreFailure {
        commit(); // what is in a day must be in the catalogue
        Map<LaneHour, Block> blocks = new LinkedHashMap<>();
        List<Snapshot> unsealed = new ArrayList<>();
        for (Snapshot snapshot : snapshots) {
            LaneHour hour = LaneHour.of(snapshot.lane, snapshot.measuredAtMs);
            if (hot.has(hour)) {
                unsealed.add(snapshot);
            } else {
                blocks.computeIfAbsent(hour, _ -> new Block()).add(snapshot);
            }
        }
        append(unsealed);
        for (Map.Entry<LaneHour, Block> each : blocks.entrySet()) {
            write(each.getKey(), each.getValue());
        }
        commit();
    }

    private void commit() throws StoreFailure {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw head.failure(e);
        }
    }

    /**
     * Seals the oldest hour that is complete, or gives back a little of what sealed hours took
     * before. To be called between appends.
     *
     * @return whether there may be more to do
     */
    public boolean sealNext() throws StoreFailure {
        if (releases) {
            return release();
        }
        Optional<LaneHour> next = hot.oldestComplete();
        if (next.isEmpty()) {
            return false;
        }
        seal(next.get());
        return true;
    }

    /** Seals everything there is, complete or not. */
    public void sealAll() throws StoreFailure {
        for (LaneHour hour : hot.all()) {
            seal(hour);
        }
        while (releases) {
            release();
        }
    }

    private void seal(LaneHour hour) throws StoreFailure {
        write(hour, hot.block(hour));
        hot.remove(hour);
        releases = true;
    }

    private void write(LaneHour hour, Block block) throws StoreFailure {
        Extent extent = sealed.write(hour, block);
        try {
            catalog.reaches(hour.lane(), extent.firstMs(), extent.lastMs());
        } catch (SQLException e) {
            throw head.failure(e);
        }
    }

    private boolean release() throws StoreFailure {
        long below = hot.firstRow().orElse(nextRow);
        releases = inHead(() -> rows.release(below, ROWS_A_STEP));
        commit();
        return true;
    }

    /**
     * Removes the days that ended longer ago than the retention, and then the oldest until the
     * budget holds; the last two days stay. Minutes are removed by the month.
     *
     * @param now where the clock stands by which history ages; whose it is is for the caller to
     *     know, since one sample with a time stamp of next year must not take the rest along
     * @return how many days were removed
     */
    public int retain(Retention retention, Instant now) throws StoreFailure {
        return sealed.retain(retention, now.toEpochMilli());
    }

    /** The connection to the catalogue and what is not sealed. */
    Connection head() {
        return connection;
    }

    /** How many instants are not sealed yet. */
    public long unsealed() {
        return hot.instants();
    }

    @Override
    public void close() {
        sealed.close();
        ReadFiles.close(connection);
        lock.close();
    }
}
