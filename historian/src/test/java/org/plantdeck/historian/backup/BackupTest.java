package org.plantdeck.historian.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.plantdeck.historian.archive.Archive;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** What a backup is, and what one that is cut short leaves behind. */
class BackupTest extends BackupGround {

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
