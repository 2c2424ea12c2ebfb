package org.plantdeck.bench.store;

import org.plantdeck.historian.archive.Archive;
import org.plantdeck.historian.archive.ArchiveReader;
import org.plantdeck.historian.archive.Buckets;
import org.plantdeck.historian.archive.Retention;
import org.plantdeck.historian.archive.SampleRange;
import org.plantdeck.historian.archive.Snapshot;
import org.plantdeck.historian.archive.TagFacts;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The historian's archive. Threads: one. */
final class ArchiveHistory implements History {

    private final Path folder;
    private final Archive archive;
    private final ArchiveReader reader;
    private final int[] lanes;
    private final int[][] tags;
    private boolean isClosed;

    ArchiveHistory(Path folder, Layout layout) throws Exception {
        this.folder = folder;
        archive = Archive.open(folder, InstantSource.system());
        lanes = new int[layout.groups()];
        tags = new int[layout.groups()][];
        for (int group = 0; group < lanes.length; group++) {
            String name = "bench/" + group;
            lanes[group] = archive.lane(name, "");
            tags[group] = new int[layout.width(group)];
            for (int i = 0; i < tags[group].length; i++) {
                tags[group][i] = archive.tag(name, new TagFacts("t" + i, "NUMBER", "", ""));
            }
        }
        reader = ArchiveReader.open(folder);
    }

    @Override
    public void append(List<Row> rows) throws Exception {
        List<Snapshot> snapshots = new ArrayList<>(rows.size());
        for (Row row : rows) {
            Snapshot snapshot = Snapshot.atMs(lanes[row.group()], row.timeMs());
            int[] numbers = tags[row.group()];
            Value[] values = row.values();
            for (int i = 0; i < values.length; i++) {
                if (!(values[i] instanceof Value.Absent)) {
                    snapshot.add(numbers[i], values[i], Quality.GOOD);
                }
            }
            snapshots.add(snapshot);
        }
        archive.append(snapshots);
        var _ = archive.sealNext();
    }

    @Override
    public void settle() throws Exception {
        archive.sealAll();
    }

    @Override
    public long bytes() throws Exception {
        close();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> !it.getFileName().toString().startsWith("archive"))
                    .filter(it -> it.toString().endsWith(".db"))
                    .mapToLong(it -> it.toFile().length())
                    .sum();
        }
    }

    @Override
    public double[] raw(int column, long fromMs, long toMs) throws Exception {
        double[] result = new double[2];
        reader.scan(
                new SampleRange(tags[0][column], lanes[0], fromMs, toMs),
                part -> {
                    for (int i = 0; i < part.size(); i++) {
                        if (part.has(i)) {
                            result[0]++;
                            result[1] += part.number(i);
                        }
                    }
                    return true;
                });
        return result;
    }

    @Override
    public double[] trend(int column, long fromMs, long toMs, int columns) throws Exception {
        Buckets buckets =
                reader.buckets(
                        new SampleRange(tags[0][column], lanes[0], fromMs, toMs),
                        columns,
                        () -> false);
        double[] result = new double[2];
        for (int i = 0; i < buckets.size(); i++) {
            if (buckets.count(i) > 0) {
                result[0]++;
                result[1] += buckets.most(i);
            }
        }
        return result;
    }

    @Override
    public void retain(long olderThanMs) throws Exception {
        var _ = archive.retain(Retention.of(Duration.ZERO), Instant.ofEpochMilli(olderThanMs));
    }

    @Override
    public void close() {
        if (!isClosed) {
            isClosed = true;
            reader.close();
            archive.close();
        }
    }
}
