package org.plantdeck.historian.archive;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.archive.codec.ByteSource;
import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.historian.store.SqliteFile;
import org.plantdeck.historian.store.StoreFailure;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    private final ColumnCodec columns = new ColumnCodec();
    private final Stamps stamps = new Stamps();
    private final Minutes minutes = new Minutes();
    private final Column column = new Column(0);

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
     * @param tag of the lane's group
     * @param fromMs from this millisecond on
     * @param toMs to before this one
     */
    public void scan(int tag, int lane, long fromMs, long toMs, Samples.Consumer consumer)
            throws StoreFailure {
        if (fromMs >= toMs) {
            return;
        }
        look();
        long firstHour = LaneHour.of(lane, fromMs).hour();
        long lastHour = LaneHour.of(lane, toMs - 1).hour();
        SortedSet<Long> unsealed = hot.hours(lane, firstHour, lastHour);
        TreeMap<LocalDate, Path> there = files.days();
        days.keepOnly(there.values());
        SortedSet<LocalDate> dates = new TreeSet<>();
        unsealed.forEach(it -> dates.add(new LaneHour(lane, it).day()));
        dates.addAll(
                there.subMap(LaneHour.dayOf(fromMs), true, LaneHour.dayOf(toMs - 1), true)
                        .keySet());
        Scan scan = new Scan(tag, lane, fromMs, toMs, consumer);
        for (LocalDate date : dates) {
            if (!scan.day(date, there.get(date), unsealed)) {
                return;
            }
        }
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

    /** One pass over the samples of a tag. */
    private final class Scan {

        private final int tag;
        private final int lane;
        private final long fromMs;
        private final long toMs;
        private final Samples.Consumer consumer;

        Scan(int tag, int lane, long fromMs, long toMs, Samples.Consumer consumer) {
            this.tag = tag;
            this.lane = lane;
            this.fromMs = fromMs;
            this.toMs = toMs;
            this.consumer = consumer;
        }

        /** Goes through a day; whether more is wanted. */
        boolean day(LocalDate date, @Nullable Path path, SortedSet<Long> unsealed)
                throws StoreFailure {
            long begin = Math.max(fromMs, LaneHour.beginMs(date));
            long end = Math.min(toMs, LaneHour.beginMs(date.plusDays(1)));
            LaneHour first = LaneHour.of(lane, begin);
            LaneHour last = LaneHour.of(lane, end - 1);
            SortedSet<Long> pending = new TreeSet<>(unsealed.subSet(first.hour(), last.hour() + 1));
            boolean goesOn = true;
            if (path != null) {
                try {
                    goesOn = sealed(date, days.of(path), first, last, pending);
                } catch (Damaged e) {
                    damages.put(date, e.getMessage());
                } catch (SQLException e) {
                    damages.put(date, new SqliteFile(path).failure(e).sentence());
                }
            }
            while (goesOn && !pending.isEmpty()) {
                goesOn = unsealed(pending.removeFirst());
            }
            return goesOn;
        }

        private boolean sealed(
                LocalDate date,
                ReadFiles.Tables tables,
                LaneHour first,
                LaneHour last,
                SortedSet<Long> pending)
                throws SQLException, Damaged {
            try (ResultSet chunk = tables.chunks(first.chunkKey(tag), last.chunkKey(tag));
                    ResultSet stamp = tables.stamps(first.stampsKey(), last.stampsKey())) {
                while (chunk.next()) {
                    long hour = LaneHour.hour(date, chunk.getLong(1));
                    forward(stamp, date, hour);
                    while (!pending.isEmpty() && pending.first() < hour) {
                        if (!unsealed(pending.removeFirst())) {
                            return false;
                        }
                    }
                    stamps.decodeTimes(ByteSource.checked(stamp.getBytes(2)));
                    columns.decode(ByteSource.checked(chunk.getBytes(2)), column);
                    if (column.size != stamps.size()) {
                        throw new Damaged("a chunk that is not as long as its hour");
                    }
                    boolean goesOn =
                            pending.remove(hour)
                                    ? merged(new LaneHour(lane, hour))
                                    : hand(stamps.times(), stamps.size(), column);
                    if (!goesOn) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** Hours in which the lane had no sample of this tag are passed over. */
        private static void forward(ResultSet stamp, LocalDate date, long hour)
                throws SQLException, Damaged {
            while (stamp.next()) {
                if (LaneHour.hour(date, stamp.getLong(1)) == hour) {
                    return;
                }
            }
            throw new Damaged("a chunk without its instants");
        }

        private boolean merged(LaneHour hour) {
            Block block = new Block();
            block.begin(stamps.times(), stamps.size());
            Column copy = new Column(column.size);
            copy.extend(column.size);
            for (int i = 0; i < column.size; i++) {
                copy.set(i, column, i);
            }
            block.begin(tag, copy);
            Block later = hot.block(hour);
            if (later != null) {
                block.addAll(later);
            }
            return hand(block);
        }

        private boolean unsealed(long hour) {
            Block block = hot.block(new LaneHour(lane, hour));
            return block == null || hand(block);
        }

        private boolean hand(Block block) {
            Block ordered = block.ordered();
            Column found = ordered.column(tag);
            return found == null || hand(ordered.times(), ordered.size(), found);
        }

        private boolean hand(long[] times, int size, Column of) {
            int from = firstAtLeast(times, size, fromMs);
            int to = firstAtLeast(times, size, toMs);
            return from == to || consumer.accept(new Samples(times, of, from, to));
        }

        private static int firstAtLeast(long[] times, int size, long timeMs) {
            if (size == 0 || times[0] >= timeMs) {
                return 0;
            }
            if (times[size - 1] < timeMs) {
                return size;
            }
            int found = Arrays.binarySearch(times, 0, size, timeMs);
            return found < 0 ? -found - 1 : found;
        }
    }

    /**
     * What the usable numbers of a tag came to in columns of equal width. Where a column is a
     * minute or wider, whole minutes count in the column they begin in.
     *
     * @param columnCount 1 or more
     * @param abandoned asked every hour of samples; true ends it, with what there is until then
     */
    public Buckets buckets(
            int tag, int lane, long fromMs, long toMs, int columnCount, BooleanSupplier abandoned)
            throws StoreFailure {
        Buckets buckets = new Buckets(fromMs, toMs, columnCount);
        if ((toMs - fromMs) / columnCount < LaneHour.MINUTE_MS) {
            raw(tag, lane, fromMs, toMs, buckets, abandoned);
            return buckets;
        }
        look();
        long firstHour = LaneHour.of(lane, fromMs).hour();
        long lastHour = LaneHour.of(lane, toMs - 1).hour();
        SortedSet<Long> unsealed = hot.hours(lane, firstHour, lastHour);
        TreeMap<YearMonth, Path> there = files.months();
        months.keepOnly(there.values());
        YearMonth first = new LaneHour(lane, firstHour).month();
        YearMonth last = new LaneHour(lane, lastHour).month();
        MinuteScan scan = new MinuteScan(tag, lane, buckets, unsealed, abandoned);
        for (Map.Entry<YearMonth, Path> month : there.subMap(first, true, last, true).entrySet()) {
            try {
                scan.month(month.getKey(), months.of(month.getValue()));
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

    /** One pass over the minutes of a tag; hours that are not sealed come from their samples. */
    private final class MinuteScan {

        private final int tag;
        private final int lane;
        private final Buckets into;
        private final SortedSet<Long> pending;
        private final BooleanSupplier abandoned;

        MinuteScan(
                int tag,
                int lane,
                Buckets into,
                SortedSet<Long> pending,
                BooleanSupplier abandoned) {
            this.tag = tag;
            this.lane = lane;
            this.into = into;
            this.pending = pending;
            this.abandoned = abandoned;
        }

        void month(YearMonth month, ReadFiles.Tables tables)
                throws SQLException, Damaged, StoreFailure {
            long begin = Math.max(into.beginMs(0), LaneHour.beginMs(month.atDay(1)));
            long monthEnd = LaneHour.beginMs(month.plusMonths(1).atDay(1));
            long end = Math.min(into.beginMs(into.size()), monthEnd);
            LaneHour first = LaneHour.of(lane, begin);
            LaneHour last = LaneHour.of(lane, end - 1);
            try (ResultSet row = tables.minutes(first.minutesKey(tag), last.minutesKey(tag))) {
                while (row.next()) {
                    long hour = LaneHour.hour(month, row.getLong(1));
                    while (!pending.isEmpty() && pending.first() < hour) {
                        unsealed(pending.removeFirst());
                    }
                    if (!pending.contains(hour)) {
                        minutes.decode(ByteSource.checked(row.getBytes(2)));
                        add(hour * LaneHour.HOUR_MS, begin, end);
                    }
                }
            }
        }

        private void add(long hourMs, long begin, long end) {
            long time = hourMs;
            for (int i = 0; i < LaneHour.MINUTES; i++, time += LaneHour.MINUTE_MS) {
                if (minutes.count[i] > 0 && time >= begin && time < end) {
                    into.add(time, minutes, i);
                }
            }
        }

        private void unsealed(long hour) throws StoreFailure {
            LaneHour of = new LaneHour(lane, hour);
            long begin = Math.max(into.beginMs(0), of.beginMs());
            long end = Math.min(into.beginMs(into.size()), of.endMs());
            raw(tag, lane, begin, end, into, abandoned);
        }

        void end() throws StoreFailure {
            while (!pending.isEmpty()) {
                unsealed(pending.removeFirst());
            }
        }
    }

    private void raw(
            int tag, int lane, long fromMs, long toMs, Buckets into, BooleanSupplier abandoned)
            throws StoreFailure {
        scan(
                tag,
                lane,
                fromMs,
                toMs,
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
