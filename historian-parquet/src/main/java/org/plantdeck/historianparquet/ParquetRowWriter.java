package org.plantdeck.historianparquet;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.TimeUnit;
import com.jerolba.carpet.model.FieldTypes;
import com.jerolba.carpet.model.WriteRecordModelType;

import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.export.ExportColumn;
import org.plantdeck.historian.export.ExportRow;
import org.plantdeck.historian.export.RowWriter;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column a tag: numbers are doubles, counts 64-bit integers, flags booleans, texts strings, and
 * nothing is null. The time is a timestamp in UTC to the millisecond. Rows in long form have their
 * numbers and flags in {@code value} and their texts in {@code text}. Threads: one.
 */
final class ParquetRowWriter implements RowWriter {

    /** What is gathered in memory before it is written. */
    private static final long ROW_GROUP_BYTES = 16L << 20;

    private final OutputStream out;
    private Optional<CarpetWriter<ExportRow>> writer = Optional.empty();

    /** A stream that is not the writer's to close. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] from, int begin, int length) throws IOException {
            out.write(from, begin, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** A value that its column cannot hold. */
    private static final class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unfit(String sentence) {
            super(sentence);
        }
    }

    ParquetRowWriter(OutputStream out) {
        this.out = new Open(out);
    }

    @Override
    public void begin(List<ExportColumn> columns, List<ExportColumn> tags) throws IOException {
        WriteRecordModelType<ExportRow> model = FieldTypes.writeRecordModel(ExportRow.class);
        model.withField(
                "timestamp",
                FieldTypes.INSTANT.notNull(),
                row -> Instant.ofEpochMilli(row.epochMillis()));
        if (columns.equals(tags)) {
            for (int i = 0; i < columns.size(); i++) {
                add(model, columns.get(i), i);
            }
        } else {
            model.withField("tag", FieldTypes.STRING.notNull(), row -> row.text(0));
            model.withField("value", FieldTypes.DOUBLE, cell(row -> anyNumber(row)));
            model.withField("text", FieldTypes.STRING, cell(row -> anyText(row)));
        }
        writer =
                Optional.of(
                        new CarpetWriter.Builder<>(out, ExportRow.class)
                                .withWriteRecordModel(model)
                                .withConf(new PlainParquetConfiguration())
                                .withDefaultTimeUnit(TimeUnit.MILLIS)
                                .withCompressionCodec(CompressionCodecName.SNAPPY)
                                .withRowGroupSize(ROW_GROUP_BYTES)
                                .build());
    }

    /** What a column says of a row; the library takes a null for nothing. */
    private interface Cell {
        @Nullable Object of(ExportRow row);
    }

    @SuppressWarnings("NullAway") // the library's function gives null where there is nothing
    private static Function<ExportRow, Object> cell(Cell cell) {
        return cell::of;
    }

    private static void add(
            WriteRecordModelType<ExportRow> model, ExportColumn column, int position) {
        String name = column.name();
        switch (column.type()) {
            case NUMBER ->
                    model.withField(
                            name, FieldTypes.DOUBLE, cell(row -> number(row, name, position)));
            case COUNT ->
                    model.withField(name, FieldTypes.LONG, cell(row -> count(row, name, position)));
            case FLAG ->
                    model.withField(
                            name, FieldTypes.BOOLEAN, cell(row -> flag(row, name, position)));
            case TEXT -> model.withField(name, FieldTypes.STRING, cell(row -> text(row, position)));
        }
    }

    private static @Nullable Double number(ExportRow row, String name, int position) {
        return switch (row.cell(position)) {
            case EMPTY -> null;
            case REAL, WHOLE, FLAG -> row.number(position);
            case TEXT -> throw unfit(row, name, "\"" + row.text(position) + "\"", "number");
        };
    }

    private static @Nullable Long count(ExportRow row, String name, int position) {
        return switch (row.cell(position)) {
            case EMPTY -> null;
            case WHOLE -> row.whole(position);
            case FLAG -> row.flag(position) ? 1L : 0L;
            case REAL -> whole(row, name, position);
            case TEXT -> throw unfit(row, name, "\"" + row.text(position) + "\"", "whole number");
        };
    }

    private static Long whole(ExportRow row, String name, int position) {
        double value = row.real(position);
        if (value != Math.rint(value) || Math.abs(value) > 1L << 53) {
            throw unfit(row, name, String.valueOf(value), "whole number");
        }
        return (long) value;
    }

    private static @Nullable Boolean flag(ExportRow row, String name, int position) {
        return switch (row.cell(position)) {
            case EMPTY -> null;
            case FLAG -> row.flag(position);
            case WHOLE, REAL -> {
                if (row.number(position) != 0 && row.number(position) != 1) {
                    throw unfit(row, name, String.valueOf(row.number(position)), "truth value");
                }
                yield row.number(position) == 1;
            }
            case TEXT -> throw unfit(row, name, "\"" + row.text(position) + "\"", "truth value");
        };
    }

    private static @Nullable String text(ExportRow row, int position) {
        return switch (row.cell(position)) {
            case EMPTY -> null;
            case TEXT -> row.text(position);
            case REAL -> Double.toString(row.real(position));
            case WHOLE -> Long.toString(row.whole(position));
            case FLAG -> Boolean.toString(row.flag(position));
        };
    }

    private static Unfit unfit(ExportRow row, String name, String value, String kind) {
        return new Unfit(
                "%s was %s at %s, which is no %s as its column; export it as csv"
                        .formatted(name, value, Instant.ofEpochMilli(row.epochMillis()), kind));
    }

    private static @Nullable Double anyNumber(ExportRow row) {
        return switch (row.cell(1)) {
            case REAL, WHOLE, FLAG -> row.number(1);
            case TEXT, EMPTY -> null;
        };
    }

    private static @Nullable String anyText(ExportRow row) {
        return row.cell(1) == ExportRow.Cell.TEXT ? row.text(1) : null;
    }

    @Override
    public void row(ExportRow row) throws IOException {
        try {
            writer.orElseThrow().write(row);
        } catch (Unfit e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void end() throws IOException {
        writer.orElseThrow().close();
        out.flush();
    }
}
