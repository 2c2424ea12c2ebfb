package org.plantdeck.historian.archive;

import org.plantdeck.historian.store.SqliteFile;
import org.plantdeck.historian.store.StoreFailure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Asks an archive, from its writer's process or another one, while it is written or not; it never
 * holds the writer up. A day whose file is damaged is left out and named by {@link #damages}.
 * Threads: one at a time; open one for each thread that asks.
 */
public final class ArchiveReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SqliteFile headFile;
    private final Connection head;
    private final HotView hot;
    private final SampleFiles samples;
    private final FigureFiles figures;

    private ArchiveReader(ArchiveFiles files, SqliteFile headFile, Connection head)
            throws SQLException {
        this.headFile = headFile;
        this.head = head;
        hot = new HotView(head);
        samples = new SampleFiles(files, hot);
        figures = new FigureFiles(samples);
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

    /** Whether a folder has an archive, which its first writer makes. */
    public static boolean isThere(Path folder) {
        return Files.isRegularFile(new ArchiveFiles(folder).head());
    }

    /** Every tag there is or was, in the order they came. */
    public List<ArchivedTag> tags() throws StoreFailure {
        try {
            return Catalog.tags(head);
        } catch (SQLException e) {
            throw headFile.failure(e);
        }
    }

    /** Every run of every group, in the order they came, with the times they reach from and to. */
    public List<ArchivedLane> lanes() throws StoreFailure {
        samples.look();
        long kept = figures.earliestMs();
        try {
            return Catalog.lanes(head).stream()
                    .map(it -> it.since(kept).and(hot.extent(it.id())))
                    .toList();
        } catch (SQLException e) {
            throw headFile.failure(e);
        }
    }

    /**
     * The days that could not be read, and why; the first of a month where its minutes could not.
     */
    public Map<LocalDate, String> damages() {
        return Map.copyOf(samples.damages());
    }

    /**
     * Hands over the samples of a tag in a range in the order of time, part by part, until the
     * consumer wants no more.
     *
     * @throws StoreFailure where the catalogue or what is not sealed cannot be read
     */
    public void scan(SampleRange wanted, Samples.Consumer consumer) throws StoreFailure {
        samples.look();
        samples.scan(wanted, consumer);
    }

    /**
     * Opens the values of some tags of one lane.
     *
     * @param fromMs from this millisecond since 1970 on
     * @param toMs to before this one
     * @param tags at least one of the lane's group
     */
    public LaneRows rows(int lane, long fromMs, long toMs, int[] tags) throws StoreFailure {
        samples.look();
        return new LaneRows(samples, new SampleRange(0, lane, fromMs, toMs), tags);
    }

    /**
     * What the usable numbers of a tag came to in columns of equal width.
     *
     * @param wanted a range that is not empty
     * @param columnCount 1 or more
     * @param abandoned as of {@link #gather}
     */
    public Buckets buckets(SampleRange wanted, int columnCount, BooleanSupplier abandoned)
            throws StoreFailure {
        Buckets buckets = new Buckets(wanted.fromMs(), wanted.toMs(), columnCount);
        gather(wanted, buckets, abandoned);
        return buckets;
    }

    /**
     * Adds what the usable numbers of a tag in a range came to to columns that cover more than that
     * range or just that; ranges of one tag are to be added in the order of time. Where a column is
     * a minute or wider, whole minutes count in the column they begin in; the beginning and end of
     * the range are exact. Where the samples of a day are gone, its minutes count in any column.
     *
     * @param wanted within the columns
     * @param abandoned asked every hour of samples; true ends it, with what there is until then
     */
    public void gather(SampleRange wanted, Buckets into, BooleanSupplier abandoned)
            throws StoreFailure {
        samples.look();
        figures.gather(wanted, into, abandoned);
    }

    @Override
    public void close() {
        samples.close();
        figures.close();
        ReadFiles.close(head);
    }
}
