package org.plantdeck.historian.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

class ArchiveTest {

    private static final long START = Instant.parse("2026-11-21T22:30:00Z").toEpochMilli();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private static final List<Quality> QUALITIES = List.of(Quality.values());

    @TempDir Path folder;

    private Instant now = Instant.parse("2026-11-22T08:00:00Z");
    private Archive archive;
    private int lane;
    private int speed;
    private int state;

    /** What a sample is, bit for bit. */
    private record Sample(Value value, Quality quality) {
        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Sample(Value theirs, Quality how)) || quality != how) {
                return false;
            }
            if (value instanceof Value.Real(double mine)
                    && theirs instanceof Value.Real(double its)) {
                return Double.doubleToRawLongBits(mine) == Double.doubleToRawLongBits(its);
            }
            return value.equals(theirs);
        }

        @Override
        public int hashCode() {
            return quality.hashCode();
        }
    }

    @BeforeEach
    void open() throws StoreFailure {
        archive = Archive.open(folder, () -> now);
        lane = archive.lane("factory/line1", "a1");
        speed = archive.tag("factory/line1", new TagFacts("line_speed", "NUMBER", "1/min", "x"));
        state = archive.tag("factory/line1", new TagFacts("state", "TEXT", "", ""));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private void reopen() throws StoreFailure {
        archive.close();
        archive = Archive.open(folder, () -> now);
    }

    private void sealComplete() throws StoreFailure {
        boolean more = true;
        while (more) {
            more = archive.sealNext();
        }
    }

    private void append(long timeMs, Object value) throws StoreFailure {
        archive.append(List.of(speedAt(timeMs, value)));
    }

    private Snapshot speedAt(long timeMs, Object value) {
        return Snapshot.atMs(lane, timeMs)
                .add(speed, Value.of(((Number) value).doubleValue()), Quality.GOOD);
    }

    private NavigableMap<Long, Sample> samples(int tag, long from, long to) throws StoreFailure {
        NavigableMap<Long, Sample> found = new TreeMap<>();
        try (ArchiveReader reader = ArchiveReader.open(folder)) {
            read(reader, tag, from, to, found);
            assertThat(reader.damages()).isEmpty();
        }
        return found;
    }

    private void read(
            ArchiveReader reader, int tag, long from, long to, NavigableMap<Long, Sample> into)
            throws StoreFailure {
        reader.scan(
                new SampleRange(tag, lane, from, to),
                part -> {
                    for (int i = 0; i < part.size(); i++) {
                        if (part.has(i)) {
                            assertThat(into.isEmpty() || into.lastKey() < part.timeMs(i)).isTrue();
                            into.put(part.timeMs(i), new Sample(part.value(i), part.quality(i)));
                        }
                    }
                    return true;
                });
    }

    private static Value random(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> Value.of(Double.longBitsToDouble(random.nextLong()));
            case 1 -> Value.of(random.nextLong());
            case 2 -> Value.of(random.nextBoolean());
            case 3 -> Value.of(List.of("Execute", "Held", "", "Zähler ✓").get(random.nextInt(4)));
            case 4 -> Value.absent();
            case 5 -> Value.of(List.of(-0.0, Double.NaN, 1 / 0.0, -1 / 0.0).get(random.nextInt(4)));
            default -> Value.of(Math.rint(random.nextGaussian() * 1_000) / 10);
        };
    }

    /** Whatever comes, in any order, sealed or not, before a restart or behind it. */
    @Test
    void whatGoesInComesOutBitForBit() throws StoreFailure {
        Random random = new Random(11);
        int[] tags = {speed, state};
        Map<Integer, TreeMap<Long, Sample>> expected = new TreeMap<>();
        expected.put(speed, new TreeMap<>());
        expected.put(state, new TreeMap<>());
        try (ArchiveReader reader = ArchiveReader.open(folder)) {
            for (int round = 0; round < 60; round++) {
                List<Snapshot> batch = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    long base = START + round * HOUR / 12;
                    long at = base + random.nextInt((int) HOUR / (random.nextInt(9) == 0 ? 1 : 60));
                    at = random.nextInt(20) == 0 ? START + random.nextInt(20_000) : at;
                    Snapshot snapshot = Snapshot.atMs(lane, at);
                    for (int tag : tags) {
                        if (random.nextInt(4) > 0) {
                            Value value = random(random);
                            Quality quality = QUALITIES.get(random.nextInt(4));
                            snapshot.add(tag, value, quality);
                            expected.get(tag).put(at, new Sample(value, quality));
                        }
                    }
                    batch.add(snapshot);
                }
                archive.append(batch);
                switch (random.nextInt(6)) {
                    case 0 -> sealComplete();
                    case 1 -> archive.sealNext();
                    case 2 -> archive.sealAll();
                    case 3 -> reopen();
                    default -> {}
                }
                if (random.nextInt(4) == 0) {
                    NavigableMap<Long, Sample> seen = new TreeMap<>();
                    read(reader, speed, Long.MIN_VALUE / 2, Long.MAX_VALUE / 2, seen);
                    assertThat(seen).isEqualTo(expected.get(speed));
                }
            }
        }
        for (int tag : tags) {
            long from = START + HOUR / 3;
            long to = START + 3 * HOUR;
            assertThat(samples(tag, 0, START * 2)).isEqualTo(expected.get(tag));
            assertThat(samples(tag, from, to))
                    .isEqualTo(new TreeMap<>(expected.get(tag).subMap(from, to)));
        }
    }

    @Test
    void manyTagsWithTextsAmongThemComeBack() throws StoreFailure {
        Snapshot snapshot = Snapshot.atMs(lane, START);
        int[] tags = new int[100];
        for (int i = 0; i < tags.length; i++) {
            tags[i] = archive.tag("factory/line1", new TagFacts("k" + i, "NUMBER", "", ""));
            snapshot.add(tags[i], i == 3 ? Value.of("three") : Value.of((long) i), Quality.GOOD);
        }
        archive.append(List.of(snapshot));
        reopen();
        archive.sealAll();
        for (int i = 0; i < tags.length; i++) {
            Value expected = i == 3 ? Value.of("three") : Value.of((long) i);
            assertThat(samples(tags[i], START, START + 1).get(START))
                    .isEqualTo(new Sample(expected, Quality.GOOD));
        }
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
