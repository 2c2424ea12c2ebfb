package org.plantdeck.historian.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plantdeck.historian.archive.Thinning.Kind;
import org.plantdeck.historian.archive.codec.ByteSink;
import org.plantdeck.historian.archive.codec.ByteSource;
import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;

/** Values that are given up when an hour is sealed. */
class ThinningTest {

    private static final long START = Instant.parse("2026-11-21T10:00:00Z").toEpochMilli();

    private final ColumnCodec codec = new ColumnCodec();

    @TempDir Path folder;

    private static void set(Column column, int i, Value value, Quality quality) {
        long bits =
                switch (value) {
                    case Value.Real real -> Double.doubleToRawLongBits(real.value());
                    case Value.Whole whole -> whole.value();
                    case Value.Flag flag -> flag.value() ? 1 : 0;
                    default -> 0;
                };
        String text = value instanceof Value.Text words ? words.value() : null;
        column.set(i, Mark.of(value, quality), bits, text);
    }

    /** A walk with whatever can come between its numbers. */
    private static Column walk(Random dice, int size) {
        Column column = new Column(size);
        column.extend(size);
        double at = 100;
        Quality quality = Quality.GOOD;
        for (int i = 0; i < size; i++) {
            at += dice.nextInt(5) == 0 ? dice.nextGaussian() : 0.01;
            quality = dice.nextInt(200) == 0 ? Quality.UNCERTAIN : Quality.GOOD;
            switch (dice.nextInt(100)) {
                case 0 -> set(column, i, Value.of(Double.NaN), quality);
                case 1 -> set(column, i, Value.of(Double.POSITIVE_INFINITY), quality);
                case 2 -> set(column, i, Value.of("stopped"), quality);
                case 3 -> set(column, i, Value.absent(), quality);
                case 4 -> set(column, i, Value.of(Math.round(at)), quality);
                case 5 -> set(column, i, Value.of(true), quality);
                case 6 -> {}
                default -> set(column, i, Value.of(at), quality);
            }
        }
        return column;
    }

    private ByteSink encoded(Column column) {
        ByteSink sink = new ByteSink();
        codec.encode(column, sink);
        sink.seal();
        return sink;
    }

