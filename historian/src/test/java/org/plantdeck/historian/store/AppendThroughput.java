package org.plantdeck.historian.store;

import org.plantdeck.historian.TestReadings;
import org.plantdeck.historian.export.CsvExport;
import org.plantdeck.historian.export.ExportProgress;
import org.plantdeck.historian.export.ExportRequest;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Measures how many readings a second become durable, at several sizes of a commit, and how fast
 * they are exported. Run by hand: the main method, with the folder to write to as its argument.
 */
final class AppendThroughput {

    private static final int READINGS = 60_000;

    private AppendThroughput() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "throughput");
        List<Reading> readings = new ArrayList<>();
        for (long sequence = 1; sequence <= READINGS / 3; sequence++) {
            for (FactorySource source : FactorySource.values()) {
                readings.add(TestReadings.reading(source, "3f9a2c71-1", sequence));
            }
        }
        for (int size : new int[] {256, 8, 24, 64, 256}) {
            Path database = folder.resolve("commit-" + size + ".db");
            Files.deleteIfExists(database);
            append(database, readings, size);
        }
        export(folder.resolve("commit-256.db"));
        export(folder.resolve("commit-256.db"));
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static void append(Path database, List<Reading> readings, int size) throws Exception {
        long[] nanos = new long[(readings.size() + size - 1) / size];
        long start = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try (ReadingStore store = SqliteReadingStore.open(database)) {
            for (int i = 0; i < nanos.length; i++) {
                long before = System.nanoTime();
                int end = Math.min(readings.size(), (i + 1) * size);
                store.append(ReadingBatch.of(readings.subList(i * size, end)));
                if (i * size / 200 != end / 200) {
                    store.prune(Duration.ofDays(7), 200);
                }
                nanos[i] = System.nanoTime() - before;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%3d a commit: %6.0f readings/s, commit median %.2f ms, p99 %.2f ms, worst %.1f ms,"
                        + " %.0f µs of processor and %d bytes a reading%n",
                size,
                readings.size() / seconds,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                cpu / 1e3 / readings.size(),
                Files.size(database) / readings.size());
    }

    private static void export(Path database) {
        long start = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long rows =
                CsvExport.toStream(
                                () -> RecordedHistory.open(database),
                                new ExportRequest(List.of(), Instant.MIN, Instant.MAX),
                                OutputStream.nullOutputStream(),
                                ExportProgress.NONE)
                        .rows();
        double seconds = (System.nanoTime() - start) / 1e9;
        cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        System.out.printf(
                Locale.ROOT,
                "export of every tag: %.0f rows/s of three readings, %.0f µs of processor a row%n",
                rows / seconds,
                cpu / 1e3 / rows);
    }
}
