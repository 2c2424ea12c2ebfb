package org.plantdeck.historian.archive;

import org.plantdeck.historian.archive.codec.ByteSource;
import org.plantdeck.historian.archive.codec.Damaged;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One pass over the samples of a tag, hour by hour, what is sealed and what is not. Threads: one.
 */
final class SampleScan {

    private final SampleRange wanted;
    private final HotView hot;
    private final Samples.Consumer consumer;
    private final ColumnCodec columns = new ColumnCodec();
    private final Stamps stamps = new Stamps();
    private final Column column = new Column(0);

    SampleScan(SampleRange wanted, HotView hot, Samples.Consumer consumer) {
        this.wanted = wanted;
        this.hot = hot;
        this.consumer = consumer;
    }

    /**
     * Goes through the hours of a day that are not sealed.
     *
     * @return whether more is wanted
     */
    boolean unsealedOf(LocalDate date, SortedSet<Long> unsealed) {
        return rest(pending(ofDay(date), unsealed));
    }

    /**
     * Goes through a day.
     *
     * @return whether more is wanted
     * @throws Damaged where its file holds what nobody wrote; what came before was handed over
     */
    boolean day(LocalDate date, ReadFiles.Tables tables, SortedSet<Long> unsealed)
            throws SQLException, Damaged {
        SampleRange own = ofDay(date);
        SortedSet<Long> pending = pending(own, unsealed);
        return sealed(date, tables, own, pending) && rest(pending);
    }

    private SampleRange ofDay(LocalDate date) {
        return wanted.between(LaneHour.beginMs(date), LaneHour.beginMs(date.plusDays(1)));
    }

    private static SortedSet<Long> pending(SampleRange own, SortedSet<Long> unsealed) {
        return new TreeSet<>(unsealed.subSet(own.firstHour().hour(), own.lastHour().hour() + 1));
    }

    private boolean rest(SortedSet<Long> pending) {
        boolean goesOn = true;
        while (goesOn && !pending.isEmpty()) {
            goesOn = unsealed(pending.removeFirst());
        }
        return goesOn;
    }

    private boolean sealed(
            LocalDate date, ReadFiles.Tables tables, SampleRange own, SortedSet<Long> pending)
            throws SQLException, Damaged {
        LaneHour first = own.firstHour();
        LaneHour last = own.lastHour();
        try (ResultSet chunk = tables.chunks(first.chunkKey(own.tag()), last.chunkKey(own.tag()));
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
                                ? merged(new LaneHour(wanted.lane(), hour))
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
        block.begin(wanted.tag(), copy);
        Block later = hot.block(hour);
        if (later != null) {
            block.addAll(later);
        }
        return hand(block);
    }

    private boolean unsealed(long hour) {
        Block block = hot.block(new LaneHour(wanted.lane(), hour));
        return block == null || hand(block);
    }

    private boolean hand(Block block) {
        Block ordered = block.ordered();
        Column found = ordered.column(wanted.tag());
        return found == null || hand(ordered.times(), ordered.size(), found);
    }

    private boolean hand(long[] times, int size, Column of) {
        int from = firstAtLeast(times, size, wanted.fromMs());
        int to = firstAtLeast(times, size, wanted.toMs());
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
