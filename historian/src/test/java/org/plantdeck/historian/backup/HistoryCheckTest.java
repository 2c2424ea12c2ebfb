package org.plantdeck.historian.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.archive.Archive;
import org.plantdeck.historian.backup.HistoryCheck.FileReport;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

class HistoryCheckTest {

    @TempDir private Path folder;
    private TestHistory history;
    private final List<FileReport> reports = new ArrayList<>();

    @BeforeEach
    void record() throws Exception {
        history = new TestHistory(folder.resolve("data"));
        history.record();
    }

    private HistoryCheck.Result check() {
        reports.clear();
        return HistoryCheck.of(history.place(), reports::add, BackupProgress.NONE);
    }

    /** What is wrong, by file. */
    private Map<String, String> damages() {
        return reports.stream()
                .filter(it -> it.damage().isPresent())
                .collect(Collectors.toMap(FileReport::name, it -> it.damage().orElseThrow()));
    }

    @Test
    void aSoundHistoryIsSoundAlsoWhileItIsWritten() throws Exception {
        assertThat(check()).isEqualTo(new HistoryCheck.Result(false, 5, 0));
        assertThat(reports)
                .extracting(FileReport::name)
                .containsExactly(
                        "historian.db",
                        "history/archive.db",
                        "history/day-2026-11-20.db",
                        "history/day-2026-11-21.db",
                        "history/minutes-2026-11.db");
        assertThat(reports).allSatisfy(it -> assertThat(it.bytes()).isPositive());
        try (Archive archive = Archive.open(history.place().archive(), TestHistory.CLOCK)) {
            TestHistory.append(archive, 30, 5);
            archive.sealAll();
            TestHistory.append(archive, 31, 5);
            assertThat(check()).isEqualTo(new HistoryCheck.Result(false, 6, 0));
        }
    }

    @Test
    void aFlippedByteInADayIsFoundAndSaysWhatToDo() throws Exception {
        for (String table : List.of("chunks", "stamps")) {
            Path day = history.day("2026-11-21");
            byte[] sound = Files.readAllBytes(day);
            TestHistory.flipBlob(day, table);
            assertThat(check()).isEqualTo(new HistoryCheck.Result(false, 5, 1));
            assertThat(damages()).containsOnlyKeys("history/day-2026-11-21.db");
            assertThat(damages().get("history/day-2026-11-21.db"))
                    .startsWith("its checksum is not that of its content")
                    .endsWith(
                            "of its "
                                    + table
                                    + "; end the historian and move the file away: the other days"
                                    + " stay readable");
            Files.write(day, sound);
        }
        assertThat(check().damaged()).isZero();
    }

    @Test
    void aFlippedByteInAnyOtherFileIsFound() throws Exception {
        Path minutes = history.place().archive().resolve("minutes-2026-11.db");
        TestHistory.flipBlob(minutes, "minutes");
        Files.write(history.place().database(), new byte[5_000]);
        Files.writeString(
                history.place().archive().resolve("archive.db"), "no database ".repeat(9));
        assertThat(check().damaged()).isEqualTo(3);
        assertThat(damages().get("history/minutes-2026-11.db")).endsWith("lack this month");
        assertThat(damages().get("history/archive.db")).contains("; restore a backup");
        assertThat(damages().get("historian.db")).contains("; restore a backup, or end");
    }

    @Test
    void aRowThatIsGoneIsFound() throws Exception {
        for (String table : List.of("chunks", "stamps")) {
            Path day = history.day("2026-11-20");
            byte[] sound = Files.readAllBytes(day);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + day);
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "DELETE FROM "
                                + table
                                + " WHERE key = (SELECT max(key) FROM "
                                + table
                                + ")");
            }
            assertThat(check().damaged()).isEqualTo(1);
            assertThat(damages().get("history/day-2026-11-20.db"))
                    .startsWith(
                            table.equals("chunks")
                                    ? "an hour that lacks a chunk"
                                    : "a chunk without its instants");
            Files.write(day, sound);
        }
    }

    @Test
    void whereThereIsNoHistoryThatIsSaid() {
        history = new TestHistory(folder.resolve("nothing"));
        assertThat(catchThrowableOfType(PartFailure.class, this::check).sentence())
                .startsWith("There is no history in " + history.data());
    }

    @Test
    void aCheckThatIsEndedSaysSo() {
        assertThat(HistoryCheck.of(history.place(), reports::add, (_, _, _) -> false))
                .isEqualTo(new HistoryCheck.Result(true, 0, 0));
    }

    @Test
    void aBackupIsCheckedAndLeavesNothingBesideIt() throws Exception {
        Path file = Files.createDirectory(folder.resolve("out")).resolve("b.zip");
        Backup.Maker maker = new Backup.Maker(TestHistory.START, "1.2.3");
        Backup.make(history.place(), file, maker, BackupProgress.NONE);
        assertThat(HistoryCheck.ofBackup(file, reports::add, BackupProgress.NONE))
                .isEqualTo(new HistoryCheck.Result(false, 5, 0));
        TestHistory.flip(file, Files.size(file) / 2);
        reports.clear();
        assertThat(HistoryCheck.ofBackup(file, reports::add, BackupProgress.NONE).damaged())
                .isEqualTo(1);
        assertThat(damages().values()).first().asString().endsWith("; take another backup");
        try (var all = Files.list(file.getParent())) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void whatWasDamagedWhenABackupWasMadeIsStillNamed() throws Exception {
        Files.writeString(history.day("2026-11-20"), "no database ".repeat(9));
        TestHistory.flipBlob(history.day("2026-11-21"), "chunks");
        Path file = folder.resolve("b.zip");
        Backup.Maker maker = new Backup.Maker(TestHistory.START, "1.2.3");
        Backup.make(history.place(), file, maker, BackupProgress.NONE);
        assertThat(HistoryCheck.ofBackup(file, reports::add, BackupProgress.NONE))
                .isEqualTo(new HistoryCheck.Result(false, 5, 2));
        assertThat(damages().get("history/day-2026-11-20.db")).startsWith("left out, since");
        assertThat(damages().get("history/day-2026-11-21.db"))
                .endsWith("; it was so when it was copied");
    }
}
