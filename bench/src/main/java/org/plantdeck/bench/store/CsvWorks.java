package org.plantdeck.bench.store;

import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import org.plantdeck.bench.results.Median;
import org.plantdeck.bench.results.Result;
import org.plantdeck.historian.export.ExportColumn;
import org.plantdeck.historian.export.ExportRow;
import org.plantdeck.historian.export.RowWriter;
import org.plantdeck.signal.IsoTime;
import org.plantdeck.signal.TagType;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/**
 * Rows written as CSV, by the writer of exports and by Jackson's, in turns: the same rows, and the
 * same bytes, which is checked. What is written is summed up and thrown away, so that no disk is
 * measured. Threads: one.
 */
final class CsvWorks {

    static final String WORK = "csv-10m-rows";
    static final String JACKSON = "jackson";

    private static final int ROWS = 10_000_000;
    private static final int WARM_ROWS = 500_000;
    private static final int ROUNDS = 3;
    private static final int DIFFERENT_ROWS = 10_007;
    private static final int WIDTH = 8;
    private static final long START_MS = Instant.parse("2026-11-15T00:00:00Z").toEpochMilli();
    private static final double NANOS_A_SECOND = 1e9;

    /** How many decimals the columns have, as a plant publishes them. */
    private static final double[] DECIMALS = {100, 10, 1_000};

    private final double[][] rows = new double[DIFFERENT_ROWS][WIDTH];

    /** Counts and sums up what is written. */
    private static final class Sum extends OutputStream {
        private final CRC32C crc = new CRC32C();
        private long bytes;

        @Override
        public void write(int b) {
            crc.update(b);
            bytes++;
        }

        @Override
        public void write(byte[] from, int begin, int length) {
            crc.update(from, begin, length);
            bytes += length;
        }
    }

    private interface Writing {
        void to(OutputStream out, int count) throws IOException;
    }

    CsvWorks() {
        for (int i = 0; i < DIFFERENT_ROWS; i++) {
            for (int column = 0; column < WIDTH; column++) {
                long number = (i * 7_919L + column * 104_729L) % 1_000_000;
                rows[i][column] = number / DECIMALS[column % DECIMALS.length];
            }
        }
    }

    /** Measures both. */
    void run(Consumer<Result> found) throws IOException {
        Sum ours = new Sum();
        Sum theirs = new Sum();
        rowsASecond(this::plantDeck, ours, WARM_ROWS);
        rowsASecond(this::jackson, theirs, WARM_ROWS);
        double[] plantDeck = new double[ROUNDS];
        double[] jackson = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            plantDeck[round] = rowsASecond(this::plantDeck, ours, ROWS);
            jackson[round] = rowsASecond(this::jackson, theirs, ROWS);
        }
        if (ours.bytes != theirs.bytes || ours.crc.getValue() != theirs.crc.getValue()) {
            throw new IllegalStateException("the two do not write the same");
        }
        found.accept(new Result(WORK, Kind.PLANTDECK.subject(), Median.of(plantDeck), "rows/s"));
        found.accept(new Result(WORK, JACKSON, Median.of(jackson), "rows/s"));
    }

    private static double rowsASecond(Writing writing, Sum into, int count) throws IOException {
        long before = System.nanoTime();
        writing.to(into, count);
        return count / ((System.nanoTime() - before) / NANOS_A_SECOND);
    }

    private static List<ExportColumn> columns() {
        List<ExportColumn> columns = new ArrayList<>();
        for (int i = 0; i < WIDTH; i++) {
            columns.add(new ExportColumn("factory/line1/tag" + i, "", TagType.NUMBER));
        }
        return columns;
    }

    private void plantDeck(OutputStream out, int count) throws IOException {
        ExportRow row = new ExportRow(WIDTH);
        try (RowWriter writer = RowWriter.csv(out, Optional.empty())) {
            writer.begin(columns(), columns());
            for (int i = 0; i < count; i++) {
                row.begin(START_MS + 1_000L * i, "");
                double[] numbers = rows[i % DIFFERENT_ROWS];
                for (int column = 0; column < WIDTH; column++) {
                    row.setReal(column, numbers[column]);
                }
                writer.row(row);
            }
            writer.end();
        }
    }

    private void jackson(OutputStream out, int count) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder().addColumn("timestamp");
        columns().forEach(column -> schema.addColumn(column.name()));
        CsvFactory factory =
                CsvFactory.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
        try (CsvGenerator csv = factory.createGenerator(out)) {
            csv.setSchema(schema.setUseHeader(true).build());
            for (int i = 0; i < count; i++) {
                csv.writeStartArray();
                csv.writeString(IsoTime.format(Instant.ofEpochMilli(START_MS + 1_000L * i)));
                for (double number : rows[i % DIFFERENT_ROWS]) {
                    csv.writeNumber(number);
                }
                csv.writeEndArray();
            }
        }
    }
}
