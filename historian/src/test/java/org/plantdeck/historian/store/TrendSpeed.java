package org.plantdeck.historian.store;

import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.TagType;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures how long trends of a database take, each nine times in a row with the file in memory.
 * Run by hand: the main method, with the database as its argument.
 */
final class TrendSpeed {

    private static final int TIMES = 9;

    private TrendSpeed() {}

    public static void main(String[] arguments) throws Exception {
        try (HistorianQueries history = HistorianQueries.openReadOnly(Path.of(arguments[0]))) {
            Instant end = history.extent().newest().orElseThrow().plusMillis(1);
            for (int columns : new int[] {1, 1_000, 2_000, 10_000}) {
                measure(history, query(history, Duration.ofHours(2), 12, columns, end));
                measure(history, query(history, Duration.ofDays(7), 2, columns, end));
            }
            measure("count of the rows", () -> history.rows(FactorySource.ENERGY.topic()));
        }
    }

    private interface Question {
        void ask() throws StoreFailure;
    }

    private static TrendQuery query(
            HistorianQueries history, Duration range, int tags, int columns, Instant end)
            throws StoreFailure {
        List<StoredTag> numbers =
                history.tags(FactorySource.ENERGY.topic()).stream()
                        .filter(tag -> tag.type() != TagType.TEXT)
                        .toList();
        return new TrendQuery(
                FactorySource.ENERGY.topic(),
                numbers.subList(numbers.size() - tags, numbers.size()),
                end.minus(range),
                end,
                columns,
                Optional.empty());
    }

    private static void measure(HistorianQueries history, TrendQuery query) throws StoreFailure {
        TrendSeries series = history.trend(query, () -> false).orElseThrow().getFirst();
        int rows = 0;
        for (int column = 0; column < query.columns(); column++) {
            rows += series.count(column) + series.absent(column);
        }
        measure(
                "%d tags, %s, %d rows, %d columns"
                        .formatted(
                                query.tags().size(),
                                Duration.between(query.from(), query.to()),
                                rows,
                                query.columns()),
                () -> history.trend(query, () -> false));
    }

    private static void measure(String what, Question question) throws StoreFailure {
        long[] nanos = new long[TIMES];
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            question.ask();
            nanos[i] = System.nanoTime() - start;
        }
        cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.1f ms, fastest %.1f ms, %.1f ms of processor%n",
                what,
                nanos[TIMES / 2] / 1e6,
                nanos[0] / 1e6,
                cpu / 1e6 / TIMES);
    }
}
