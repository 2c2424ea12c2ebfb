package org.plantdeck.historian.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class RetainTest {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir private Path folder;

    private Archive ofDays(int first, int last) throws StoreFailure {
        Archive archive = Archive.open(folder, () -> NOW);
        int lane = archive.lane("a", "");
        int tag = archive.tag("a", new TagFacts("v", "COUNT", "", ""));
        for (int day = first; day <= last; day++) {
            Instant at = NOW.plus(Duration.ofDays(day));
            archive.append(List.of(Snapshot.at(lane, at).add(tag, Value.of(day), Quality.GOOD)));
        }
        archive.sealAll();
        return archive;
    }

    private List<String> days() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.startsWith("day-") && it.endsWith(".db"))
                    .sorted()
                    .toList();
        }
    }

    private void writtenAt(Instant time) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
    }

    @Test
    void daysAheadOfTheClockGoWhenNobodyHasWrittenToThemForAsLong() throws Exception {
        Retention week = Retention.of(Duration.ofDays(7));
        ofDays(0, 3).close();
        writtenAt(NOW.minus(Duration.ofDays(6)));
        try (Archive archive = Archive.open(folder, () -> NOW)) {
            assertThat(archive.retain(week, NOW)).isZero();
        }
        writtenAt(NOW.minus(Duration.ofDays(8)));
        try (Archive archive = Archive.open(folder, () -> NOW)) {
            assertThat(archive.retain(week, NOW)).isEqualTo(2);
        }
        assertThat(days()).containsExactly("day-2026-11-22.db", "day-2026-11-23.db");
    }

    @Test
    void aboveTheBudgetTheOldestGoButNotTheLastTwo() throws Exception {
        try (Archive archive = ofDays(-4, 0)) {
            Retention tight = new Retention(Duration.ofDays(99), Duration.ofDays(99), 1);
            assertThat(archive.retain(tight, NOW)).isEqualTo(3);
        }
        assertThat(days()).containsExactly("day-2026-11-21.db", "day-2026-11-22.db");
    }

    private static void retainADay(Archive archive) {
        try {
            archive.retain(Retention.of(Duration.ofDays(1)), NOW);
        } catch (StoreFailure e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aDayThatGoesWhileSomebodyReadsIsNoDamage() throws Exception {
        List<String> read = new ArrayList<>();
        try (Archive archive = ofDays(-4, 0);
                ArchiveReader reader = ArchiveReader.open(folder)) {
            ArchivedTag tag = reader.tags().getFirst();
            SampleRange all =
                    new SampleRange(
                            tag.id(),
                            reader.lanes().getFirst().id(),
                            NOW.minus(Duration.ofDays(5)).toEpochMilli(),
                            NOW.plusSeconds(1).toEpochMilli());
            reader.scan(
                    all,
                    part -> {
                        if (read.isEmpty()) {
                            retainADay(archive);
                        }
                        read.add(Instant.ofEpochMilli(part.timeMs(0)).toString());
                        return true;
                    });
            assertThat(reader.damages()).isEmpty();
        }
        assertThat(read)
                .containsExactly(
                        "2026-11-18T08:00:00Z", "2026-11-21T08:00:00Z", "2026-11-22T08:00:00Z");
    }
}
