package org.plantdeck.historian.export;

import org.plantdeck.signal.Value;

import java.io.IOException;
import java.io.Writer;

/** Writes CSV by RFC 4180, with a line feed at the end of each row. Threads: one. */
final class CsvRows {

    private final Writer out;
    private boolean rowBegun;

    CsvRows(Writer out) {
        this.out = out;
    }

    void cell(String text) throws IOException {
        if (rowBegun) {
            out.write(',');
        }
        rowBegun = true;
        if (needsQuotes(text)) {
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        } else {
            out.write(text);
        }
    }

    /**
     * A cell as it was published: numbers in their shortest form, true or false, empty for none.
     */
    void cell(Value value) throws IOException {
        cell(value.asText());
    }

    void endRow() throws IOException {
        out.write('\n');
        rowBegun = false;
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
