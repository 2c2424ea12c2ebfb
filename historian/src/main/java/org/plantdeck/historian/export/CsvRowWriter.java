package org.plantdeck.historian.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV by RFC 4180 in UTF-8, with a line feed at the end of each row. Numbers have a point and no
 * grouping wherever the machine stands. Threads: one.
 */
final class CsvRowWriter implements RowWriter {

    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

    /** Characters that may call for quotes; a space does where it is the first or last. */
    private static final byte[] SPECIAL = new byte[128];

    static {
        for (char c : new char[] {',', '"', '\n', '\r', ' '}) {
            SPECIAL[c] = 1;
        }
    }

    private final TextBytes out;
    private final RowTimes times;

    CsvRowWriter(TextBytes out, RowTimes times) {
        this.out = out;
        this.times = times;
    }

    @Override
    public void begin(List<ExportColumn> columns, List<ExportColumn> tags) throws IOException {
        out.put("timestamp");
        for (ExportColumn column : columns) {
            out.put(',');
            text(column.name());
        }
        out.put('\n');
    }

    @Override
    public void row(ExportRow row) throws IOException {
        out.put(times, row.epochMillis());
        for (int i = 0; i < row.width(); i++) {
            out.put(',');
            switch (row.cell(i)) {
                case REAL -> out.put(row.real(i));
                case WHOLE -> out.put(row.whole(i));
                case FLAG -> out.put(row.flag(i) ? TRUE : FALSE);
                case TEXT -> text(row.text(i));
                case EMPTY -> {}
            }
        }
        out.put('\n');
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    private void text(String text) throws IOException {
        if (out.putPlain(text, SPECIAL)) {
            return;
        }
        if (needsQuotes(text)) {
            out.put('"');
            out.put(text.replace("\"", "\"\""));
            out.put('"');
        } else {
            out.put(text);
        }
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case ',', '"', '\n', '\r' -> {
                    return true;
                }
                default -> {}
            }
        }
        return !text.isEmpty() && (text.charAt(0) == ' ' || text.endsWith(" "));
    }
}