    private Column decoded(byte[] bytes) throws Damaged {
        Column back = new Column(0);
        codec.decode(ByteSource.checked(bytes), back);
        return back;
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"DEADBAND", "SWINGING_DOOR"})
    void everythingComesBackWithinTheToleranceAndWhatIsNoNumberAsItWas(Kind kind) throws Damaged {
        Random dice = new Random(3);
        for (int round = 0; round < 200; round++) {
            Column column = walk(dice, 1 + dice.nextInt(500));
            byte[] whole = encoded(column).toBytes();
            double tolerance = 0.01 + dice.nextDouble() * 2;
            Thinner.thin(column, new Thinning(kind, tolerance));
            Column back = decoded(encoded(column).toBytes());
            column.dropped = null;
            Column original = decoded(whole);

            assertThat(back.size).isEqualTo(original.size);
            for (int i = 0; i < original.size; i++) {
                assertThat(back.marks[i]).isEqualTo(original.marks[i]);
                double value = original.number(i);
                if (Double.isFinite(value)) {
                    assertThat(back.number(i)).isCloseTo(value, within(tolerance * (1 + 1e-9)));
                } else if (original.has(i)) {
                    assertThat(back.value(i)).isEqualTo(original.value(i));
                }
            }
            assertThat(back.bits[0]).isEqualTo(original.bits[0]);
            assertThat(back.bits[back.size - 1]).isEqualTo(original.bits[back.size - 1]);
        }
    }

    @Test
    void whatIsSmoothTakesFarLess() {
        Random dice = new Random(4);
        Column column = new Column(3_600);
        column.extend(3_600);
        for (int i = 0; i < 3_600; i++) {
            set(
                    column,
                    i,
                    Value.of(20 + Math.sin(i / 400.0) + dice.nextGaussian() * 0.01),
                    Quality.GOOD);
        }
        int whole = encoded(column).toBytes().length;
        Thinner.thin(column, new Thinning(Kind.SWINGING_DOOR, 0.1));
        assertThat(encoded(column).toBytes().length).isLessThan(whole / 20);
    }

    @Test
    void placesThatCannotBeAreDamage() {
        Column column = new Column(10);
        column.extend(10);
        for (int i = 0; i < 10; i++) {
            set(column, i, Value.of(1.0), Quality.GOOD);
        }
        column.held = true;
        for (int broken : new int[] {0, 9}) {
            column.dropped = new boolean[10];
            column.dropped[broken] = true;
            byte[] bytes = encoded(column).toBytes();
            assertThatExceptionOfType(Damaged.class).isThrownBy(() -> decoded(bytes));
        }
    }

    private NavigableMap<Long, Double> values(int lane, int tag) throws StoreFailure {
        NavigableMap<Long, Double> found = new TreeMap<>();
        try (ArchiveReader reader = ArchiveReader.open(folder)) {
            reader.scan(
                    new SampleRange(tag, lane, START, START + 3_600_000),
                    part -> {
                        for (int i = 0; i < part.size(); i++) {
                            if (part.has(i)) {
                                found.put(part.timeMs(i), part.number(i));
                            }
                        }
                        return true;
                    });
        }
        return found;
    }

    @Test
    void anHourIsThinnedWhenItIsSealedItsMinutesAreExactAndALateValueCosts() throws StoreFailure {
        try (Archive archive = Archive.open(folder, InstantSource.fixed(Instant.EPOCH))) {
            archive.thin(
                    ThinningRules.parse(List.of("lab/other deadband 3", "lab/+ deadband 0.5")));
            int lane = archive.lane("lab", "");
            int tag = archive.tag("lab", new TagFacts("weight", "NUMBER", "kg", ""));
            List<Snapshot> snapshots = new ArrayList<>();
            double sum = 0;
            for (int i = 0; i < 60; i++) {
                double value = 10 + i % 3 * 0.2;
                sum += value;
                snapshots.add(
                        Snapshot.atMs(lane, START + i * 1_000L)
                                .add(tag, Value.of(value), Quality.GOOD));
            }
            archive.append(snapshots);
            assertThat(values(lane, tag)).containsEntry(START + 1_000, 10.2);
            archive.sealAll();

            NavigableMap<Long, Double> thinned = values(lane, tag);
            assertThat(thinned).hasSize(60);
            assertThat(thinned.headMap(START + 59_000).values()).containsOnly(10.0);
            assertThat(thinned.lastEntry().getValue()).isEqualTo(10.4);
            try (ArchiveReader reader = ArchiveReader.open(folder)) {
                Buckets minute =
                        reader.buckets(
                                new SampleRange(tag, lane, START, START + 60_000), 1, () -> false);
                assertThat(minute.sum(0)).isCloseTo(sum, within(1e-9));
                assertThat(minute.lacking(0)).isZero();
            }

            archive.append(
                    List.of(
                            Snapshot.atMs(lane, START + 30_500)
                                    .add(tag, Value.of(77.7), Quality.GOOD)));
            archive.sealAll();
            NavigableMap<Long, Double> merged = values(lane, tag);
            assertThat(merged.remove(START + 30_500)).isEqualTo(77.7);
            assertThat(merged).isEqualTo(thinned);
        }
    }

    @Test
    void theFirstRuleThatFitsCounts() {
        ThinningRules rules =
                ThinningRules.parse(
                        List.of(
                                "lab/scale/weight deadband 0.5",
                                "lab/+/weight  swinging-door 2",
                                "hall/# deadband 1"));
        assertThat(rules.of("lab/scale/weight")).isEqualTo(new Thinning(Kind.DEADBAND, 0.5));
        assertThat(rules.of("lab/oven/weight")).isEqualTo(new Thinning(Kind.SWINGING_DOOR, 2));
        assertThat(rules.of("hall/a/b.c")).isEqualTo(new Thinning(Kind.DEADBAND, 1));
        assertThat(rules.of("lab/oven")).isEqualTo(Thinning.NONE);
        assertThat(rules.of("lab/oven/weight/x")).isEqualTo(Thinning.NONE);
    }

    @Test
    void aRuleThatIsNoneIsNamedWithWhatOneLooksLike() {
        for (String line :
                List.of(
                        "",
                        "lab/#",
                        "lab/# deadband",
                        "lab/# box 1",
                        "a deadband -1",
                        "a deadband x")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ThinningRules.parse(List.of(line)))
                    .withMessageContaining("historian.thinning has \"" + line + "\"")
                    .withMessageContaining("lab/# deadband 0.5");
        }
    }
}
