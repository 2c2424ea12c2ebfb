package org.plantdeck.historian.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.signal.PartFailure;
import org.plantdeck.signal.Value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What each format gives is read back by somebody else's reader. */
class RowWriterTest {

    private static final String SPECIAL = "held, \"by\"\r\nthe \\operator\t\u0001 Öl \uD83D\uDE00";
    private static final Optional<ZoneId> VIENNA = Optional.of(ZoneId.of("Europe/Vienna"));

    @TempDir private Path folder;

    private static GivenRows rows() {
        return new GivenRows("real", "whole", "flag", "a \"text\"")
                .add(
                        "2026-11-21T06:00:01.007Z",
                        Value.of(-0.45),
                        Value.of(7L),
                        Value.of(true),
                        Value.of(SPECIAL))
                .add(
                        "2026-11-21T06:00:02Z",
                        Value.of(Double.NaN),
                        Value.of(Long.MAX_VALUE),
                        Value.of(false),
                        Value.of(""))
                .add(
                        "2026-11-21T06:00:03Z",
                        Value.of(Double.NEGATIVE_INFINITY),
                        Value.absent(),
                        Value.absent(),
                        Value.absent());
    }

    private static String json(RowSource rows, boolean lines) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GivenRows.write(rows, new JsonRowWriter(new TextBytes(out), new RowTimes(VIENNA), lines));
        return out.toString(UTF_8);
    }

    @Test
    void jsonIsReadByJackson() throws Exception {
        JsonNode read = new ObjectMapper().readTree(json(rows(), false));

        assertThat(read).hasSize(3);
        JsonNode first = read.get(0);
        assertThat(first.get("timestamp").textValue()).isEqualTo("2026-11-21T07:00:01.007+01:00");
        assertThat(first.get("real").isDouble()).isTrue();
        assertThat(first.get("real").doubleValue()).isEqualTo(-0.45);
        assertThat(first.get("whole").longValue()).isEqualTo(7);
        assertThat(first.get("flag").booleanValue()).isTrue();
        assertThat(first.get("a \"text\"").textValue()).isEqualTo(SPECIAL);
        assertThat(read.get(1).get("real").textValue()).isEqualTo("NaN");
        assertThat(read.get(1).get("whole").longValue()).isEqualTo(Long.MAX_VALUE);
        assertThat(read.get(2).get("real").textValue()).isEqualTo("-Infinity");
        assertThat(read.get(2).get("whole").isNull()).isTrue();
        assertThat(new ObjectMapper().readTree(json(new GivenRows("none"), false))).isEmpty();
    }

    @Test
    void eachLineOfNdjsonIsAnObjectOfItsOwn() throws Exception {
        List<String> lines = json(rows(), true).lines().toList();
        JsonNode all = new ObjectMapper().readTree(json(rows(), false));

        assertThat(lines).hasSize(3);
        for (int i = 0; i < lines.size(); i++) {
            assertThat(new ObjectMapper().readTree(lines.get(i))).isEqualTo(all.get(i));
        }
        assertThat(json(new GivenRows("none"), true)).isEmpty();
    }

    @Test
    void anyTextComesOutOfCsvAsItWentIn() throws Exception {
        Random random = new Random(5);
        String letters = "ab ,;\"\"\n\r\t'ö€\uD83D\uDE00=0.1";
        GivenRows rows = new GivenRows("a", "b");
        List<String[]> expected = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String one = text(random, letters);
            String other = text(random, letters);
            rows.add(i, "r1", Value.of(one), Value.of(other));
            expected.add(
                    new String[] {
                        new RowTimes(Optional.empty()).text(i), one, other,
                    });
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GivenRows.write(rows, RowWriter.csv(out, Optional.empty()));

        try (MappingIterator<String[]> read =
                new CsvMapper()
                        .readerFor(String[].class)
                        .with(CsvParser.Feature.WRAP_AS_ARRAY)
                        .readValues(out.toByteArray())) {
            assertThat(read.next()).containsExactly("timestamp", "a", "b");
            for (String[] row : expected) {
                assertThat(read.next()).containsExactly(row);
            }
            assertThat(read.hasNext()).isFalse();
        }
    }

    private static String text(Random random, String letters) {
        int[] points = letters.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return text.toString();
    }

    @Test
    void aTextLongerThanWhatIsGatheredComesThrough() throws Exception {
        String plain = "x".repeat(200_000);
        String wide = "ö".repeat(60_000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GivenRows.write(
                new GivenRows("a", "b").add(0, "r1", Value.of(plain), Value.of(wide)),
                RowWriter.csv(out, Optional.empty()));

        assertThat(out.toString(UTF_8))
                .isEqualTo("timestamp,a,b\n1970-01-01T00:00:00.000Z," + plain + "," + wide + "\n");
    }

    private static List<List<Row>> sheets(ByteArrayOutputStream out) throws Exception {
        List<List<Row>> sheets = new ArrayList<>();
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(
                        new ByteArrayInputStream(out.toByteArray()),
                        new ReadingOptions(true, false))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                sheets.add(sheet.read());
            }
        }
        return sheets;
    }

    @Test
    void anExcelWorkbookHoldsNumbersAndDates() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GivenRows.write(rows(), new XlsxRowWriter(out, new RowTimes(VIENNA), 1_000));
        List<Row> read = sheets(out).getFirst();

        assertThat(read).hasSize(4);
        assertThat(read.getFirst().getCellText(0)).isEqualTo("timestamp (Europe/Vienna)");
        assertThat(read.getFirst().getCellText(4)).isEqualTo("a \"text\"");
        Row first = read.get(1);
        assertThat(first.getCell(0).getType()).isEqualTo(CellType.NUMBER);
        assertThat(first.getCell(0).getDataFormatString()).isEqualTo("yyyy-mm-dd hh:mm:ss.000");
        assertThat(first.getCellAsDate(0)).contains(LocalDateTime.parse("2026-11-21T07:00:01.007"));
        assertThat(first.getCellAsNumber(1)).contains(new BigDecimal("-0.45"));
        assertThat(first.getCellAsNumber(2)).contains(new BigDecimal("7"));
        assertThat(first.getCellAsBoolean(3)).contains(true);
        assertThat(read.get(2).getCellAsString(1)).contains("NaN");
        assertThat(read.get(3).getCellCount()).isEqualTo(2);
        assertThat(sheets(out).getLast().get(1).getCellText(1)).isEqualTo("kW");
    }

    @Test
    void rowsBeyondASheetGoOnOnTheNext() throws Exception {
        GivenRows rows = new GivenRows("n");
        for (int i = 0; i < 25; i++) {
            rows.add(i, "r1", Value.of((long) i));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GivenRows.write(rows, new XlsxRowWriter(out, new RowTimes(Optional.empty()), 11));
        List<List<Row>> sheets = sheets(out);

        assertThat(sheets.stream().map(List::size)).containsExactly(11, 11, 6, 2);
        List<String> read = new ArrayList<>();
        for (List<Row> sheet : sheets.subList(0, 3)) {
            assertThat(sheet.getFirst().getCellText(1)).isEqualTo("n");
            sheet.stream().skip(1).forEach(row -> read.add(row.getCellText(1)));
        }
        assertThat(read).hasSize(25).startsWith("0", "1").endsWith("23", "24");
        assertThat(XlsxRowWriter.SHEET_ROWS).isEqualTo(1 << 20);
    }

    @Test
    void aTextTooLongForExcelIsNamed() {
        GivenRows rows = new GivenRows("a").add(0, "r1", Value.of("x".repeat(32_768)));
        assertThatExceptionOfType(PartFailure.class)
                .isThrownBy(() ->
                        GivenRows.write(
                                rows,
                                new XlsxRowWriter(
                                        new ByteArrayOutputStream(),
                                        new RowTimes(Optional.empty()),
                                        10)))
                .withMessage(
                        "A text of 32768 characters in a is more than an Excel cell takes; choose"
                                + " another format");
    }

    @Test
    void anSqliteFileHoldsAnOrdinaryTable() throws Exception {
        Path file = folder.resolve("out.sqlite");
        GivenRows rows = new GivenRows("real", "REAL", "flag", "timestamp");
        for (int i = 0; i < 2_500; i++) {
            rows.add(i, "r1", Value.of(i / 10.0), Value.of(7L), Value.of(true), Value.of("x"));
        }
        rows.add(2_500, "r1", Value.of(Double.NaN), Value.absent(), Value.absent());
        try (RowWriter writer = new SqliteRowWriter(file, new RowTimes(Optional.empty()))) {
            GivenRows.write(rows, writer);
        }

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery(
                            "SELECT count(*), sum(real), sum(real_2), sum(flag) FROM readings")) {
                assertThat(row.getLong(1)).isEqualTo(2_501);
                assertThat(row.getDouble(2)).isEqualTo(312_375.0);
                assertThat(row.getLong(3)).isEqualTo(17_500);
                assertThat(row.getLong(4)).isEqualTo(2_500);
            }
            try (ResultSet row =
                    statement.executeQuery(
                            "SELECT timestamp, timestamp_2, real FROM readings WHERE timestamp >="
                                    + " '1970-01-01T00:00:02.499Z' ORDER BY timestamp")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getString(2)).isEqualTo("x");
                assertThat(row.next()).isTrue();
                assertThat(row.getString(1)).isEqualTo("1970-01-01T00:00:02.500Z");
                assertThat(row.getString(2)).isNull();
                assertThat(row.getString(3)).isEqualTo("NaN");
            }
            try (ResultSet row = statement.executeQuery("SELECT unit FROM tags WHERE tag='real'")) {
                assertThat(row.getString(1)).isEqualTo("kW");
            }
        }
    }
}
