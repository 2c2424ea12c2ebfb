package org.plantdeck.historian.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.HistoryLocation;
import org.plantdeck.historian.TestReadings;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A workbook of ours, opened by LibreOffice Calc. */
@Timeout(120)
class LibreOfficeTest {

    private static final int ROWS = 400;
    private static final Instant START = Instant.parse("2026-07-01T22:59:00.250Z");
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    private static final List<String> TAGS =
            List.of(
                    "factory/line1/pressure",
                    "factory/line1/production_count",
                    "factory/line1/extra");

    @TempDir private Path folder;

    private static Optional<Path> soffice() {
        return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
                .map(it -> Path.of(it).resolve("soffice"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private List<Reading> record(Path database) throws Exception {
        Random random = new Random(2_026);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            Reading plain =
                    TestReadings.at(FactorySource.LINE, "r1", i + 1, START.plusMillis(i * 1_250L));
            Value pressure =
                    i % 9 == 0 ? Value.absent() : Value.of(random.nextInt(100_000) / 1_000.0);
            readings.add(
                    TestReadings.with(
                            TestReadings.with(plain, "pressure", pressure),
                            "extra",
                            Value.of(i % 2 == 0 ? "a,\"b\" é" : "plain")));
        }
        try (ReadingStore store = SqliteReadingStore.open(database)) {
            store.append(ReadingBatch.of(readings));
        }
        return readings;
    }

    /** What Calc reads, a line a row; a CSV of UTF-8 with cells as they are shown. */
    private List<String> opened(Path soffice, Path workbook) throws Exception {
        Process calc =
                new ProcessBuilder(
                                soffice.toString(),
                                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false",
                                "--outdir",
                                folder.toString(),
                                workbook.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("soffice.log").toFile())
                        .start();
        assertThat(calc.waitFor(100, TimeUnit.SECONDS)).isTrue();
        Path csv = folder.resolve("out.csv");
        assertThat(csv).as(Files.readString(folder.resolve("soffice.log"))).exists();
        return Files.readAllLines(csv);
    }

    @Test
    void calcReadsEveryNumberAndTimeAsItWasExported() throws Exception {
        Optional<Path> soffice = soffice();
        assumeTrue(soffice.isPresent() || Boolean.getBoolean("peers.required"));
        assertThat(soffice).as("soffice; install libreoffice-calc-nogui").isPresent();
        Path database = folder.resolve("historian.db");
        List<Reading> readings = record(database);
        Path workbook = folder.resolve("out.xlsx");
        Export.toFile(
                HistoryLocation.inFiles(database),
                new ExportRequest(TAGS, Instant.MIN, Instant.MAX),
                new ExportForm(
                        ExportFormat.XLSX,
                        true,
                        Optional.empty(),
                        Optional.of(ZoneId.of("Europe/Vienna"))),
                workbook,
                ExportProgress.NONE);

        List<String> lines = opened(soffice.orElseThrow(), workbook);
        assertThat(lines).hasSize(ROWS + 1);
        assertThat(lines.getFirst()).contains("factory/line1/pressure");
        for (int i = 0; i < ROWS; i++) {
            Reading reading = readings.get(i);
            String[] cells = lines.get(i + 1).split(",", 4);
            LocalDateTime clock =
                    LocalDateTime.ofInstant(reading.measuredAt(), ZoneOffset.ofHours(2));
            assertThat(cells[0]).startsWith(SHOWN.format(clock).substring(0, 19));
            Value pressure = reading.values().get("pressure");
            if (pressure instanceof Value.Absent) {
                assertThat(cells[1]).isEmpty();
            } else {
                assertThat(Double.valueOf(cells[1])).isEqualTo(pressure.asDouble());
            }
            assertThat(Double.valueOf(cells[2]))
                    .isEqualTo(reading.values().get("production_count").asDouble());
            assertThat(cells[3]).isEqualTo(i % 2 == 0 ? "\"a,\"\"b\"\" é\"" : "plain");
        }
    }
}
