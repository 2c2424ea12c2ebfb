package org.plantdeck.historian.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** Sealing, retention, damage and the catalogue of an archive. */
class ArchiveTest extends ArchiveGround {

    private void append(long timeMs, Object value) throws StoreFailure {
        archive.append(List.of(speedAt(timeMs, value)));
    }

    private Snapshot speedAt(long timeMs, Object value) {
        return Snapshot.atMs(lane, timeMs)
                .add(speed, Value.of(((Number) value).doubleValue()), Quality.GOOD);
    }

    @Test
    void anHourIsSealedOnlyWhenItsLaneIsPastItOrNothingCame() throws StoreFailure {
        append(START, 1.5);
        append(START + HOUR, 2.5);
        assertThat(archive.unsealed()).isEqualTo(2);
        sealComplete();
        assertThat(archive.unsealed()).isEqualTo(1);
        assertThat(archive.sealNext()).isFalse();
        now = now.plus(Duration.ofMinutes(11));
        sealComplete();
        assertThat(archive.unsealed()).isZero();
        assertThat(samples(speed, START, START + 2 * HOUR)).hasSize(2);
    }

    @Test
    void columnsOfMinutesAndOfSamplesComeToTheSame() throws StoreFailure {
        Random random = new Random(3);
        List<Snapshot> batch = new ArrayList<>();
        for (int i = 0; i < 8 * 3_600; i++) {
            batch.add(speedAt(START + i * 1_000L, Math.rint(random.nextGaussian() * 100) / 10));
        }
        batch.add(Snapshot.atMs(lane, START + 500).add(speed, Value.of(1e9), Quality.BAD));
        archive.append(batch);
        long to = START + 8 * HOUR;
        Buckets unsealed = buckets(to, 96);
        sealComplete();
        assertThat(archive.unsealed()).isPositive();
        Buckets sealed = buckets(to, 96);
        assertThat(sealed.total()).isEqualTo(8 * 3_600);
        for (int i = 0; i < sealed.size(); i++) {
            assertThat(sealed.beginMs(i)).isEqualTo(START + i * HOUR / 12);
            assertThat(sealed.count(i)).isEqualTo(unsealed.count(i));
            assertThat(sealed.least(i)).isEqualTo(unsealed.least(i));
            assertThat(sealed.most(i)).isEqualTo(unsealed.most(i));
            assertThat(sealed.first(i)).isEqualTo(unsealed.first(i));
            assertThat(sealed.last(i)).isEqualTo(unsealed.last(i));
            assertThat(sealed.mean(i)).isCloseTo(unsealed.mean(i), within());
            assertThat(sealed.deviation(i)).isCloseTo(unsealed.deviation(i), within());
        }
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }

    private Buckets buckets(long to, int count) throws StoreFailure {
        try (ArchiveReader reader = ArchiveReader.open(folder)) {
            return reader.buckets(new SampleRange(speed, lane, START, to), count, () -> false);
        }
    }

    @Test
    void daysBeyondTheRetentionAreRemovedAndTheirMinutesStay() throws StoreFailure {
        long day = Duration.ofDays(1).toMillis();
        for (int i = 0; i < 10; i++) {
            append(START + i * day, 10 + i);
        }
        archive.sealAll();
        Instant last = Instant.ofEpochMilli(START + 9 * day);
        assertThat(archive.retain(Retention.of(Duration.ofDays(3)), last)).isEqualTo(6);
        assertThat(samples(speed, START, START + 10 * day)).hasSize(4);
        assertThat(buckets(START + 10 * day, 10).total()).isEqualTo(10);
        Retention small = new Retention(Duration.ofDays(3), Duration.ofDays(366), 1);
        assertThat(archive.retain(small, last)).isEqualTo(2);
        assertThat(samples(speed, START, START + 10 * day)).hasSize(2);
    }

    @Test
    void aSecondWriterIsRefusedAndTheFirstNamed() {
        assertThatThrownBy(() -> Archive.open(folder, () -> now))
                .isInstanceOf(StoreFailure.class)
                .hasMessageContaining("is written by process " + ProcessHandle.current().pid());
    }

    @Test
    void aDamagedDayIsNamedAndTheOthersAreRead() throws Exception {
        long day = Duration.ofDays(1).toMillis();
        for (int i = 0; i < 3; i++) {
            append(START + i * day, 10 + i);
        }
        archive.sealAll();
        archive.close();
        Path damaged = folder.resolve("day-2026-11-22.db");
        byte[] bytes = Files.readAllBytes(damaged);
        for (int i = 4_096; i < bytes.length; i++) {
            bytes[i] = (byte) (bytes[i] + 1);
        }
        Files.write(damaged, bytes);
        NavigableMap<Long, Sample> found = new TreeMap<>();
        try (ArchiveReader reader = ArchiveReader.open(folder)) {
            read(reader, speed, START, START + 3 * day, found);
            assertThat(reader.damages()).hasSize(1);
            assertThat(reader.damages().keySet()).first().hasToString("2026-11-22");
        }
        assertThat(found).hasSize(2);
        open();
    }

    @Test
    void theCatalogueKeepsItsNumbers() throws StoreFailure {
        append(START, 1);
        reopen();
        assertThat(archive.lane("factory/line1", "a1")).isEqualTo(lane);
        assertThat(archive.tag("factory/line1", new TagFacts("state", "TEXT", "", "new")))
                .isEqualTo(state);
        int other = archive.lane("factory/line1", "a2");
        assertThat(other).isNotEqualTo(lane);
        archive.append(
                List.of(Snapshot.atMs(other, START).add(speed, Value.of(9.5), Quality.GOOD)));
        assertThat(samples(speed, START, START + 1).get(START))
                .isEqualTo(new Sample(Value.of(1.0), Quality.GOOD));
        try (ArchiveReader reader = ArchiveReader.open(folder)) {
            assertThat(reader.tags())
                    .extracting(ArchivedTag::name)
                    .containsExactly("factory/line1/line_speed", "factory/line1/state");
            assertThat(reader.tags().get(1).facts().meaning()).isEqualTo("new");
            assertThat(reader.lanes()).extracting(ArchivedLane::run).containsExactly("a1", "a2");
        }
    }
}
