package org.plantdeck.historian.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.plantdeck.historian.TestReadings.line;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plantdeck.historian.HistoryLocation;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.signal.PartFailure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.List;
import java.util.stream.Stream;

/** From a historian's database to a file, in every format. */
class ExportTest extends ExportGround {

    private List<String> left() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }

    @ParameterizedTest
    @EnumSource(value = ExportFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "PARQUET")
    void everyFormatHoldsEveryRowAndNothingIsLeftBesideIt(ExportFormat format) throws Exception {
        Path file = file(format);
        ExportResult result =
                Export.toFile(
                        () -> RecordedHistory.open(database),
                        request(COUNT, PEOPLE),
                        ExportForm.forFile(file),
                        file,
                        ExportProgress.NONE);

        assertThat(result).isEqualTo(new ExportResult(READINGS, 1, false));
        assertThat(left()).containsExactly(file.getFileName().toString());
        assertThat(sum(format, file)).isEqualTo(READINGS * (READINGS + 1L) / 2);
    }

    /** The sum of the counts in a file. */
    private static long sum(ExportFormat format, Path file) throws Exception {
        return switch (format) {
            case CSV ->
                    Files.readAllLines(file).stream()
                            .skip(1)
                            .mapToLong(line -> Long.parseLong(line.split(",", -1)[1]))
                            .sum();
            case NDJSON ->
                    Files.readAllLines(file).stream()
                            .mapToLong(line ->
                                    Long.parseLong(
                                            line.replaceAll(".*production_count\":(\\d+).*", "$1")))
                            .sum();
            case JSON -> {
                long sum = 0;
                for (var row : new ObjectMapper().readTree(file.toFile())) {
                    sum += row.get(COUNT).longValue();
                }
                yield sum;
            }
            case XLSX -> {
                try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                        var rows = workbook.getFirstSheet().openStream()) {
                    yield rows.skip(1)
                            .mapToLong(row -> row.getCellAsNumber(1).orElseThrow().longValue())
                            .sum();
                }
            }
            case SQLITE -> {
                try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                        var statement = connection.createStatement();
                        ResultSet row =
                                statement.executeQuery(
                                        "SELECT sum(\"" + COUNT + "\") FROM readings")) {
                    yield row.getLong(1);
                }
            }
            case PARQUET -> throw new IllegalArgumentException("it is an extension");
        };
    }

    @ParameterizedTest
    @EnumSource(value = ExportFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "PARQUET")
    void aCancelledExportOfAnyFormatLeavesTheOlderOneAlone(ExportFormat format) throws Exception {
        Path file = Files.writeString(file(format), "an older export");
        ExportResult result =
                Export.toFile(
                        () -> RecordedHistory.open(database),
                        request(COUNT),
                        ExportForm.plain(format),
                        file,
                        (rows, through) -> rows < 2_000);

        assertThat(result).isEqualTo(new ExportResult(2_000, 1, true));
        assertThat(left()).containsExactly(file.getFileName().toString());
        assertThat(Files.readString(file)).isEqualTo("an older export");
    }

    @ParameterizedTest
    @EnumSource(value = ExportFormat.class, mode = EnumSource.Mode.EXCLUDE, names = "PARQUET")
    void anExportThatFailsHalfwayLeavesNothing(ExportFormat format) throws Exception {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        Export.toFile(
                                () -> RecordedHistory.open(database),
                                request(COUNT),
                                ExportForm.plain(format),
                                file(format),
                                (rows, through) -> {
                                    throw new IllegalStateException("halfway");
                                }));
        assertThat(left()).isEmpty();
    }

    @Test
    void sqliteNeedsAFile() {
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> csv(request(COUNT), ExportForm.plain(ExportFormat.SQLITE)))
                .withMessage("An SQLite database needs a file; name one to write to");
    }

    @Test
    void aFullDiskIsSaid() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "there is no /dev/full");
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() ->
                        Export.toFile(
                                () -> RecordedHistory.open(database),
                                request(COUNT),
                                ExportForm.plain(ExportFormat.CSV),
                                full,
                                ExportProgress.NONE))
                .withMessage(
                        "/dev/full cannot be written: the disk is full; free some space and export"
                                + " again");
    }

    @Test
    void aFormatOfAnExtensionSaysWhereThatGoes() throws Exception {
        Path file = file(ExportFormat.PARQUET);
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() ->
                        Export.toFile(
                                HistoryLocation.inFiles(database),
                                request(COUNT),
                                ExportForm.forFile(file),
                                file,
                                ExportProgress.NONE))
                .withMessage(
                        "What writes parquet is not installed; put the files of"
                                + " historian-parquet/target/plugin into the folder plugins of"
                                + " PlantDeck");
        assertThat(left()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsNamedInEveryFormat() {
        Path nowhere = folder.resolve("no").resolve("out");
        for (ExportFormat format : ExportFormat.values()) {
            assertThatExceptionOfType(PartFailure.class)
                    .as(format.toString())
                    .isThrownBy(() ->
                            Export.toFile(
                                    () -> RecordedHistory.open(database),
                                    request(COUNT),
                                    ExportForm.plain(format),
                                    nowhere,
                                    ExportProgress.NONE))
                    .withMessage(nowhere + " cannot be written: its folder does not exist");
        }
    }
}
