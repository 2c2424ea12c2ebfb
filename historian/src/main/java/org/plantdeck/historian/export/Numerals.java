package org.plantdeck.historian.export;

/**
 * Numbers as bytes, the same characters as {@link Double#toString} and {@link Long#toString} give.
 * Threads: any.
 */
final class Numerals {

    /** The longest number there is. */
    static final int LENGTH_MAX = 26;

    /** The three digits of each number below a thousand, a byte each. */
    private static final int[] DIGITS = new int[1_000];

    /** How many of these digits are written behind a point: without zeros at the end, but one. */
    private static final byte[] DECIMALS = new byte[1_000];

    static {
        for (int i = 0; i < DIGITS.length; i++) {
            DIGITS[i] = ('0' + i / 100) << 16 | ('0' + i / 10 % 10) << 8 | ('0' + i % 10);
            DECIMALS[i] = (byte) (i % 100 == 0 ? 1 : i % 10 == 0 ? 2 : 3);
        }
    }

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
                return thousandths(value < 0, thousandths, to, at);
            }
            long millionths = (long) (size * 1e6 + 0.5);
            if (millionths / 1e6 == size) {
                return millionths(value < 0, millionths, to, at);
            }
        }
        return ascii(Double.toString(value), to, at);
    }

    private static int thousandths(boolean negative, long scaled, byte[] to, int at) {
        int whole = (int) (scaled / 1_000);
        int rest = (int) (scaled - 1_000L * whole);
        int end = wholePart(negative, whole, to, at);
        group(rest, to, end);
        return end + DECIMALS[rest];
    }

    private static int millionths(boolean negative, long scaled, byte[] to, int at) {
        int whole = (int) (scaled / 1_000_000);
        int rest = (int) (scaled - 1_000_000L * whole);
        int end = wholePart(negative, whole, to, at);
        group(rest / 1_000, to, end);
        group(rest % 1_000, to, end + 3);
        return end + 3 + DECIMALS[rest % 1_000]; // not zero, or thousandths would have done
    }

    /** Writes a number below ten million and the point behind it. */
    private static int wholePart(boolean negative, int whole, byte[] to, int at) {
        int end = at;
        if (negative) {
            to[end++] = '-';
        }
        if (whole >= 1_000) {
            int thousands = whole / 1_000;
            if (thousands >= 1_000) {
                to[end++] = (byte) ('0' + thousands / 1_000);
                group(thousands % 1_000, to, end);
                end += 3;
            } else {
                end = leading(thousands, to, end);
            }
            group(whole % 1_000, to, end);
            end += 3;
        } else {
            end = leading(whole, to, end);
        }
        to[end] = '.';
        return end + 1;
    }

    /** Writes a number below a thousand without zeros before it. */
    private static int leading(int number, byte[] to, int at) {
        int end = at;
        int digits = DIGITS[number];
        if (number >= 100) {
            to[end++] = (byte) (digits >> 16);
        }
        if (number >= 10) {
            to[end++] = (byte) (digits >> 8);
        }
        to[end] = (byte) digits;
        return end + 1;
    }

    /** Writes a number below a thousand as three digits. */
    private static void group(int number, byte[] to, int at) {
        int digits = DIGITS[number];
        to[at] = (byte) (digits >> 16);
        to[at + 1] = (byte) (digits >> 8);
        to[at + 2] = (byte) digits;
    }

    private static int ascii(String text, byte[] to, int at) {
        for (int i = 0; i < text.length(); i++) {
            to[at + i] = (byte) text.charAt(i);
        }
        return at + text.length();
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
