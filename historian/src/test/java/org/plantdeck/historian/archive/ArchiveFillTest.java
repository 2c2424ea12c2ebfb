package org.plantdeck.historian.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is stored straight in the days. */
class ArchiveFillTest {

    private static final Instant START = Instant.parse("2026-11-21T22:30:00Z");
    private static final long START_MS = START.toEpochMilli();

    @TempDir private Path folder;
    private Archive archive;
    private int lane;
    private int speed;
    private int power;

    @BeforeEach
    void open() throws StoreFailure {
        archive = Archive.open(folder, InstantSource.fixed(START));
        lane = archive.lane("g", "");
        speed = archive.tag("g", new TagFacts("speed", "NUMBER", "", ""));
        power = archive.tag("g", new TagFacts("power", "NUMBER", "", ""));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private Snapshot at(int second, int tag, double value) {
        return Snapshot.atMs(lane, START_MS + second * 1_000L)
                .add(tag, Value.of(value), Quality.GOOD);
    }

    /** By second. */
    private Map<Integer, Double> values(int tag) throws StoreFailure {
        Map<Integer, Double> found = new TreeMap<>();
        try (ArchiveReader reader = ArchiveReader.open(folder)) {
            reader.scan(
                    new SampleRange(tag, lane, 0, START_MS * 2),
                    part -> {
                        for (int i = 0; i < part.size(); i++) {
                            if (part.has(i)) {
                                int second = (int) ((part.timeMs(i) - START_MS) / 1_000);
                                found.put(second, part.number(i));
                            }
                        }
                        return true;
                    });
            assertThat(reader.damages()).isEmpty();
        }
        return found;
    }

    @Test
    void itIsThereAtOnceAndAfterARestartWithNothingToSeal() throws StoreFailure {
        List<Snapshot> snapshots = new ArrayList<>();
        for (int second = 0; second < 2 * 86_400; second += 600) {
            snapshots.add(
                    at(second, speed, second)
                            .add(power, Value.of(second / 10.0), Quality.UNCERTAIN));
        }
        archive.fill(snapshots);
        assertThat(archive.unsealed()).isZero();
        Map<Integer, Double> found = values(speed);
        assertThat(found).hasSize(288).containsEntry(600, 600.0).containsEntry(172_200, 172_200.0);
        archive.close();
        open();
        assertThat(values(speed)).isEqualTo(found);
        assertThat(values(power)).hasSize(288).containsEntry(600, 60.0);
        try (ArchiveReader reader = ArchiveReader.open(folder)) {
            SampleRange all = new SampleRange(speed, lane, START_MS, START_MS + 172_800_000);
            assertThat(reader.buckets(all, 2, () -> false).total()).isEqualTo(288);
            Extent extent = new Extent(START_MS, START_MS + 172_200_000);
            assertThat(reader.lanes()).extracting(ArchivedLane::extent).containsExactly(extent);
        }
    }

    @Test
    void ofTheSameInstantTheLaterCountsAlsoOfAnHourThatIsNotSealed() throws StoreFailure {
        archive.append(List.of(at(1, speed, 1), at(2, speed, 2)));
        archive.fill(List.of(at(2, speed, 20), at(3, speed, 30), at(0, power, 5)));
        archive.fill(List.of(at(3, speed, 33), at(3, power, 7)));
        Map<Integer, Double> expected = Map.of(1, 1.0, 2, 20.0, 3, 33.0);
        assertThat(values(speed)).isEqualTo(expected);
        archive.sealAll();
        assertThat(values(speed)).isEqualTo(expected);
        assertThat(values(power)).isEqualTo(Map.of(0, 5.0, 3, 7.0));
    }
}
