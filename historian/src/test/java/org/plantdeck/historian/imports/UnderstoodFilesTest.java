package org.plantdeck.historian.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plantdeck.historian.imports.ImportRequest.Names;
import org.plantdeck.historian.imports.ImportRequest.Shape;
import org.plantdeck.historian.imports.ImportRequest.Times;
import org.plantdeck.historian.imports.ImportResult.Use;
import org.plantdeck.historian.recorded.RecordedHistory;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.signal.PartFailure;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Other people's files: their separators, times, columns and encodings. */
class UnderstoodFilesTest {

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
}
