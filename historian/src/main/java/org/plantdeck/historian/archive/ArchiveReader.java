package org.plantdeck.historian.archive;

import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.historian.store.SqliteFile;
import org.plantdeck.historian.store.StoreFailure;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Asks an archive, from its writer's process or another one, while it is written or not; it never
 * holds the writer up. A day whose file is damaged is left out and named by {@link #damages}.
 * Threads: one at a time; open one for each thread that asks.
 */
public final class ArchiveReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ArchiveFiles files;
    private final SqliteFile headFile;
    private final Connection head;
    private final HotView hot;
    private final ReadFiles days;
    private final ReadFiles months;
    private final Map<LocalDate, String> damages = new TreeMap<>();

    private ArchiveReader(ArchiveFiles files, SqliteFile headFile, Connection head)
            throws SQLException {
        this.files = files;
        this.headFile = headFile;
        this.head = head;
        hot = new HotView(head);
        days = new ReadFiles(PATIENCE);
        months = new ReadFiles(PATIENCE);
    }

    /**
     * Opens an archive for reading.
     *
     * @throws StoreFailure where there is none or it cannot be read
     */
    public static ArchiveReader open(Path folder) throws StoreFailure {
        ArchiveFiles files = new ArchiveFiles(folder);
        SqliteFile headFile = new SqliteFile(files.head());
        Connection head = headFile.openForReading(PATIENCE);
        try {
            return new ArchiveReader(files, headFile, head);
        } catch (SQLException e) {
            ReadFiles.close(head);
            throw headFile.failure(e);
        }
    }

    /** Every tag there is or was, in the order they came. */
    public List<ArchivedTag> tags() throws StoreFailure {
        try {
            return Catalog.tags(head);
        } catch (SQLException e) {
            throw headFile.failure(e);
        }
    }

    /** Every run of every group, in the order they came. */
    public List<ArchivedLane> lanes() throws StoreFailure {
        try {
            return Catalog.lanes(head);
        } catch (SQLException e) {
            throw headFile.failure(e);
        }
    }

    /** The days that could not be read, and why. */
    public Map<LocalDate, String> damages() {
        return Map.copyOf(damages);
    }

    /**
     * Hands over the samples of a tag in a range in the order of time, part by part, until the
     * consumer wants no more.
     *
     * @throws StoreFailure where the catalogue or what is not sealed cannot be read
     */
    public void scan(SampleRange wanted, Samples.Consumer consumer) throws StoreFailure {
        look();
        examine(wanted, consumer);
    }

    private void examine(SampleRange wanted, Samples.Consumer consumer) throws StoreFailure {
        if (wanted.isEmpty()) {
            return;
        }
        SortedSet<Long> unsealed = unsealed(wanted);
        TreeMap<LocalDate, Path> there = files.days();
        days.keepOnly(there.values());
        SortedSet<LocalDate> dates = new TreeSet<>();
        unsealed.forEach(it -> dates.add(new LaneHour(wanted.lane(), it).day()));
        dates.addAll(
                there.subMap(wanted.firstHour().day(), true, wanted.lastHour().day(), true)
                        .keySet());
        SampleScan scan = new SampleScan(wanted, hot, consumer);
        for (LocalDate date : dates) {
            Path path = there.get(date);
            boolean goesOn =
                    path == null
                            ? scan.unsealedOf(date, unsealed)
                            : day(scan, date, path, unsealed);
            if (!goesOn) {
                return;
            }
        }
    }

    private SortedSet<Long> unsealed(SampleRange wanted) {
        return hot.hours(wanted.lane(), wanted.firstHour().hour(), wanted.lastHour().hour());
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

    private void look() throws StoreFailure {
        try {
            hot.look();
        } catch (SQLException e) {
            throw headFile.failure(e);
        } catch (Damaged e) {
            throw new StoreFailure(
                    StoreFailure.Kind.LASTING, files.head() + " is damaged: " + e.getMessage(), e);
        }
    }

    /**
     * What the usable numbers of a tag came to in columns of equal width. Where a column is a
     * minute or wider, whole minutes count in the column they begin in.
     *
     * @param wanted a range that is not empty
     * @param columnCount 1 or more
     * @param abandoned asked every hour of samples; true ends it, with what there is until then
     */
    public Buckets buckets(SampleRange wanted, int columnCount, BooleanSupplier abandoned)
            throws StoreFailure {
        Buckets buckets = new Buckets(wanted.fromMs(), wanted.toMs(), columnCount);
        look();
        if ((wanted.toMs() - wanted.fromMs()) / columnCount < LaneHour.MINUTE_MS) {
            count(wanted, buckets, abandoned);
            return buckets;
        }
        MinuteScan scan =
                new MinuteScan(
                        wanted,
                        buckets,
                        unsealed(wanted),
                        range -> count(range, buckets, abandoned));
        TreeMap<YearMonth, Path> there = files.months();
        months.keepOnly(there.values());
        for (Map.Entry<YearMonth, Path> month :
                there.subMap(wanted.firstHour().month(), true, wanted.lastHour().month(), true)
                        .entrySet()) {
            try {
                Optional<ReadFiles.Tables> tables = months.of(month.getValue());
                if (tables.isPresent()) {
                    scan.month(month.getKey(), tables.get());
                }
            } catch (SQLException e) {
                throw new SqliteFile(month.getValue()).failure(e);
            } catch (Damaged e) {
                throw new StoreFailure(
                        StoreFailure.Kind.LASTING,
                        month.getValue() + " is damaged: " + e.getMessage(),
                        e);
            }
        }
        scan.end();
        return buckets;
    }

    private void count(SampleRange wanted, Buckets into, BooleanSupplier abandoned)
            throws StoreFailure {
        examine(
                wanted,
                part -> {
                    for (int i = 0; i < part.size(); i++) {
                        if (part.has(i) && part.isUsable(i)) {
                            double value = part.number(i);
                            if (Double.isFinite(value)) {
                                into.add(part.timeMs(i), value);
                            }
                        }
                    }
                    return !abandoned.getAsBoolean();
                });
    }

    @Override
    public void close() {
        days.close();
        months.close();
        ReadFiles.close(head);
    }
}
