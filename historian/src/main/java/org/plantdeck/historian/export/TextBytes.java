package org.plantdeck.historian.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8 on its way into a stream, gathered into large pieces. Threads: one. */
final class TextBytes {

    private static final int SIZE = 1 << 16;

    private final OutputStream out;
    private final byte[] bytes = new byte[SIZE];
    private int end;

    TextBytes(OutputStream out) {
        this.out = out;
    }

    private void room(int length) throws IOException {
        if (SIZE - end < length) {
            flush();
        }
    }

    void put(char ascii) throws IOException {
        room(1);
        bytes[end++] = (byte) ascii;
    }

    void put(byte[] utf8) throws IOException {
        if (utf8.length > SIZE) {
            flush();
            out.write(utf8);
            return;
        }
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, end, utf8.length);
        end += utf8.length;
    }

    void put(double value) throws IOException {
        room(Numerals.LENGTH_MAX);
        end = Numerals.put(value, bytes, end);
    }

    void put(long value) throws IOException {
        room(Numerals.LENGTH_MAX);
        end = Numerals.put(value, bytes, end);
    }

    void put(RowTimes times, long epochMillis) throws IOException {
        room(RowTimes.LENGTH_MAX);
        end = times.put(epochMillis, bytes, end);
    }

    void put(String text) throws IOException {
        if (text.length() > SIZE) {
            put(text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        room(text.length());
        int position = end;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                put(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[position++] = (byte) c;
        }
        end = position;
    }

    /**
     * Puts a text of one-byte characters of which none is special; puts nothing of another one.
     *
     * @param special what each of the 128 characters is; must be zero for all of them
     * @return whether it was put
     */
    boolean putPlain(String text, byte[] special) throws IOException {
        int length = text.length();
        if (length > SIZE) {
            return false;
        }
        room(length);
        int position = end;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= special.length || special[c] != 0) {
                return false;
            }
            bytes[position++] = (byte) c;
        }
        end = position;
        return true;
    }

    /** Hands on what is gathered; the stream itself is flushed by who opened it. */
    void flush() throws IOException {
        out.write(bytes, 0, end);
        end = 0;
    }
}
