package org.plantdeck.historian.archive;

import org.plantdeck.historian.archive.codec.ByteSource;
import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.historian.store.StoreFailure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.SortedSet;

/**
 * One pass over the minutes of a tag; hours that are not sealed are asked for by their samples.
 * Threads: one.
 */
final class MinuteScan {

    private final SampleRange wanted;
    private final Buckets into;
    private final SortedSet<Long> pending;
    private final Hours raw;
    private final Minutes minutes = new Minutes();
    private long next = Long.MIN_VALUE;

    /** Counts the samples of a range. */
    @FunctionalInterface
    interface Hours {
        void count(SampleRange range) throws StoreFailure;
    }

    /**
     * @param pending the hours that are not sealed
     */
    MinuteScan(SampleRange wanted, Buckets into, SortedSet<Long> pending, Hours raw) {
        this.wanted = wanted;
        this.into = into;
        this.pending = pending;
        this.raw = raw;
    }

    void month(YearMonth month, ReadFiles.Tables tables)
            throws SQLException, Damaged, StoreFailure {
        SampleRange own = of(month);
        long first = own.firstHour().minutesKey(own.tag());
        long last = own.lastHour().minutesKey(own.tag());
        try (ResultSet row = tables.minutes(first, last)) {
            while (row.next()) {
                long hour = LaneHour.hour(month, row.getLong(1));
                while (!pending.isEmpty() && pending.first() < hour) {
                    samples(pending.removeFirst());
                }
                if (!pending.contains(hour)) {
                    minutes.decode(ByteSource.checked(row.getBytes(2)));
                    add(hour * LaneHour.HOUR_MS);
                    next = hour + 1;
                }
            }
        }
    }

    private SampleRange of(YearMonth month) {
        return wanted.between(
                LaneHour.beginMs(month.atDay(1)), LaneHour.beginMs(month.plusMonths(1).atDay(1)));
    }

    /** Counts the samples of what is left of a month. */
    void rest(YearMonth month) throws StoreFailure {
        SampleRange own = of(month);
        for (long hour = Math.max(next, own.firstHour().hour());
                hour <= own.lastHour().hour();
                hour++) {
            pending.remove(hour);
            samples(hour);
        }
    }

    /** A minute that began before the range counts as of its beginning. */
    private void add(long hourMs) {
        long time = hourMs;
        for (int i = 0; i < LaneHour.MINUTES; i++, time += LaneHour.MINUTE_MS) {
            if (minutes.count[i] + minutes.lacking[i] > 0
                    && time + LaneHour.MINUTE_MS > wanted.fromMs()
                    && time < wanted.toMs()) {
                into.add(Math.max(time, wanted.fromMs()), minutes, i);
            }
        }
    }

    /** Counts an hour by its samples. */
    private void samples(long hour) throws StoreFailure {
        LaneHour of = new LaneHour(wanted.lane(), hour);
        raw.count(wanted.between(of.beginMs(), of.endMs()));
    }

    /** Counts what is left of the hours that are not sealed. */
    void end() throws StoreFailure {
        while (!pending.isEmpty()) {
            samples(pending.removeFirst());
        }
    }
}
