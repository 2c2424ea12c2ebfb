package org.plantdeck.historian.imports;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;

/**
 * The records of a CSV file by RFC 4180, with any separator: cells in quotes may hold separators,
 * line ends and doubled quotes. Spaces around a cell without quotes are not part of it; empty lines
 * are passed over. Threads: one.
 */
final class CsvLines implements Closeable {

    /** A record longer than this has a quote that nobody closed. */
    static final int RECORD_MAX = 1 << 20;

    private static final int END = -1;

    private final Reader in;
    private final char separator;
    private final char[] buffer = new char[1 << 16];
    private int filled;
    private int at;
    private long nextLine = 1;

    /** The record that was read: its cells without quotes, one behind the other. */
    private char[] chars = new char[1 << 10];

    private int length;
    private int[] ends = new int[16];
    private int size;
    private long line;
    private Optional<String> fault = Optional.empty();

    CsvLines(Reader in, char separator) {
        this.in = in;
        this.separator = separator;
    }

    private int read() throws IOException {
        if (at == filled) {
            at = 0;
            filled = Math.max(0, in.read(buffer, 0, buffer.length));
            if (filled == 0) {
                return END;
            }
        }
        return buffer[at++];
    }

    /** Passes over lines, whatever is in them. */
    void skip(int lines) throws IOException {
        for (int i = 0; i < lines; i++) {
            int c = read();
            while (c != '\n' && c != END) {
                c = read();
            }
            nextLine++;
        }
    }

    /**
     * Reads the next record.
     *
     * @return whether there is one
     */
    boolean next() throws IOException {
        do {
            size = 0;
            length = 0;
            fault = Optional.empty();
            line = nextLine;
            int c = read();
            if (c == END) {
                return false;
            }
            while (c != END && c != '\n') {
                c = cell(c);
            }
            nextLine++;
        } while (size == 0);
        return true;
    }

    /**
     * Reads a cell from its first character on, and the separator behind it.
     *
     * @return the first character of the next cell, or the end of the record
     */
    private int cell(int first) throws IOException {
        int begin = length;
        int c = first;
        if (c == '"') {
            c = quoted();
        } else {
            while (c != separator && c != '\n' && c != '\r' && c != END) {
                if (c != ' ' || length > begin) {
                    append(c);
                }
                c = read();
            }
            while (length > begin && chars[length - 1] == ' ') {
                length--;
            }
        }
        c = lineEnd(c);
        boolean isEmptyLine = size == 0 && length == 0 && first != '"' && c != separator;
        if (!isEmptyLine) {
            endCell();
        }
        if (c != separator) {
            return c;
        }
        c = lineEnd(read());
        if (c == '\n' || c == END) {
            endCell(); // an empty one behind the last separator
        }
        return c;
    }

    /** The line feed a carriage return stands for, with one behind it or alone. */
    private int lineEnd(int c) throws IOException {
        if (c != '\r') {
            return c;
        }
        int behind = read();
        if (behind != '\n' && behind != END) {
            at--;
        }
        return '\n';
    }

    /** Reads the rest of a cell in quotes, up to what ends it. */
    private int quoted() throws IOException {
        while (true) {
            int c = read();
            if (c == END) {
                fault = Optional.of("a quote is not closed");
                return c;
            }
            if (c == '"') {
                c = read();
                if (c != '"') {
                    return behindQuote(c);
                }
            } else if (c == '\n') {
                nextLine++;
            }
            if (length > RECORD_MAX) {
                fault = Optional.of("a quote is not closed");
                return restOfLine(c);
            }
            append(c);
        }
    }

    private int behindQuote(int first) throws IOException {
        int c = first;
        while (c == ' ') {
            c = read();
        }
        if (c != separator && c != '\n' && c != '\r' && c != END) {
            fault = Optional.of("there is text behind a closing quote");
            return restOfLine(c);
        }
        return c;
    }

    private int restOfLine(int first) throws IOException {
        int c = first;
        while (c != '\n' && c != END) {
            c = read();
        }
        return c;
    }

    private void append(int c) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
        }
        chars[length++] = (char) c;
    }

    private void endCell() {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        ends[size++] = length;
    }

    /** In which line of the file the record begins, from 1 on. */
    long line() {
        return line;
    }

    /** How many cells the record has. */
    int size() {
        return size;
    }

    /** What is wrong with the record as such. */
    Optional<String> fault() {
        return fault;
    }

    /** The characters of all its cells, for {@link #begin} and {@link #end}. */
    char[] chars() {
        return chars;
    }

    int begin(int cell) {
        return cell == 0 ? 0 : ends[cell - 1];
    }

    int end(int cell) {
        return ends[cell];
    }

    boolean isEmpty(int cell) {
        return begin(cell) == end(cell);
    }

    String text(int cell) {
        return new String(chars, begin(cell), end(cell) - begin(cell));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
