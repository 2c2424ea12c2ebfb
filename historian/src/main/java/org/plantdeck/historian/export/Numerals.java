package org.plantdeck.historian.export;

/**
 * Numbers as bytes, the same characters as {@link Double#toString} and {@link Long#toString} give.
 * Threads: any.
 */
final class Numerals {

    /** The longest number there is. */
    static final int LENGTH_MAX = 26;

    private Numerals() {}

    /**
     * Writes a number into an array that has room for it, and says where it ends.
     *
     * <p>Most numbers of a plant are published with few decimals. A number that is a whole number
     * of up to 13 digits divided by a thousand or a million, rounded, has that fraction as its
     * shortest decimals: no two decimals of at most 15 digits mean the same double. So those digits
     * can be written without looking for them.
     */
    static int put(double value, byte[] to, int at) {
        double size = Math.abs(value);
        if (size >= 1e-3 && size < 1e7) {
            long thousandths = (long) (size * 1e3 + 0.5);
            if (thousandths / 1e3 == size) {
                return fraction(value < 0, thousandths, 3, to, at);
            }
            long millionths = (long) (size * 1e6 + 0.5);
            if (millionths / 1e6 == size) {
                return fraction(value < 0, millionths, 6, to, at);
            }
        }
        return ascii(Double.toString(value), to, at);
    }

    private static int ascii(String text, byte[] to, int at) {
        for (int i = 0; i < text.length(); i++) {
            to[at + i] = (byte) text.charAt(i);
        }
        return at + text.length();
    }

    private static int fraction(boolean negative, long scaled, int decimals, byte[] to, int at) {
        long digits = scaled;
        int left = decimals;
        while (left > 1 && digits % 10 == 0) {
            digits /= 10;
            left--;
        }
        int from = at;
        if (negative) {
            to[from++] = '-';
        }
        int end = from + Math.max(length(digits), left + 1) + 1;
        int position = end;
        for (int i = 0; i < left; i++) {
            to[--position] = (byte) ('0' + digits % 10);
            digits /= 10;
        }
        to[--position] = '.';
        while (position > from) {
            to[--position] = (byte) ('0' + digits % 10);
            digits /= 10;
        }
        return end;
    }

    /** Writes a whole number. */
    static int put(long value, byte[] to, int at) {
        if (value == Long.MIN_VALUE) {
            return ascii(Long.toString(value), to, at);
        }
        int from = at;
        if (value < 0) {
            to[from++] = '-';
        }
        long rest = Math.abs(value);
        int end = from + length(rest);
        for (int position = end; position > from; ) {
            to[--position] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return end;
    }

    private static int length(long notNegative) {
        int length = 1;
        for (long bound = 10; length < 19 && notNegative >= bound; bound *= 10) {
            length++; // the bound overflows after the 19th digit, which is the last
        }
        return length;
    }
}
