package org.plantdeck.plantruntime.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plantdeck.historian.HistoryLocation;
import org.plantdeck.historian.export.Export;
import org.plantdeck.historian.export.ExportForm;
import org.plantdeck.historian.export.ExportFormat;
import org.plantdeck.historian.export.ExportRequest;
import org.plantdeck.historian.export.ExportResult;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.Value;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What {@code plantdeck export} writes, and what it refuses. */
class ExportCommandTest {

    private static final Instant START = Instant.parse("2026-10-25T00:59:50Z");
    private static final String POWER = "factory/energy/power_consumption";

    @TempDir private static Path data;
    @TempDir private Path folder;

    @BeforeAll
    static void record() throws Exception {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            readings.add(
                    new Reading(
                            FactorySource.ENERGY,
                            "r1",
                            i + 1,
                            START.plusSeconds(i),
                            Leaves.builder().put("power_consumption", Value.of(i + 0.5)).build()));
        }
        try (ReadingStore store = SqliteReadingStore.open(data.resolve("historian.db"))) {
            store.append(ReadingBatch.of(readings));
        }
    }

    private String run(int code, String... options) {
        StringWriter err = new StringWriter();
        CommandLine commandLine = PlantDeckCommand.commandLine();
        commandLine.setErr(new PrintWriter(err, true));
        List<String> arguments =
                new ArrayList<>(List.of("export", "--data", data.toString(), "--tags", POWER));
        arguments.addAll(List.of(options));
        assertThat(commandLine.execute(arguments.toArray(String[]::new)))
                .as(err.toString())
                .isEqualTo(code);
        return err.toString();
    }

    @Test
    void whatWasWrittenBeforeThereWereFormatsIsWrittenStill() throws Exception {
        Path file = folder.resolve("out");
        run(0, "--to", "2026-10-25T00:59:52Z", "--out", file.toString());
        assertThat(Files.readString(file))
                .isEqualTo(
                        """
                        timestamp,factory/energy/power_consumption
                        2026-10-25T00:59:50.000Z,0.5
                        2026-10-25T00:59:51.000Z,1.5
                        """);
    }

    @Test
    void bucketsInATimeZoneTurnTheClocksWithIt() throws Exception {
        Path file = folder.resolve("out.ndjson");
        run(
                0,
                "--interval",
                "10s",
                "--aggregate",
                "time-weighted",
                "--time-zone",
                "Europe/Vienna",
                "--long",
                "--to",
                "2026-10-25T01:00:10Z",
                "--out",
                file.toString());
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"timestamp\":\"2026-10-25T02:59:50.000+02:00\",\"tag\":\""
                                + POWER
                                + "\",\"value\":5.0}",
                        "{\"timestamp\":\"2026-10-25T02:00:00.000+01:00\",\"tag\":\""
                                + POWER
                                + "\",\"value\":15.0}");
    }

    @ParameterizedTest
    @CsvSource({
        "x.csv,time",
        "x.json,[",
        "x.xlsx,PK",
        "x.sqlite,SQLite format 3",
    })
    void theEndingOfTheFileIsItsFormat(String name, String beginning) throws Exception {
        Path file = folder.resolve(name);
        run(0, "--out", file.toString());
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.US_ASCII))
                .startsWith(beginning);
        run(0, "--out", file.toString(), "--format", "CSV");
        assertThat(Files.readString(file)).startsWith("timestamp,");
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() throws Exception {
        assertThat(run(2, "--aggregate", "max")).contains("--aggregate max needs --interval");
        assertThat(run(2, "--wide", "--long")).contains("exclude each other");
        assertThat(run(2, "--interval", "10x")).contains("10x is not a duration");
        assertThat(run(2, "--interval", "0s")).contains("0s is not a duration from 1ms");
        assertThat(run(2, "--interval", "10s", "--aggregate", "mean"))
                .contains("mean is not one of avg, min");
        assertThat(run(2, "--time-zone", "Europe/Wienna")).contains("did you mean Europe/Vienna?");
        String file = folder.resolve("out.csv").toString();
        assertThat(run(2, "--interval", "30h", "--time-zone", "Europe/Vienna", "--out", file))
                .contains("must be whole days");
        assertThat(run(2, "--tags", "factory/energy/power", "--out", file))
                .contains("factory/energy/power is not a stored tag; did you mean");
        assertThat(run(2, "--out", folder.toString())).contains("is a folder");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void howMuchIsDoneIsAShareOfWhatThereIs() {
        ExportRequest all = new ExportRequest(List.of(POWER), Instant.MIN, Instant.MAX);
        try (ExportRun run =
                new ExportRun(
                        HistoryLocation.inFiles(data.resolve("historian.db")),
                        all,
                        InstantSource.fixed(START))) {
            assertThat(run.share(START)).contains(0L);
            assertThat(run.share(START.plusSeconds(750))).contains(50L);
            assertThat(run.share(START.plusSeconds(9_000))).contains(100L);
        }
        try (ExportRun run =
                new ExportRun(
                        HistoryLocation.inFiles(folder.resolve("none.db")),
                        all,
                        InstantSource.fixed(START))) {
            assertThat(run.share(START)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void aProcessThatEndsWaitsUntilNothingOfTheExportIsLeft() throws Exception {
        HistoryLocation database = HistoryLocation.inFiles(data.resolve("historian.db"));
        ExportRequest all = new ExportRequest(List.of(POWER), Instant.MIN, Instant.MAX);
        CompletableFuture<Void> end = new CompletableFuture<>();
        try (ExportRun run = new ExportRun(database, all, InstantSource.system())) {
            ExportResult result =
                    Export.toFile(
                            database,
                            all,
                            ExportForm.plain(ExportFormat.CSV),
                            folder.resolve("out.csv"),
                            (rows, through) -> {
                                var _ =
                                        CompletableFuture.runAsync(run::end)
                                                .thenRun(() -> end.complete(null));
                                while (run.reached(rows, through)) {
                                    Thread.onSpinWait();
                                }
                                return false;
                            });
            assertThat(result.cancelled()).isTrue();
            assertThat(end).isNotDone();
        }
        end.get();
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFormatThatIsNotInstalledSaysWhatToAdd() {
        Path file = folder.resolve("out.parquet");
        assertThat(run(2, "--out", file.toString()))
                .contains("What writes parquet is not installed; put the files of")
                .contains("into the folder " + data.resolve("plugins"));
        assertThat(folder).isEmptyDirectory();
    }
}
