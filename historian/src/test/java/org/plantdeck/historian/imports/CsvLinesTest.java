package org.plantdeck.historian.imports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class CsvLinesTest {

    private static List<List<String>> read(String text) throws IOException {
        List<List<String>> records = new ArrayList<>();
        try (CsvLines lines = new CsvLines(new StringReader(text), ',')) {
            while (lines.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < lines.size(); i++) {
                    cells.add(lines.text(i));
                }
                lines.fault().ifPresent(cells::add);
                records.add(cells);
            }
        }
        return records;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void anyEndOfALineEndsIt(String end) throws Exception {
        assertThat(read("a,b" + end + end + "1," + end + ",2" + end + "3,\"4\"" + end + "5,6"))
                .containsExactly(
                        List.of("a", "b"),
                        List.of("1", ""),
                        List.of("", "2"),
                        List.of("3", "4"),
                        List.of("5", "6"));
    }

    @Test
    void quotesHoldWhatWouldEndACell() throws Exception {
        assertThat(read("\"a,b\",\"say \"\"so\"\"\",\"two\nlines\", x ,\" y \"\n\"\"\n"))
                .containsExactly(
                        List.of("a,b", "say \"so\"", "two\nlines", "x", " y "), List.of(""));
    }

    @Test
    void aLineIsNumberedWhereItBegins() throws Exception {
        List<Long> numbers = new ArrayList<>();
        try (CsvLines lines =
                new CsvLines(new StringReader("a\n\n\"b\nb\"\r\nc\n\"d\n\nd\"\ne"), ',')) {
            while (lines.next()) {
                numbers.add(lines.line());
            }
        }
        assertThat(numbers).containsExactly(1L, 3L, 5L, 6L, 9L);
    }

    @Test
    void aQuoteThatIsNotClosedIsAFaultOfItsRecord() throws Exception {
        assertThat(read("a,\"b\n")).containsExactly(List.of("a", "b\n", "a quote is not closed"));
        assertThat(read("1,\"2\"x,3\n4,5"))
                .containsExactly(
                        List.of("1", "2", "there is text behind a closing quote"),
                        List.of("4", "5"));
        String filling = "x".repeat(CsvLines.RECORD_MAX + 5);
        assertThat(read("1,\"" + filling + "\n2,3").getLast()).containsExactly("2", "3");
    }

    @Test
    void whatIsQuotedComesBackWhereverABufferEnds() throws Exception {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        List<List<String>> wanted = new ArrayList<>();
        for (int row = 0; row < 20_000; row++) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                String cell = "c" + "a\"\n,\r é".charAt(random.nextInt(7)) + "d";
                cells.add(cell);
                text.append(i == 0 ? "" : ",").append('"');
                text.append(cell.replace("\"", "\"\"")).append('"');
            }
            text.append(row % 2 == 0 ? "\n" : "\r\n");
            wanted.add(cells);
        }
        assertThat(read(text.toString())).isEqualTo(wanted);
    }
}
