package org.plantdeck.historian.export;

import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.TagType;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures how many rows a second are written as CSV, beside Jackson's CSV writer on the same rows
 * with the same bytes as the outcome. Run by hand: the main method, with the folder to write to as
 * its first argument and how many rows as its second.
 */
final class CsvThroughput {

    private static final Instant START = Instant.parse("2026-11-21T06:00:00Z");

    private static final String NAME = "factory/energy/power_consumption";

    private CsvThroughput() {}

    /** What a row holds. */
    private enum Shape {
        /** The tag, a word, and a number with two decimals. */
        LONG,
        /** Eight numbers with one to three decimals. */
        WIDE,
        /** Eight numbers with all their digits, such as means. */
        DIGITS
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of(arguments[0]), "csv");
        int rows = Integer.parseInt(arguments[1]);
        Path ours = folder.resolve("plantdeck.csv");
        Path theirs = folder.resolve("jackson.csv");
        for (Shape shape : Shape.values()) {
            Table table = Table.of(shape);
            double best = 0;
            double jackson = 0;
            for (int round = 0; round < 4; round++) {
                best = Math.max(best, rowsASecond(ours, rows, out -> plantDeck(out, table, rows)));
                jackson =
                        Math.max(
                                jackson,
                                rowsASecond(theirs, rows, out -> jackson(out, table, rows)));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-6s plantdeck %.2f M rows/s, jackson %.2f M rows/s, ratio %.2f, %d MB,"
                            + " first difference at %d%n",
                    shape,
                    best / 1e6,
                    jackson / 1e6,
                    best / jackson,
                    Files.size(ours) >> 20,
                    Files.mismatch(ours, theirs));
        }
        Files.delete(ours);
        Files.delete(theirs);
        Files.delete(folder);
    }

    /** Writes a file. */
    private interface Writing {
        void to(OutputStream out) throws Exception;
    }

    /** Rows for each second of processor, which other work on the machine takes nothing from. */
    private static double rowsASecond(Path file, int rows, Writing writing) throws Exception {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try (OutputStream out = Files.newOutputStream(file)) {
            writing.to(out);
        }
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        return rows / (nanos / 1e9);
    }

    /** A thousand rows, which are written again and again with other times. */
    private record Table(List<ExportColumn> columns, boolean named, double[][] numbers) {

        static Table of(Shape shape) {
            List<ExportColumn> columns = new ArrayList<>();
            int width = shape == Shape.LONG ? 1 : 8;
            if (shape == Shape.LONG) {
                columns.add(new ExportColumn("tag", "", TagType.TEXT));
            }
            for (int i = 0; i < width; i++) {
                columns.add(new ExportColumn("factory/line1/tag" + i, "kW", TagType.NUMBER));
            }
            double[][] numbers = new double[1_000][width];
            for (int i = 0; i < numbers.length; i++) {
                for (int c = 0; c < width; c++) {
                    double decimals = new double[] {100, 10, 1_000}[c % 3];
                    double value = (i * 7_919 + c * 104_729) % 1_000_000 / decimals;
                    numbers[i][c] = shape == Shape.DIGITS ? value / 7 : value;
                }
            }
            return new Table(columns, shape == Shape.LONG, numbers);
        }
    }

    private static void plantDeck(OutputStream out, Table table, int rows) throws Exception {
        ExportRow row = new ExportRow(table.columns().size());
        RowWriter writer = RowWriter.csv(out, Optional.empty());
        writer.begin(table.columns(), table.columns());
        int first = table.named() ? 1 : 0;
        for (int i = 0; i < rows; i++) {
            row.begin(START.toEpochMilli() + 1_000L * i, "r1");
            if (table.named()) {
                row.setText(0, NAME);
            }
            double[] numbers = table.numbers()[i % table.numbers().length];
            for (int c = 0; c < numbers.length; c++) {
                row.setReal(c + first, numbers[c]);
            }
            writer.row(row);
        }
        writer.end();
    }

    private static void jackson(OutputStream out, Table table, int rows) throws Exception {
        CsvSchema.Builder schema = CsvSchema.builder().addColumn("timestamp");
        table.columns().forEach(column -> schema.addColumn(column.name()));
        CsvFactory factory =
                CsvFactory.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
        try (CsvGenerator csv = factory.createGenerator(new BufferedOutputStream(out, 1 << 16))) {
            csv.setSchema(schema.setUseHeader(true).build());
            for (int i = 0; i < rows; i++) {
                csv.writeStartArray();
                csv.writeString(IsoTime.format(START.plusSeconds(i)));
                if (table.named()) {
                    csv.writeString(NAME);
                }
                for (double number : table.numbers()[i % table.numbers().length]) {
                    csv.writeNumber(number);
                }
                csv.writeEndArray();
            }
        }
    }
}
