package org.plantdeck.historian.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * JSON: an object a row, with the time and every column by its name, null where a cell is empty.
 * Either all of them in one array, or each on a line of its own. What JSON has no number for,
 * not-a-number and the infinities, is the text NaN, Infinity or -Infinity. Threads: one.
 */
final class JsonRowWriter implements RowWriter {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final String HEX = "0123456789abcdef";

    private final TextBytes out;
    private final RowTimes times;
    private final boolean lines;

    /** What stands before each value: the comma and the name. */
    private byte[][] names = {};

    private boolean any;

    JsonRowWriter(TextBytes out, RowTimes times, boolean lines) {
        this.out = out;
        this.times = times;
        this.lines = lines;
    }

    @Override
    public void begin(List<ExportColumn> columns, List<ExportColumn> tags) throws IOException {
        names = new byte[columns.size()][];
        for (int i = 0; i < names.length; i++) {
            names[i] =
                    (",\"" + escaped(columns.get(i).name()) + "\":")
                            .getBytes(StandardCharsets.UTF_8);
        }
        if (!lines) {
            out.put('[');
        }
    }

    @Override
    public void row(ExportRow row) throws IOException {
        if (!lines) {
            out.put(any ? ",\n" : "\n");
        }
        any = true;
        out.put("{\"timestamp\":\"");
        out.put(times, row.epochMillis());
        out.put('"');
        for (int i = 0; i < names.length; i++) {
            out.put(names[i]);
            switch (row.cell(i)) {
                case REAL -> real(row.real(i));
                case WHOLE -> out.put(row.whole(i));
                case FLAG -> out.put(row.flag(i) ? TRUE : FALSE);
                case TEXT -> text(row.text(i));
                case EMPTY -> out.put(NULL);
            }
        }
        out.put(lines ? "}\n" : "}");
    }

    private void real(double value) throws IOException {
        if (Double.isFinite(value)) {
            out.put(value);
        } else {
            text(Double.toString(value));
        }
    }

    private void text(String text) throws IOException {
        out.put('"');
        out.put(escaped(text));
        out.put('"');
    }

    @Override
    public void end() throws IOException {
        if (!lines) {
            out.put(any ? "\n]\n" : "]\n");
        }
        out.flush();
    }

    private static String escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                return withEscapes(text);
            }
        }
        return text;
    }

    private static String withEscapes(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> safe.append('\\').append(c);
                case '\n' -> safe.append("\\n");
                case '\r' -> safe.append("\\r");
                case '\t' -> safe.append("\\t");
                default -> {
                    if (c < 0x20) {
                        safe.append("\\u00").append(c >> 4).append(HEX.charAt(c & 15));
                    } else {
                        safe.append(c);
                    }
                }
            }
        }
        return safe.toString();
    }
}
