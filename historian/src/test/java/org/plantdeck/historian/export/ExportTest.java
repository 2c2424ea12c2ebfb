package org.plantdeck.historian.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.line;
import static org.plantdeck.historian.TestReadings.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plantdeck.historian.HistoryLocation;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.Reading;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From a historian's database to a file, in every format. */
class ExportTest {

    private static final String COUNT = "factory/line1/production_count";
    private static final String PEOPLE = "factory/environment/people";
    private static final int READINGS = 2_500;

    @TempDir private static Path stored;
    private static Path database;

    @TempDir private Path folder;

    @BeforeAll
    static void record() throws Exception {
        database = stored.resolve("historian.db");
        List<Reading> readings = new ArrayList<>();
        for (long sequence = 1; sequence <= READINGS; sequence++) {
            readings.add(line(sequence));
            if (sequence % 2 == 0) {
                readings.add(reading(FactorySource.ENVIRONMENT, "r1", sequence));
            }
        }
        try (ReadingStore store = SqliteReadingStore.open(database)) {
            store.append(ReadingBatch.of(readings));
        }
    }

    private static ExportRequest request(String... tags) {
        return new ExportRequest(List.of(tags), Instant.MIN, Instant.MAX);
    }

    private static String csv(ExportRequest request, ExportForm form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Export.toStream(
                () -> RecordedHistory.open(database), request, form, out, ExportProgress.NONE);
        return out.toString(UTF_8);
    }

    private static ExportForm summed(Aggregate aggregate, Duration interval) {
        return new ExportForm(
                ExportFormat.CSV,
                true,
                Optional.of(new Buckets(interval, aggregate)),
                Optional.empty());
    }

    private Path file(ExportFormat format) {
        return folder.resolve("out." + format.ending());
    }

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
    void theLongFormHasARowForEachValue() {
        ExportRequest request =
                new ExportRequest(List.of(PEOPLE, COUNT), START, START.plusSeconds(3));
        ExportForm form =
                new ExportForm(
                        ExportFormat.CSV,
                        false,
                        Optional.empty(),
                        Optional.of(ZoneId.of("Europe/Vienna")));
        assertThat(csv(request, form))
                .isEqualTo(
                        """
                        timestamp,tag,value
                        2026-11-21T07:00:01.000+01:00,factory/line1/production_count,1
                        2026-11-21T07:00:02.000+01:00,factory/environment/people,2
                        2026-11-21T07:00:02.000+01:00,factory/line1/production_count,2
                        """);
    }

    @Test
    void bucketsOfTenSecondsHoldTheirMean() {
        ExportRequest request =
                new ExportRequest(List.of(COUNT, PEOPLE), START, START.plusSeconds(20));
        assertThat(csv(request, summed(Aggregate.AVG, Duration.ofSeconds(10))))
                .isEqualTo(
                        """
                        timestamp,factory/line1/production_count,factory/environment/people
                        2026-11-21T06:00:00.000Z,5.0,5.0
                        2026-11-21T06:00:10.000Z,14.5,14.0
                        """);
    }

    @Test
    void aTextHasNoMeanAndIsLeftOutWhereNobodyNamedIt() {
        ExportForm mean = summed(Aggregate.AVG, Duration.ofHours(1));
        assertThat(csv(request(), mean).lines().findFirst().orElseThrow())
                .contains(COUNT, "factory/line1/alarm")
                .doesNotContain("factory/line1/status");
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> csv(request("factory/line1/status"), mean))
                .withMessage(
                        "factory/line1/status is a text, which has no avg; ask for count, first or"
                                + " last, or leave it out");
        assertThat(csv(request("factory/line1/status"), summed(Aggregate.LAST, Duration.ofDays(1))))
                .endsWith("2026-11-21T00:00:00.000Z,running\n");
    }

    @Test
    void whatIsSummedUpCanBeCancelledBeforeItsFirstRow() {
        List<Long> heard = new ArrayList<>();
        ExportResult result =
                Export.toFile(
                        () -> RecordedHistory.open(database),
                        request(COUNT),
                        summed(Aggregate.MAX, Duration.ofDays(1)),
                        file(ExportFormat.CSV),
                        (rows, through) -> {
                            heard.add(rows);
                            return heard.size() < 2;
                        });
        assertThat(heard).containsExactly(0L, 0L);
        assertThat(result).isEqualTo(new ExportResult(0, 1, true));
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
