package org.plantdeck.historian.archive;

import org.plantdeck.historian.archive.codec.ByteSource;
import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.historian.store.SqliteFile;
import org.plantdeck.historian.store.StoreFailure;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every sample an archive has, in the files of its days and in what is not sealed. A day that is
 * damaged is passed over and remembered. Threads: one.
 */
final class SampleFiles implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ArchiveFiles files;
    private final HotView hot;
    private final ReadFiles days = new ReadFiles(PATIENCE);
    private final Map<LocalDate, String> damages = new TreeMap<>();
    private final Stamps stamps = new Stamps();
    private final ColumnCodec columns = new ColumnCodec();
    private ArchiveFiles.There there = ArchiveFiles.There.nothing();

    SampleFiles(ArchiveFiles files, HotView hot) {
        this.files = files;
        this.hot = hot;
    }

    /** Takes in what is new since the last look; what is sealed later stays in view till then. */
    void look() throws StoreFailure {
        try {
            hot.look();
            there = files.there();
        } catch (SQLException e) {
            throw new SqliteFile(files.head()).failure(e);
        } catch (Damaged e) {
            throw new StoreFailure(
                    StoreFailure.Kind.LASTING, files.head() + " is damaged: " + e.getMessage(), e);
        }
    }

    /** The files there were at the last look. */
    ArchiveFiles.There there() {
        return there;
    }

    /** The days that could not be read, and why. */
    Map<LocalDate, String> damages() {
        return damages;
    }

    /** The hours of a range that are not sealed. */
    SortedSet<Long> unsealed(SampleRange wanted) {
        return hot.hours(wanted.lane(), wanted.firstHour().hour(), wanted.lastHour().hour());
    }

    /** The days of a range that may have samples. */
    SortedSet<LocalDate> days(SampleRange wanted) {
        SortedSet<LocalDate> dates = new TreeSet<>();
        unsealed(wanted).forEach(it -> dates.add(new LaneHour(wanted.lane(), it).day()));
        dates.addAll(
                there.days()
                        .subMap(wanted.firstHour().day(), true, wanted.lastHour().day(), true)
                        .keySet());
        return dates;
    }

    /** Hands over the samples of a range in the order of time until no more are wanted. */
    void scan(SampleRange wanted, Samples.Consumer consumer) throws StoreFailure {
        if (wanted.isEmpty()) {
            return;
        }
        SortedSet<Long> unsealed = unsealed(wanted);
        days.keepOnly(there.days().values());
        SampleScan scan = new SampleScan(wanted, hot, consumer);
        for (LocalDate date : days(wanted)) {
            Path path = there.days().get(date);
            boolean goesOn =
                    path == null
                            ? scan.unsealedOf(date, unsealed)
                            : day(scan, date, path, unsealed);
            if (!goesOn) {
                return;
            }
        }
    }

    /** An hour with all instants of its lane and the columns of some tags; empty where damaged. */
    Block hour(LaneHour hour, int[] tags) throws StoreFailure {
        Block block = new Block();
        Path path = there.days().get(hour.day());
        if (path != null) {
            try {
                Optional<ReadFiles.Tables> tables = days.of(path);
                if (tables.isPresent()) {
                    read(tables.get(), hour, tags, block);
                }
            } catch (Damaged e) {
                damages.put(hour.day(), path + " is damaged: " + e.getMessage());
                return new Block();
            } catch (SQLException e) {
                damages.put(hour.day(), new SqliteFile(path).failure(e).sentence());
                return new Block();
            }
        }
        Block later = hot.block(hour);
        if (later != null) {
            block.addAll(later);
        }
        return block.ordered();
    }

    private void read(ReadFiles.Tables tables, LaneHour hour, int[] tags, Block into)
            throws SQLException, Damaged {
        try (ResultSet stamp = tables.stamps(hour.stampsKey(), hour.stampsKey())) {
            if (!stamp.next()) {
                return;
            }
            stamps.decodeTimes(ByteSource.checked(stamp.getBytes(2)));
            into.begin(stamps.times(), stamps.size());
        }
        for (int tag : tags) {
            long key = hour.chunkKey(tag);
            try (ResultSet chunk = tables.chunks(key, key)) {
                if (chunk.next()) {
                    Column column = new Column(0);
                    columns.decode(ByteSource.checked(chunk.getBytes(2)), column);
                    if (column.size != into.size()) {
                        throw new Damaged("a chunk that is not as long as its hour");
                    }
                    into.begin(tag, column);
                }
            }
        }
    }

    private boolean day(SampleScan scan, LocalDate date, Path path, SortedSet<Long> unsealed) {
        try {
            Optional<ReadFiles.Tables> tables = days.of(path);
            return tables.isEmpty()
                    ? scan.unsealedOf(date, unsealed)
                    : scan.day(date, tables.get(), unsealed);
        } catch (Damaged e) {
            damages.put(date, path + " is damaged: " + e.getMessage());
        } catch (SQLException e) {
            damages.put(date, new SqliteFile(path).failure(e).sentence());
        } catch (StoreFailure e) {
            damages.put(date, e.sentence());
        }
        return true;
    }

    @Override
    public void close() {
        days.close();
    }
}
