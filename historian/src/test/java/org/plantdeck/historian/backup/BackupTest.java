package org.plantdeck.historian.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.archive.Archive;
import org.plantdeck.historian.archive.Snapshot;
import org.plantdeck.historian.archive.TagFacts;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

class BackupTest {

    private static final Backup.Maker MAKER = new Backup.Maker(TestHistory.START, "1.2.3");

    @TempDir private Path folder;
    private TestHistory history;
    private TestHistory restored;
    private Path file;

    @BeforeEach
    void folders() throws IOException {
        history = new TestHistory(Files.createDirectory(folder.resolve("data")));
        restored = new TestHistory(folder.resolve("restored"));
        file = Files.createDirectory(folder.resolve("out")).resolve("b.zip");
    }

    private Backup.Result backUp() {
        return Backup.make(history.place(), file, MAKER, BackupProgress.NONE);
    }

    private Restore.Result restore() {
        return Restore.into(restored.place(), file, false, BackupProgress.NONE);
    }

    private List<Path> left() throws IOException {
        try (var all = Files.list(file.getParent())) {
            return all.toList();
        }
    }

    @Test
    void whatIsRestoredIsWhatThereWasBitForBit() throws Exception {
        history.record();
        List<String> reached = new ArrayList<>();
        Backup.Result result =
                Backup.make(
                        history.place(),
                        file,
                        MAKER,
                        (name, done, all) -> {
                            assertThat(done).isBetween(0L, all);
                            if (reached.isEmpty() || !reached.getLast().equals(name)) {
                                reached.add(name);
                            }
                            return true;
                        });
        assertThat(result).isEqualTo(new Backup.Result(false, 5, Files.size(file), List.of()));
        assertThat(reached)
                .containsExactly(
                        "historian.db",
                        "history/archive.db",
                        "history/day-2026-11-20.db",
                        "history/day-2026-11-21.db",
                        "history/minutes-2026-11.db",
                        "history/archive.db",
                        "MANIFEST");
        assertThat(left()).containsExactly(file);

        assertThat(restore()).isEqualTo(new Restore.Result(false, TestHistory.START, 5, List.of()));
        assertThat(restored.samples()).hasSize(2 * 730).isEqualTo(history.samples());
        assertThat(restored.rows()).isEqualTo(history.rows());
        assertThat(restored.files())
                .containsOnlyKeys(reached.stream().filter(it -> it.endsWith(".db")).toList());
        try (Archive archive = Archive.open(restored.place().archive(), TestHistory.CLOCK)) {
            assertThat(archive.unsealed()).isEqualTo(10);
            archive.sealAll();
        }
        assertThat(restored.samples()).isEqualTo(history.samples());
    }

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

    @Test
    void aCancelledOneLeavesNothing() throws Exception {
        history.record();
        AtomicInteger all = new AtomicInteger();
        Backup.make(
                history.place(),
                file,
                MAKER,
                (_, _, _) -> {
                    all.incrementAndGet();
                    return true;
                });
        Files.delete(file);
        for (int last = 0; last < all.get(); last += Math.max(1, all.get() / 20)) {
            AtomicInteger left = new AtomicInteger(last);
            Backup.Result result =
                    Backup.make(
                            history.place(), file, MAKER, (_, _, _) -> left.getAndDecrement() > 0);
            assertThat(result.cancelled()).isTrue();
            assertThat(left()).isEmpty();
        }
    }

    @Test
    void whatAnEarlierOneLeftWhenItWasKilledIsRemoved() throws Exception {
        history.record();
        Path half = Files.createDirectories(file.resolveSibling("b.zip.part"));
        Files.writeString(half.resolve("archive.db"), "half of it");
        assertThat(backUp().files()).isEqualTo(5);
        assertThat(left()).containsExactly(file);
    }

    @Test
    void itReplacesNoFileAndNeedsAHistoryAndAFolder() throws Exception {
        PartFailure none = catchThrowableOfType(PartFailure.class, this::backUp);
        assertThat(none.sentence()).startsWith("There is no history in " + history.data());
        history.record();
        Files.writeString(file, "mine");
        PartFailure exists = catchThrowableOfType(PartFailure.class, this::backUp);
        assertThat(exists.sentence()).startsWith(file + " exists already");
        assertThat(file).hasContent("mine");
        file = folder.resolve("nowhere/b.zip");
        PartFailure nowhere = catchThrowableOfType(PartFailure.class, this::backUp);
        assertThat(nowhere.sentence())
                .isEqualTo(file + " cannot be written: its folder does not exist");
    }

    @Test
    void tablesAloneAndAnArchiveAloneAreHistoriesToo() throws Exception {
        history.recordArchive();
        assertThat(backUp().files()).isEqualTo(4);
        restore();
        assertThat(restored.place().database()).doesNotExist();
        assertThat(restored.samples()).isEqualTo(history.samples());

        TestHistory whole = new TestHistory(folder.resolve("whole"));
        whole.record();
        HistoryPlace tables =
                new HistoryPlace(whole.place().database(), folder.resolve("no archive"));
        Files.delete(file);
        assertThat(Backup.make(tables, file, MAKER, BackupProgress.NONE).files()).isEqualTo(1);
        restored = new TestHistory(folder.resolve("tables"));
        restore();
        assertThat(restored.place().archive()).doesNotExist();
        assertThat(restored.rows()).isEqualTo(whole.rows());
    }

    @Test
    void filesInWhichNothingIsYetAreLeftOut() throws Exception {
        history.record();
        Files.createFile(history.day("2026-11-22"));
        Files.createFile(history.day("2026-11-23"));
        Files.writeString(
                history.day("2026-11-23").resolveSibling("day-2026-11-23.db-journal"), "");
        assertThat(backUp().files()).isEqualTo(5);
        assertThat(restore().files()).isEqualTo(5);
    }

    @Test
    void aDamagedDayIsNamedAndTheOthersAreInIt() throws Exception {
        history.record();
        Path first = history.day("2026-11-20");
        Path second = history.day("2026-11-21");
        TestHistory.flipBlob(first, "chunks");
        Files.writeString(second, "no database at all, but long enough to be looked at as one");
        Backup.Result result = backUp();
        assertThat(result.files()).isEqualTo(4);
        assertThat(result.damages()).hasSize(2);
        assertThat(result.damages().getFirst())
                .startsWith("history/day-2026-11-20.db: its checksum is not that of its content");
        assertThat(result.damages().getLast()).startsWith("history/day-2026-11-21.db: ");
        assertThat(restore().damages()).isEqualTo(result.damages());
    }
}
