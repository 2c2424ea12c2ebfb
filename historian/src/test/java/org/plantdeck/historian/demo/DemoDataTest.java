package org.plantdeck.historian.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.archive.Archive;
import org.plantdeck.historian.archive.ArchiveReader;
import org.plantdeck.historian.archive.ArchivedTag;
import org.plantdeck.historian.archive.SampleRange;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

class DemoDataTest {

    private static final Instant TO = Instant.parse("2026-11-22T10:20:30.400Z");
    private static final Instant FROM = TO.minus(Duration.ofHours(3));

    @TempDir private Path folder;

    private DemoData.Result fill(Path data, int tags) {
        return DemoData.fill(data.resolve("historian.db"), tags, FROM, TO, (_, _) -> true);
    }

    /** Every value of each tag, by time. */
    private static Map<String, NavigableMap<Instant, Value>> all(Path data) throws StoreFailure {
        Map<String, NavigableMap<Instant, Value>> found = new TreeMap<>();
        try (ArchiveReader reader = ArchiveReader.open(data.resolve("history"))) {
            for (ArchivedTag tag : reader.tags()) {
                NavigableMap<Instant, Value> values = new TreeMap<>();
                int lane =
                        reader.lanes().stream()
                                .filter(it -> it.group().equals(tag.group()))
                                .findFirst()
                                .orElseThrow()
                                .id();
                reader.scan(
                        new SampleRange(tag.id(), lane, 0, Long.MAX_VALUE / 2),
                        part -> {
                            for (int i = 0; i < part.size(); i++) {
                                values.put(part.measuredAt(i), part.value(i));
                            }
                            return true;
                        });
                found.put(tag.name(), values);
            }
        }
        return found;
    }

    @Test
    void everyTagHasAValueASecondUpToTheEnd() throws StoreFailure {
        DemoData.Result result = fill(folder, 115);
        Map<String, NavigableMap<Instant, Value>> all = all(folder);
        assertThat(result.cancelled()).isFalse();
        assertThat(all).hasSize(115).containsKey("demo/area2/machine2.level");
        assertThat(all.values().stream().mapToLong(Map::size).sum()).isEqualTo(result.samples());
        assertThat(all.values())
                .allSatisfy(values -> {
                    assertThat(values.size()).isBetween(9_000, 10_800);
                    assertThat(values.firstKey())
                            .isBetween(FROM.minusSeconds(1), FROM.plusSeconds(700));
                    assertThat(values.lastKey()).isBetween(TO.minusSeconds(700), TO);
                });
    }

    @Test
    void thereAreTagsOfEveryKindAndTheyMove() throws StoreFailure {
        fill(folder, 10);
        Map<String, NavigableMap<Instant, Value>> all = all(folder);
        all.forEach((name, values) -> {
            Set<Value> different = new HashSet<>(values.values());
            assertThat(different.size())
                    .as(name)
                    .isGreaterThan(name.endsWith(".fault") ? 0 : name.endsWith(".state") ? 1 : 20);
        });
        long before = 0;
        for (Value value : all.get("demo/area1/machine1.parts").values()) {
            long parts = ((Value.Whole) value).value();
            assertThat(parts).isGreaterThanOrEqualTo(before);
            before = parts;
        }
        assertThat(all.get("demo/area1/machine1.state").values()).contains(Value.of("Execute"));
        assertThat(all.get("demo/area1/machine1.fault").values())
                .allMatch(Value.Flag.class::isInstance);
    }

    @Test
    void theSameComesOutAgain() throws StoreFailure {
        fill(folder.resolve("one"), 25);
        fill(folder.resolve("two"), 25);
        fill(folder.resolve("two"), 25);
        assertThat(all(folder.resolve("two"))).isEqualTo(all(folder.resolve("one")));
    }

    @Test
    void whatIsThereWhenItIsEndedStays() throws StoreFailure {
        DemoData.Result result =
                DemoData.fill(
                        folder.resolve("historian.db"),
                        10,
                        FROM,
                        TO,
                        (samples, _) -> samples < 60_000);
        assertThat(result.cancelled()).isTrue();
        assertThat(result.samples()).isBetween(60_000L, 100_000L);
        assertThat(all(folder).values().stream().mapToLong(Map::size).sum())
                .isEqualTo(result.samples());
    }

    @Test
    void anArchiveThatIsWrittenIsRefused() throws StoreFailure {
        try (Archive archive = Archive.open(folder.resolve("history"), InstantSource.fixed(TO))) {
            assertThat(archive.unsealed()).isZero();
            assertThat(catchThrowableOfType(PartFailure.class, () -> fill(folder, 10)).sentence())
                    .contains("is written by process");
        }
        assertThat(List.of(fill(folder, 1).cancelled())).containsExactly(false);
    }
}
