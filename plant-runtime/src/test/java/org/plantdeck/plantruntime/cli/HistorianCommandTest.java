package org.plantdeck.plantruntime.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.archive.Archive;
import org.plantdeck.historian.archive.Snapshot;
import org.plantdeck.historian.archive.TagFacts;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.plantruntime.datadir.DataDirectory;
import org.plantdeck.plantruntime.datadir.PartLock;
import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What {@code plantdeck historian backup, restore and verify} do, say and refuse. */
class HistorianCommandTest {

    private static final Instant START = Instant.parse("2026-11-20T20:00:00Z");

    @TempDir private Path folder;
    private Path data;
    private Path out;

    private Outcome historian(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "historian";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--data";
        all[arguments.length + 2] = data.toString();
        return Outcome.of(all);
    }

    private static String refusal(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSizeLessThanOrEqualTo(3);
        return outcome.err();
    }

    @BeforeEach
    void record() throws Exception {
        data = Files.createDirectory(folder.resolve("data"));
        out = Files.createDirectory(folder.resolve("out"));
        try (Archive archive = Archive.open(data.resolve("history"), InstantSource.fixed(START))) {
            int lane = archive.lane("g", "r");
            int tag = archive.tag("g", new TagFacts("k", "NUMBER", "", ""));
            archive.append(List.of(Snapshot.at(lane, START).add(tag, Value.of(1.5), Quality.GOOD)));
            archive.sealAll();
        }
        try (ReadingStore store = SqliteReadingStore.open(data.resolve("historian.db"))) {
            store.append(
                    ReadingBatch.of(
                            List.of(
                                    new Reading(
                                            FactorySource.ENERGY,
                                            "r1",
                                            1,
                                            START,
                                            Leaves.builder()
                                                    .put("power_consumption", Value.of(9.5))
                                                    .build()))));
        }
    }

    private Path backUp() {
        Outcome outcome = historian("backup", "--out", out.toString());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return Path.of(outcome.out().strip());
    }

    @Test
    void aBackupInAFolderHasTheDateInItsNameAndReplacesNone() throws Exception {
        Path first = backUp();
        Path second = backUp();
        assertThat(first.getFileName().toString())
                .matches("history-\\d{4}-\\d\\d-\\d\\d\\.plantdeck\\.zip");
        assertThat(second.getFileName().toString()).endsWith("-2.plantdeck.zip");
        try (var all = Files.list(out)) {
            assertThat(all).containsExactlyInAnyOrder(first, second);
        }
    }

    @Test
    void aBackupIsRestoredElsewhereAndThenIsHistory() {
        Path backup = backUp();
        data = folder.resolve("new");
        assertThat(historian("restore", "--from", backup.toString()).code()).isZero();
        Outcome verified = historian("verify");
        assertThat(verified.code()).isZero();
        assertThat(verified.out().lines().toList())
                .hasSize(5)
                .allMatch(it -> it.startsWith("sound ") || it.equals("4 files, 0 damaged"));
        Path csv = out.resolve("out.csv");
        Outcome exported = Outcome.of("export", "--data", data.toString(), "--out", csv.toString());
        assertThat(exported.code()).as(exported.err()).isZero();
        assertThat(csv).content().contains("2026-11-20T20:00:00.000Z").contains("9.5");
    }

    @Test
    void historyThatIsThereIsReplacedOnlyWhenAskedFor() {
        String backup = backUp().toString();
        assertThat(refusal(historian("restore", "--from", backup)))
                .startsWith("plantdeck: There is history in " + data + " already; --replace");
        assertThat(historian("restore", "--from", backup, "--replace").code()).isZero();
        assertThat(historian("verify").code()).isZero();
    }

    @Test
    void aRestoreIsRefusedWhileAHistorianRunsAndABackupIsNot() {
        String backup = backUp().toString();
        try (PartLock lock = new DataDirectory(data).lock("historian")) {
            assertThat(lock).isNotNull();
            assertThat(refusal(historian("restore", "--from", backup, "--replace")))
                    .contains(
                            "historian of "
                                    + data
                                    + " is held by process "
                                    + ProcessHandle.current().pid());
            backUp();
            assertThat(historian("verify").code()).isZero();
        }
    }

    @Test
    void aDamagedDayIsNamedAndWhatToDo() throws Exception {
        Path sound = backUp();
        Path day = data.resolve("history/day-2026-11-20.db");
        Files.writeString(day, "no database ".repeat(20));
        Outcome verified = historian("verify");
        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.out())
                .containsPattern("(?m)^DAMAGED +0\\.0 MB  history/day-2026-11-20\\.db: ")
                .contains("move the file away: the other days stay readable")
                .endsWith("4 files, 1 damaged" + System.lineSeparator());
        Outcome backup = historian("backup", "--out", out.toString());
        assertThat(backup.code()).isEqualTo(1);
        assertThat(historian("verify", "--from", backup.out().strip()).code()).isEqualTo(1);
        assertThat(historian("verify", "--from", sound.toString()).code()).isZero();
    }

    @Test
    void aDamagedBackupIsFoundAndNotRestored() throws Exception {
        Path backup = backUp();
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 2] ^= 1;
        Files.write(backup, bytes);
        assertThat(historian("verify", "--from", backup.toString()).code()).isEqualTo(1);
        assertThat(refusal(historian("restore", "--from", backup.toString(), "--replace")))
                .contains("of the backup is damaged")
                .contains("nothing was changed, take another backup");
        assertThat(historian("verify").code()).isZero();
    }

    @Test
    void whatCannotBeIsRefused() throws IOException {
        Path taken = Files.writeString(out.resolve("taken.zip"), "mine");
        assertThat(refusal(historian("backup", "--out", taken.toString())))
                .contains(taken + " exists already");
        Path none = folder.resolve("none");
        assertThat(refusal(historian("backup", "--out", none.toString())))
                .contains("There is no folder " + none);
        assertThat(refusal(historian("restore", "--from", none.toString())))
                .contains("There is no " + none);
        assertThat(refusal(historian("restore"))).contains("--from");
        data = none;
        assertThat(refusal(historian("backup", "--out", out.toString())))
                .contains("There is no history in " + none);
        assertThat(refusal(historian("verify"))).contains("There is no history in " + none);
        assertThat(none).doesNotExist();
        assertThat(refusal(Outcome.of("historian"))).contains("one of backup, restore and verify");
    }

    @Test
    void aFileThatIsNamedIsTakenAsItIs() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        assertThat(HistorianBackupCommand.file(out, today))
                .isEqualTo(out.resolve("history-2026-11-22.plantdeck.zip"));
        assertThat(HistorianBackupCommand.file(out.resolve("x.zip"), today))
                .isEqualTo(out.resolve("x.zip"));
        assertThat(
                        catchThrowableOfType(
                                        SettingsFailure.class,
                                        () ->
                                                HistorianBackupCommand.file(
                                                        out.resolve("x.tar"), today))
                                .sentence())
                .endsWith("name a file that ends with .zip");
    }

    @Test
    void aProcessThatEndsWaitsUntilNothingOfItIsLeft() throws Exception {
        CompletableFuture<Void> ended;
        try (OrderlyEnd end = new OrderlyEnd()) {
            ended = CompletableFuture.runAsync(end::ask);
            while (!end.isAsked()) {
                Thread.onSpinWait();
            }
            assertThat(ended).isNotDone();
        }
        ended.get();
    }
}
