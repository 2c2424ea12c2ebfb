package org.plantdeck.historian.archive;

import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.historian.store.SqliteFile;
import org.plantdeck.historian.store.StoreFailure;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * What samples came to, from the files of minutes where that is exact enough or all there is, and
 * else from the samples. Threads: one.
 */
final class FigureFiles implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SampleFiles samples;
    private final ReadFiles months = new ReadFiles(PATIENCE);

    FigureFiles(SampleFiles samples) {
        this.samples = samples;
    }

    /**
     * Adds what the usable numbers of a range came to.
     *
     * @param abandoned asked every hour of samples; true ends it
     */
    void gather(SampleRange wanted, Buckets into, BooleanSupplier abandoned) throws StoreFailure {
        if (wanted.isEmpty()) {
            return;
        }
        long firstMinute = Math.ceilDiv(wanted.fromMs(), LaneHour.MINUTE_MS) * LaneHour.MINUTE_MS;
        long endMinute = Math.floorDiv(wanted.toMs(), LaneHour.MINUTE_MS) * LaneHour.MINUTE_MS;
        if (into.columnMs() < LaneHour.MINUTE_MS || firstMinute >= endMinute) {
            count(wanted, into, abandoned);
            return;
        }
        count(wanted.between(wanted.fromMs(), firstMinute), into, abandoned);
        minutes(wanted.between(firstMinute, endMinute), into, abandoned);
        count(wanted.between(endMinute, wanted.toMs()), into, abandoned);
    }

    /** Before this there is nothing any more, in milliseconds since 1970. */
    long earliestMs() {
        TreeMap<YearMonth, Path> there = samples.there().months();
        return there.isEmpty() ? Long.MIN_VALUE : LaneHour.beginMs(there.firstKey().atDay(1));
    }

    /** Counts the samples of a range; of days that have none any more, their minutes. */
    private void count(SampleRange wanted, Buckets into, BooleanSupplier abandoned)
            throws StoreFailure {
        if (wanted.isEmpty()) {
            return;
        }
        SortedSet<LocalDate> days = samples.days(wanted);
        LocalDate last = wanted.lastHour().day();
        for (LocalDate day = wanted.firstHour().day(); !day.isAfter(last); day = day.plusDays(1)) {
            SampleRange own = wanted.between(LaneHour.beginMs(day), LaneHour.beginMs(day, 1));
            if (days.contains(day)) {
                countSamples(own, into, abandoned);
            } else {
                LocalDate next = days.tailSet(day).stream().findFirst().orElse(last.plusDays(1));
                minutes(
                        wanted.between(LaneHour.beginMs(day), LaneHour.beginMs(next)),
                        into,
                        abandoned);
                day = next.minusDays(1);
            }
        }
    }

    private void countSamples(SampleRange wanted, Buckets into, BooleanSupplier abandoned)
            throws StoreFailure {
        samples.scan(
                wanted,
                part -> {
                    for (int i = 0; i < part.size(); i++) {
                        into.add(part.timeMs(i), part.usable(i));
                    }
                    return !abandoned.getAsBoolean();
                });
    }

    private void minutes(SampleRange wanted, Buckets into, BooleanSupplier abandoned)
            throws StoreFailure {
        MinuteScan scan =
                new MinuteScan(
                        wanted,
                        into,
                        samples.unsealed(wanted),
                        range -> countSamples(range, into, abandoned));
        TreeMap<YearMonth, Path> there = samples.there().months();
        months.keepOnly(there.values());
        for (Map.Entry<YearMonth, Path> month :
                there.subMap(wanted.firstHour().month(), true, wanted.lastHour().month(), true)
                        .entrySet()) {
            if (abandoned.getAsBoolean()) {
                return;
            }
            month(scan, month.getKey(), month.getValue());
        }
        scan.end();
    }

    /** Where its minutes are damaged, the samples of a month say what they came to. */
    private void month(MinuteScan scan, YearMonth month, Path path) throws StoreFailure {
        String damage;
        try {
            Optional<ReadFiles.Tables> tables = months.of(path);
            if (tables.isPresent()) {
                scan.month(month, tables.get());
            }
            return;
        } catch (SQLException e) {
            damage = new SqliteFile(path).failure(e).sentence();
        } catch (Damaged e) {
            damage = path + " is damaged: " + e.getMessage();
        }
        samples.damages().put(month.atDay(1), damage);
        scan.rest(month);
    }

    @Override
    public void close() {
        months.close();
    }
}
