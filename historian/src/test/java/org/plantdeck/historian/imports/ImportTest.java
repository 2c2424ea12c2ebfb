package org.plantdeck.historian.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plantdeck.historian.TestReadings;
import org.plantdeck.historian.imports.ImportRequest.Names;
import org.plantdeck.historian.imports.ImportRequest.Shape;
import org.plantdeck.historian.imports.ImportRequest.Times;
import org.plantdeck.historian.imports.ImportResult.Outcome;
import org.plantdeck.historian.imports.ImportResult.Use;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.ReadingBatch;
import org.plantdeck.historian.store.ReadingStore;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.historian.store.TrendQuery;
import org.plantdeck.historian.store.TrendSeries;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Observation;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.Value;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Other people's files, lines that cannot be read, and where what is imported can be seen. */
class ImportTest {

    @TempDir private Path folder;
    private ImportGround ground;
    private Path history;

    @BeforeEach
    void lay() {
        ground = new ImportGround(folder);
        history = ground.history("plant");
    }

    private static ImportRequest named(Path file, Names names) {
        return new ImportRequest(file, Shape.OPEN, Times.OPEN, names, false);
    }

    private static Names topic(String topic) {
        return new Names(Map.of(), Optional.of(topic), Set.of(), false, Optional.empty());
    }

