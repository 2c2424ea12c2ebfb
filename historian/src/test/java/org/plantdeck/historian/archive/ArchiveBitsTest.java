package org.plantdeck.historian.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** Whatever goes into an archive comes out of it bit for bit. */
class ArchiveBitsTest extends ArchiveGround {

    private static final List<Quality> QUALITIES = List.of(Quality.values());

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
}
