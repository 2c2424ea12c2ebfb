package org.plantdeck.historian.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.plantdeck.historian.TestReadings.START;
import static org.plantdeck.historian.TestReadings.at;
import static org.plantdeck.historian.TestReadings.line;
import static org.plantdeck.historian.TestReadings.reading;
import static org.plantdeck.historian.TestReadings.with;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.FactoryTags;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.Reading;
import org.plantdeck.signal.ReadingCodec;
import org.plantdeck.signal.Tag;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class CsvExportTest {

    @TempDir private Path folder;
    private Path database;
    private ReadingStore store;

    @BeforeEach
    void open() throws StoreFailure {
        database = folder.resolve("historian.db");
        store = SqliteReadingStore.open(database);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void append(Reading... readings) throws StoreFailure {
        store.append(ReadingBatch.of(List.of(readings)));
    }

    private static ExportRequest all(String... tags) {
        return new ExportRequest(List.of(tags), Instant.MIN, Instant.MAX);
    }

    private String csv(ExportRequest request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvExport.toStream(() -> RecordedHistory.open(database), request, out, ExportProgress.NONE);
        return out.toString(UTF_8);
    }

    @Test
    void valuesAreWrittenAsPublishedAndQuotedWhereTheyMust() throws Exception {
        Reading reading = with(line(1), "line_speed", Value.of(105.0));
        reading = with(reading, "pressure", Value.of(1L));
        reading = with(reading, "vibration", Value.of(-0.45));
        reading = with(reading, "alarm", Value.of(true));
        reading = with(reading, "status", Value.of("held, \"by\"\nthe operator"));
        reading = with(reading, "mode", Value.of(" Öl "));
        reading = with(reading, "shift.name", Value.of(""));
        append(with(reading, "interlock", Value.absent()), line(2));

        assertThat(
                        csv(
                                new ExportRequest(
                                        List.of(
                                                "factory/line1/line_speed",
                                                "factory/line1/pressure",
                                                "factory/line1/vibration",
                                                "factory/line1/alarm",
                                                "factory/line1/status",
                                                "factory/line1/mode",
                                                "factory/line1/shift.name",
                                                "factory/line1/interlock",
                                                "factory/line1/production_count"),
                                        START,
                                        START.plusSeconds(2))))
                .isEqualTo(
                        """
                        timestamp,factory/line1/line_speed,factory/line1/pressure,\
                        factory/line1/vibration,factory/line1/alarm,factory/line1/status,\
                        factory/line1/mode,factory/line1/shift.name,factory/line1/interlock,\
                        factory/line1/production_count
                        2026-11-21T06:00:01.000Z,105.0,1,-0.45,true,"held, ""by""
                        the operator"," Öl ",,,1
                        """);
    }

    @Test
    void everyNumberReadsAsItDidInTheBody() throws Exception {
        Reading reading = reading(FactorySource.ENERGY, "r", 7);
        reading = with(reading, "energy_total", Value.of(12_345_678.9));
        reading = with(reading, "frequency", Value.of(1.0E-5));
        append(reading);
        String body = new String(ReadingCodec.encode(reading), UTF_8);
        List<Tag> numbers =
                FactoryTags.all(FactorySource.ENERGY).stream()
                        .filter(tag -> !tag.key().contains(".") && tag.type() == TagType.NUMBER)
                        .toList();
        String[] cells =
                csv(all(numbers.stream().map(Tag::name).toArray(String[]::new)))
                        .lines()
                        .toList()
                        .get(1)
                        .split(",", -1);

        for (int i = 0; i < numbers.size(); i++) {
            assertThat(body).contains("\"" + numbers.get(i).key() + "\":" + cells[i + 1] + ",");
        }
    }

    @Test
    void severalSourcesShareTheRowOfTheirInstantAndLeaveTheirCellsEmptyElsewhere()
            throws Exception {
        append(
                line(1),
                reading(FactorySource.ENERGY, "r1", 1),
                reading(FactorySource.ENERGY, "r1", 2),
                at(FactorySource.ENVIRONMENT, "r1", 1, START.plusMillis(1500)),
                reading(FactorySource.LINE, "r2", 2));

        assertThat(
                        csv(
                                all(
                                        "factory/energy/sequence",
                                        "factory/line1/run",
                                        "factory/line1/sequence",
                                        "factory/environment/sequence")))
                .isEqualTo(
                        """
                        timestamp,factory/energy/sequence,factory/line1/run,\
                        factory/line1/sequence,factory/environment/sequence
                        2026-11-21T06:00:01.000Z,1,r1,1,
                        2026-11-21T06:00:01.500Z,,,,1
                        2026-11-21T06:00:02.000Z,2,,,
                        2026-11-21T06:00:02.000Z,,r2,2,
                        """);
    }

    @Test
    void withoutTagsEveryStoredTagIsExportedAlsoThoseThatCameLater() throws Exception {
        append(with(line(1), "gearbox.oil", Value.of(5.5)));
        String header = csv(all()).lines().findFirst().orElseThrow();

        List<String> expected = new ArrayList<>(List.of("timestamp"));
        for (FactorySource source : FactorySource.values()) {
            FactoryTags.all(source).forEach(tag -> expected.add(tag.name()));
            if (source == FactorySource.LINE) {
                expected.add("factory/line1/gearbox.oil");
            }
        }
        assertThat(header.split(",", -1)).isEqualTo(expected.toArray());
        assertThat(csv(all("factory/line1/gearbox.oil"))).endsWith("Z,5.5\n");
    }

    @Test
    void anUnknownTagNamesTheNearest() {
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> csv(all("factory/energy/power_consumtion")))
                .withMessage(
                        "factory/energy/power_consumtion is not a stored tag; did you mean"
                                + " factory/energy/power_consumption?");
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> csv(all("voltages_L2")))
                .withMessageContaining("did you mean factory/energy/voltages.L2?");
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefused() {
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() -> csv(new ExportRequest(List.of(), START, START)))
                .withMessage(
                        "The range ends at 2026-11-21T06:00:00Z, which is not after"
                                + " 2026-11-21T06:00:00Z");
    }

    @Test
    void aFileAppearsUnderItsNameOnlyWhenItIsComplete() throws Exception {
        append(line(1), line(2), reading(FactorySource.LINE, "r2", 1));
        Path file = Files.writeString(folder.resolve("out.csv"), "an older export");
        ExportRequest request = all("factory/line1/production_count");

        ExportResult result =
                CsvExport.toFile(
                        () -> RecordedHistory.open(database), request, file, ExportProgress.NONE);

        assertThat(result).isEqualTo(new ExportResult(3, 2, false));
        assertThat(Files.readString(file)).isEqualTo(csv(request));
        assertThat(folder.resolve("out.csv.part")).doesNotExist();
    }

    @Test
    void aCancelledExportLeavesNothingBehind() throws Exception {
        List<Reading> readings = new ArrayList<>();
        for (long sequence = 1; sequence <= 2_500; sequence++) {
            readings.add(line(sequence));
        }
        store.append(ReadingBatch.of(readings));
        Path file = Files.writeString(folder.resolve("out.csv"), "an older export");
        List<String> heard = new ArrayList<>();

        ExportResult result =
                CsvExport.toFile(
                        () -> RecordedHistory.open(database),
                        all("factory/line1/status"),
                        file,
                        (rows, through) -> {
                            heard.add(rows + " " + through);
                            return rows < 2_000;
                        });

        assertThat(result).isEqualTo(new ExportResult(2_000, 1, true));
        assertThat(heard).containsExactly("1000 2026-11-21T06:16:40Z", "2000 2026-11-21T06:33:20Z");
        assertThat(Files.readString(file)).isEqualTo("an older export");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(it -> it.getFileName().toString())).doesNotContain("out.csv.part");
        }
    }

    @Test
    void whatCannotBeWrittenIsNamed() {
        Path nowhere = folder.resolve("no").resolve("out.csv");
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() ->
                        CsvExport.toFile(
                                () -> RecordedHistory.open(database),
                                all(),
                                nowhere,
                                ExportProgress.NONE))
                .withMessage(nowhere + " cannot be written: its folder does not exist");
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() ->
                        CsvExport.toFile(
                                () -> RecordedHistory.open(database),
                                all(),
                                folder,
                                ExportProgress.NONE))
                .withMessage(folder + " is a folder; name a file in it");
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() ->
                        CsvExport.toStream(
                                () -> RecordedHistory.open(database),
                                all(),
                                full,
                                ExportProgress.NONE))
                .withMessage(
                        "The export cannot be written: the disk is full; free some space and"
                                + " export again");
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() ->
                        CsvExport.toStream(
                                () -> RecordedHistory.open(folder.resolve("none.db")),
                                all(),
                                full,
                                ExportProgress.NONE))
                .withMessageContaining("There is no historian database at");
    }
}