    @Test
    void aGermanSpreadsheetIsUnderstood() throws Exception {
        Path file =
                ground.file(
                        "\uFEFFZeit;Druck;Läuft;Schicht",
                        ";bar;;",
                        "24.11.2026 08:00:00;5,25;true;Früh",
                        "24.11.2026 08:00:01;-0,5;false;\"Spät; lang\"",
                        "24.11.2026 08:00:02;;;");
        Shape units =
                new Shape(Optional.empty(), Optional.empty(), Optional.empty(), 0, true, Set.of());
        Times vienna =
                new Times(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ZoneId.of("Europe/Vienna")));
        ImportResult result =
                ImportGround.run(
                        history,
                        new ImportRequest(file, units, vienna, topic("hall/press"), false));
        assertThat(result.badLines()).isEmpty();
        assertThat(
                        ground.exported(
                                history,
                                "hall/press/Druck",
                                "hall/press/Läuft",
                                "hall/press/Schicht"))
                .isEqualTo(
                        """
                        timestamp,hall/press/Druck,hall/press/Läuft,hall/press/Schicht
                        2026-11-24T07:00:00.000Z,5.25,true,Früh
                        2026-11-24T07:00:01.000Z,-0.5,false,Spät; lang
                        2026-11-24T07:00:02.000Z,,,
                        """);
        try (HistorianQueries queries = RecordedHistory.open(history)) {
            assertThat(queries.tags("hall/press").getFirst().unit()).isEqualTo("bar");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-21T06:00:00.250Z | 2026-11-21T06:00:00.250Z",
                "2026-11-21T06:00:00+02:00 | 2026-11-21T04:00:00.000Z",
                "2026-11-21 06:00 | 2026-11-21T06:00:00.000Z",
                "2026-11-21 06:00:00.123456 +0100 | 2026-11-21T05:00:00.123Z",
                "1795240800 | 2026-11-21T06:00:00.000Z",
                "1795240800.5 | 2026-11-21T06:00:00.500Z",
                "1795240800250 | 2026-11-21T06:00:00.250Z",
                "1795240800250000 | 2026-11-21T06:00:00.250Z",
                "21.11.2026 6:00 | 2026-11-21T06:00:00.000Z",
                "21/11/2026 06:00:30 | 2026-11-21T06:00:30.000Z",
                "11/21/2026 06:00:30 PM | 2026-11-21T18:00:30.000Z",
                "2026/11/21 06:00:30.125 | 2026-11-21T06:00:30.125Z",
                "2026-11-21 | 2026-11-21T00:00:00.000Z",
            })
    void timesOfManyKindsAreFoundOut(String written, String meant) throws Exception {
        Path file = ground.file("when,it/x", written.strip() + ",1");
        ImportGround.run(history, ImportRequest.of(file));
        assertThat(ground.exported(history, "it/x"))
                .isEqualTo("timestamp,it/x\n" + meant.strip() + ",1\n");
    }

    @Test
    void aDayThatMayBeAMonthIsAskedFor() throws Exception {
        Path file = ground.file("time,it/x", "04/05/2026 10:00,1");
        assertThatThrownBy(() -> ImportGround.run(history, ImportRequest.of(file)))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("may be d/M/yyyy H:mm or M/d/yyyy H:mm")
                .hasMessageContaining("--time-format");
        Times said = new Times(Optional.empty(), Optional.of("dd/MM/yyyy HH:mm"), Optional.empty());
        ImportGround.run(history, new ImportRequest(file, Shape.OPEN, said, Names.OPEN, false));
        assertThat(ground.exported(history, "it/x")).contains("2026-05-04T10:00:00.000Z,1");
    }

    @Test
    void anHourThatComesTwiceIsToldApartByTheOrderOfLines() throws Exception {
        Path file =
                ground.file(
                        "time,it/x",
                        "2026-10-25 01:59,1",
                        "2026-10-25 02:30,2",
                        "2026-10-25 02:30,3",
                        "2026-10-25 02:10,4",
                        "2026-10-25 03:00,5");
        Times vienna =
                new Times(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ZoneId.of("Europe/Vienna")));
        ImportGround.run(history, new ImportRequest(file, Shape.OPEN, vienna, Names.OPEN, false));
        assertThat(ground.exported(history, "it/x"))
                .isEqualTo(
                        """
                        timestamp,it/x
                        2026-10-24T23:59:00.000Z,1
                        2026-10-25T00:30:00.000Z,3
                        2026-10-25T01:10:00.000Z,4
                        2026-10-25T02:00:00.000Z,5
                        """);
    }

    private Path withBadLines() throws Exception {
        return ground.file(
                "time,it/x,it/y",
                "2026-11-21T06:00:00Z,1,a",
                "2026-11-21T06:00:01Z,none,\"two",
                "lines\"",
                "yesterday,3,c",
                "2026-11-21T06:00:03Z,4",
                "",
                "2026-11-21T06:00:04Z,5,\"x\"y",
                "2026-11-21T06:00:05Z,6,f");
    }

    @Test
    void badLinesAreNumberedAndKeepEverythingOut() throws Exception {
        Path file = withBadLines();
        ImportResult result = ImportGround.run(history, ImportRequest.of(file));
        assertThat(result.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(result.badCount()).isEqualTo(4);
        assertThat(result.badLines())
                .containsExactly(
                        new BadLine(3, "it/x: \"none\" is no number"),
                        new BadLine(5, "\"yesterday\" is no time (ISO 8601)"),
                        new BadLine(6, "it has 2 cells instead of 3"),
                        new BadLine(8, "there is text behind a closing quote"));
        assertThat(history).doesNotExist();
        assertThat(RecordedHistory.archiveOf(history)).isEmptyDirectory();
        assertThat(ImportGround.check(history, ImportRequest.of(file)).badLines())
                .isEqualTo(result.badLines());
    }

    @Test
    void badLinesAreLeftOutWhereThatIsAskedFor() throws Exception {
        ImportRequest request =
                new ImportRequest(withBadLines(), Shape.OPEN, Times.OPEN, Names.OPEN, true);
        ImportResult result = ImportGround.run(history, request);
        assertThat(result.outcome()).isEqualTo(Outcome.IMPORTED);
        assertThat(result.badCount()).isEqualTo(4);
        assertThat(ground.exported(history, "it/x", "it/y"))
                .isEqualTo(
                        """
                        timestamp,it/x,it/y
                        2026-11-21T06:00:00.000Z,1,a
                        2026-11-21T06:00:05.000Z,6,f
                        """);
    }

    @Test
    void aHundredBadLinesAreSaidAndTheOthersCounted() throws Exception {
        List<String> lines = new ArrayList<>(List.of("time,it/x", "2026-11-21T06:00:00Z,1"));
        for (int i = 0; i < 150; i++) {
            lines.add("never," + i);
        }
        Path file = ground.file(lines.toArray(String[]::new));
        Times iso = new Times(Optional.empty(), Optional.of("iso"), Optional.empty());
        ImportResult result =
                ImportGround.check(
                        history, new ImportRequest(file, Shape.OPEN, iso, Names.OPEN, false));
        assertThat(result.badCount()).isEqualTo(150);
        assertThat(result.badLines()).hasSize(100);
        assertThat(result.lines()).isEqualTo(151);
    }

    @Test
    void columnsAreMappedIgnoredOrAskedFor() throws Exception {
        Path file =
                ground.file(
                        "remark\ttime\tp\tfactory/line1/pressure",
                        "fine\t2026-11-21T06:00:00Z\t7\t5.5");
        assertThatThrownBy(() -> ImportGround.run(history, ImportRequest.of(file)))
                .isInstanceOf(PartFailure.class)
                .hasMessageContaining("The column remark is no tag")
                .hasMessageContaining("--map");
        Names mapped =
                new Names(
                        Map.of("p", "other/pressure"),
                        Optional.empty(),
                        Set.of("remark"),
                        false,
                        Optional.empty());
        ImportResult result = ImportGround.run(history, named(file, mapped));
        assertThat(result.file().columns())
                .containsExactly(
                        new ImportResult.Column("remark", Use.LEFT_OUT, "", 0),
                        new ImportResult.Column("time", Use.TIME, "", 0),
                        new ImportResult.Column("p", Use.VALUE, "other/pressure", 1),
                        new ImportResult.Column(
                                "factory/line1/pressure", Use.VALUE, "factory/line1/pressure", 1));
        assertThat(ground.exported(history, "other/pressure", "factory/line1/pressure"))
                .contains("2026-11-21T06:00:00.000Z,7,5.5\n");
    }

    @Test
    void anEncodingIsNamedWhereItIsNotUtf8() throws Exception {
        Path file = folder.resolve("latin.csv");
        Files.write(
                file,
                "time,it/x\n2026-11-21T06:00:00Z,grün\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(ImportGround.run(history, ImportRequest.of(file)).badLines().getFirst().reason())
                .contains("is not in the file's encoding");
        Shape latin =
                new Shape(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(StandardCharsets.ISO_8859_1),
                        0,
                        false,
                        Set.of());
        ImportGround.run(history, new ImportRequest(file, latin, Times.OPEN, Names.OPEN, false));
        assertThat(ground.exported(history, "it/x")).contains(",grün\n");
    }

    @Test
    void linesInAnyOrderOverManyHoursBecomeOneHistory() throws Exception {
        List<String> lines = new ArrayList<>(List.of("time;tag;value"));
        Instant start = Instant.parse("2026-11-01T00:00:00Z");
        for (int i = 0; i < 5_000; i++) {
            int number = i * 2_467 % 5_000;
            lines.add(start.plusSeconds(number * 97L) + ";it/x;" + number);
        }
        ImportGround.run(history, ImportRequest.of(ground.file(lines.toArray(String[]::new))));
        List<String> exported = ground.exported(history, "it/x").lines().skip(1).toList();
        assertThat(exported).hasSize(5_000);
        for (int i = 0; i < exported.size(); i++) {
            assertThat(exported.get(i)).endsWith("Z," + i);
        }
    }

    @Test
    void whatIsImportedStandsInTrends() throws Exception {
        record(FactorySource.LINE, 30);
        List<String> lines = new ArrayList<>(List.of("time,factory/line1/pressure,it/x"));
        for (int i = 0; i < 100; i++) {
            lines.add(TestReadings.START.plusSeconds(i) + "," + (100 + i) + "," + i);
        }
        ImportGround.run(history, ImportRequest.of(ground.file(lines.toArray(String[]::new))));
        assertThat(trend("factory/line1", "pressure").maximum(0)).isEqualTo(199.0);
        assertThat(trend("factory/line1", "pressure").minimum(0)).isEqualTo(100.0);
        assertThat(trend("factory/line1", "pressure").count(0)).isEqualTo(100);
        assertThat(trend("it", "x").maximum(0)).isEqualTo(99.0);
    }

    private TrendSeries trend(String topic, String key) throws Exception {
        try (HistorianQueries queries = RecordedHistory.open(history)) {
            StoredTag tag =
                    queries.tags(topic).stream()
                            .filter(it -> it.key().equals(key))
                            .findFirst()
                            .orElseThrow();
            return queries.trend(
                            new TrendQuery(
                                    topic,
                                    List.of(tag),
                                    TestReadings.START,
                                    TestReadings.START.plusSeconds(200),
                                    2,
                                    Optional.empty()),
                            () -> false)
                    .orElseThrow()
                    .getFirst();
        }
    }

    private void record(FactorySource source, int count) throws Exception {
        try (ReadingStore store = ImportGround.recording(history)) {
            for (int i = 1; i <= count; i++) {
                store.append(ReadingBatch.of(List.of(TestReadings.reading(source, "r1", i))));
            }
        }
    }

    @Test
    void whatWasRecordedJustNowIsReplacedToo() throws Exception {
        try (ReadingStore store = ImportGround.recording(history)) {
            store.append(
                    new ReadingBatch(
                            List.of(),
                            List.of(
                                    new Observation(
                                            "it",
                                            TestReadings.START,
                                            Leaves.builder().put("x", Value.of(1.5)).build())),
                            0,
                            0));
        }
        ImportGround.run(
                history, ImportRequest.of(ground.file("time,it/x", TestReadings.START + ",2.5")));
        assertThat(ground.exported(history, "it/x")).contains("Z,2.5\n").doesNotContain("1.5");
    }

    @Test
    void readingsOfThePlantKeepWhatAFileDoesNotSay() throws Exception {
        record(FactorySource.LINE, 3);
        String[] tags = {
            "factory/line1/run",
            "factory/line1/sequence",
            "factory/line1/status",
            "factory/line1/pressure"
        };
        String before = ground.exported(history, tags);
        ImportGround.run(
                history,
                ImportRequest.of(
                        ground.file(
                                "time,factory/line1/pressure",
                                TestReadings.START.plusSeconds(2) + ",77.5",
                                TestReadings.START.plusMillis(2_500) + ",78.5",
                                TestReadings.START.plusSeconds(9) + ",79.5")));
        List<String> lines = new ArrayList<>(before.lines().toList());
        lines.set(2, lines.get(2).substring(0, lines.get(2).lastIndexOf(',')) + ",77.5");
        assertThat(ground.exported(history, tags).lines().toList())
                .containsAll(lines)
                .anyMatch(it -> it.contains("06:00:02.500Z,r1,-") && it.endsWith(",,78.5"))
                .anyMatch(it -> it.contains("06:00:09.000Z,,-") && it.endsWith(",,79.5"))
                .hasSize(lines.size() + 2);
        try (HistorianQueries queries = RecordedHistory.open(history)) {
            assertThat(queries.counts().missing()).isZero();
            assertThat(queries.counts().stored()).isEqualTo(5);
        }
    }
}
