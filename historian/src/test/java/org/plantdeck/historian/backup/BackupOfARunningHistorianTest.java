package org.plantdeck.historian.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plantdeck.historian.archive.Archive;
import org.plantdeck.historian.archive.Snapshot;
import org.plantdeck.historian.archive.TagFacts;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What is written while a backup is made. */
class BackupOfARunningHistorianTest extends BackupGround {

    @Test
    void whatWasDurableBeforeItBeganIsInItWhileMoreIsWrittenAndSealed() throws Exception {
        AtomicInteger durable = new AtomicInteger();
        AtomicBoolean isOver = new AtomicBoolean();
        CountDownLatch underWay = new CountDownLatch(1);
        try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
            CompletableFuture<?> written =
                    CompletableFuture.runAsync(() -> write(durable, isOver, underWay), writer);
            underWay.await();
            for (int round = 0; round < 5; round++) {
                int before = durable.get();
                Backup.Result result = backUp();
                assertThat(result.damages()).isEmpty();
                restored = new TestHistory(folder.resolve("restored" + round));
                restore();
                Map<String, String> found = restored.samples();
                for (int i = 0; i < before; i++) {
                    assertThat(found)
                            .containsEntry(
                                    "g/k r " + TestHistory.START.plusSeconds(i * 60L),
                                    "Whole[value=" + i + "] GOOD");
                }
                Files.delete(file);
            }
            isOver.set(true);
            written.get();
        }
    }

    /** A snapshot a minute, each hour sealed as soon as it is complete. */
    private void write(AtomicInteger durable, AtomicBoolean isOver, CountDownLatch underWay) {
        try (Archive archive = Archive.open(history.place().archive(), TestHistory.CLOCK)) {
            int lane = archive.lane("g", "r");
            int tag = archive.tag("g", new TagFacts("k", "COUNT", "", ""));
            for (int i = 0; !isOver.get(); i++) {
                long at = TestHistory.START.plusSeconds(i * 60L).toEpochMilli();
                archive.append(
                        List.of(
                                Snapshot.atMs(lane, at)
                                        .add(tag, Value.of((long) i), Quality.GOOD)));
                durable.set(i + 1);
                boolean more = true;
                while (more) {
                    more = archive.sealNext();
                }
                if (i == 500) {
                    underWay.countDown();
                }
            }
        } catch (StoreFailure e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anHourThatIsSealedAfterItsDayWasCopiedIsInIt() throws Exception {
        history.recordArchive();
        try (Archive archive = Archive.open(history.place().archive(), TestHistory.CLOCK)) {
            assertThat(archive.unsealed()).isEqualTo(10);
            AtomicReference<String> before = new AtomicReference<>("");
            Backup.make(
                    history.place(),
                    file,
                    MAKER,
                    (name, _, _) -> {
                        String last = before.getAndSet(name);
                        if (last.equals("history/day-2026-11-21.db") && !name.equals(last)) {
                            sealAll(archive);
                        }
                        return true;
                    });
            assertThat(archive.unsealed()).isZero();
        }
        restore();
        assertThat(restored.samples()).isEqualTo(history.samples());
    }

    private static void sealAll(Archive archive) {
        try {
            archive.sealAll();
        } catch (StoreFailure e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void tagsThatCameWhileTheDaysWereCopiedKeepTheirNumbers() throws Exception {
        history.recordArchive();
        try (Archive archive = Archive.open(history.place().archive(), TestHistory.CLOCK)) {
            AtomicBoolean came = new AtomicBoolean();
            Backup.make(
                    history.place(),
                    file,
                    MAKER,
                    (name, done, all) -> {
                        if (name.startsWith("history/day-") && !came.getAndSet(true)) {
                            comeLate(archive);
                        }
                        return true;
                    });
        }
        restore();
        assertThat(restored.samples())
                .containsEntry("late/k x " + TestHistory.START, "Whole[value=7] GOOD");
        try (Archive archive = Archive.open(restored.place().archive(), TestHistory.CLOCK)) {
            int lane = archive.lane("new", "");
            int tag = archive.tag("new", new TagFacts("k", "COUNT", "", ""));
            archive.append(List.of(Snapshot.atMs(lane, 0).add(tag, Value.of(1L), Quality.GOOD)));
        }
        Map<String, String> ofNew = new TreeMap<>(restored.samples());
        ofNew.keySet().removeIf(it -> !it.startsWith("new/"));
        assertThat(ofNew).hasSize(1);
    }

    private static void comeLate(Archive archive) {
        try {
            int lane = archive.lane("late", "x");
            int tag = archive.tag("late", new TagFacts("k", "COUNT", "", ""));
            archive.append(
                    List.of(
                            Snapshot.at(lane, TestHistory.START)
                                    .add(tag, Value.of(7L), Quality.GOOD)));
            archive.sealAll();
        } catch (StoreFailure e) {
            throw new AssertionError(e);
        }
    }
}
