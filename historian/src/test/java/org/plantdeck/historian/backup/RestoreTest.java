package org.plantdeck.historian.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.annotations.Annotation;
import org.plantdeck.historian.annotations.AnnotationBook;
import org.plantdeck.historian.archive.Archive;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

class RestoreTest {

    @TempDir private Path folder;
    private TestHistory original;
    private TestHistory target;
    private Path file;

    @BeforeEach
    void backUp() throws Exception {
        original = new TestHistory(folder.resolve("data"));
        target = new TestHistory(folder.resolve("target"));
        file = folder.resolve("b.zip");
        original.record();
        Backup.make(
                original.place(),
                file,
                new Backup.Maker(TestHistory.START, "1.2.3"),
                BackupProgress.NONE);
    }

    private Restore.Result restore(boolean replaces) {
        return Restore.into(target.place(), file, replaces, BackupProgress.NONE);
    }

    private String refusal(boolean replaces) {
        return catchThrowableOfType(PartFailure.class, () -> restore(replaces)).sentence();
    }

    /** Other history: one hour in the archive, nothing in the tables, and a file of the user's. */
    private void recordOther() throws Exception {
        try (Archive archive = Archive.open(target.place().archive(), TestHistory.CLOCK)) {
            TestHistory.append(archive, 99, 5);
            archive.sealAll();
        }
        Files.writeString(target.place().archive().resolve("notes.txt"), "mine");
        Files.writeString(target.place().database(), "old tables");
        Files.writeString(target.data().resolve("historian.db-wal"), "old log");
    }

    @Test
    void historyThatIsThereIsReplacedOnlyWhenAskedFor() throws Exception {
        recordOther();
        Map<String, String> before = target.files();
        assertThat(refusal(false))
                .startsWith("There is history in " + target.data() + " already; --replace");
        assertThat(target.files()).isEqualTo(before);

        assertThat(restore(true).cancelled()).isFalse();
        assertThat(target.samples()).isEqualTo(original.samples());
        assertThat(target.rows()).isEqualTo(original.rows());
        assertThat(target.place().archive().resolve("notes.txt")).hasContent("mine");
        assertThat(target.files())
                .containsOnlyKeys(
                        "historian.db",
                        "history/archive.db",
                        "history/day-2026-11-20.db",
                        "history/day-2026-11-21.db",
                        "history/minutes-2026-11.db",
                        "history/notes.txt");
    }

    private static void note(TestHistory history, String text) throws Exception {
        try (AnnotationBook book = AnnotationBook.of(history.place().database())) {
            Instant at = TestHistory.START;
            book.add(new Annotation(0, at, at, text, "anna", at));
        }
    }

    private static List<String> notes(TestHistory history) throws Exception {
        try (AnnotationBook book = AnnotationBook.of(history.place().database())) {
            return book.between(Instant.EPOCH, TestHistory.START).stream()
                    .map(Annotation::text)
                    .toList();
        }
    }

    @Test
    void whatPeopleNotedIsRestoredInThePlaceOfWhatTheyNotedThere() throws Exception {
        note(original, "of the backup");
        file = folder.resolve("noted.zip");
        Backup.make(
                original.place(),
                file,
                new Backup.Maker(TestHistory.START, "1.2.3"),
                BackupProgress.NONE);
        note(target, "of before");

        restore(true);

        assertThat(notes(target)).containsExactly("of the backup");
        assertThat(target.samples()).isEqualTo(original.samples());
    }

    @Test
    void aFlippedByteAnywhereInTheFilesIsFoundAndNothingIsChanged() throws Exception {
        recordOther();
        Map<String, String> before = target.files();
        byte[] sound = Files.readAllBytes(file);
        for (int i = 1; i <= 20; i++) {
            TestHistory.flip(file, (long) i * sound.length / 21);
            assertThat(refusal(true)).contains("damaged");
            assertThat(target.files()).isEqualTo(before);
            Files.write(file, sound);
        }
        restore(true);
    }

    @Test
    void whatIsNoBackupIsRefused() throws Exception {
        Path backup = file;
        file = folder.resolve("none.zip");
        assertThat(refusal(false)).isEqualTo("There is no " + file + "; name the file of a backup");
        file = folder;
        assertThat(refusal(false)).startsWith(folder + " is a folder");
        file = Files.writeString(folder.resolve("text.zip"), "no zip at all");
        assertThat(refusal(false)).startsWith(file + " is no backup, or it is damaged");
        file = Files.copy(backup, folder.resolve("half.zip"));
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 10_000));
        assertThat(refusal(false)).startsWith(file + " is no backup, or it is damaged");
        assertThat(target.data()).doesNotExist();
    }

    @Test
    void anArchiveThatIsWrittenIsLeftAlone() throws Exception {
        try (Archive archive = Archive.open(target.place().archive(), TestHistory.CLOCK)) {
            assertThat(archive).isNotNull();
            assertThat(refusal(true))
                    .contains("is written by process " + ProcessHandle.current().pid());
        }
        restore(true);
    }

    @Test
    void aCancelledOneChangesNothing() throws Exception {
        recordOther();
        Map<String, String> before = target.files();
        for (int last = 0; last < 6; last++) {
            AtomicInteger left = new AtomicInteger(last);
            Restore.Result result =
                    Restore.into(
                            target.place(), file, true, (_, _, _) -> left.getAndDecrement() > 0);
            assertThat(result.cancelled()).isTrue();
            assertThat(target.files()).isEqualTo(before);
        }
    }

    @Test
    void whatACrashOfAnEarlierOneLeftAsideIsNotTouched() throws Exception {
        Path aside = Files.createDirectories(target.data().resolve("history-replaced"));
        Files.writeString(aside.resolve("historian.db"), "the only one");
        assertThat(refusal(true)).contains("lies in " + aside);
        assertThat(aside.resolve("historian.db")).hasContent("the only one");
    }

    @Test
    void whatCannotBeMovedInBringsTheOldBack() throws IOException {
        Files.createDirectories(target.data());
        Files.writeString(target.place().database(), "old tables");
        HistoryPlace impossible =
                new HistoryPlace(
                        target.place().database(), target.data().resolve("no/such/history"));
        PartFailure failure =
                catchThrowableOfType(
                        PartFailure.class,
                        () -> Restore.into(impossible, file, true, BackupProgress.NONE));
        assertThat(failure.sentence()).startsWith(target.data() + " cannot be written");
        assertThat(target.files()).containsOnlyKeys("historian.db");
        assertThat(target.place().database()).hasContent("old tables");
    }
}
