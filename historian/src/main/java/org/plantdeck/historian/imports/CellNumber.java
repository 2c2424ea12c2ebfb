package org.plantdeck.historian.imports;

import org.plantdeck.signal.Value;

import java.util.Locale;

/**
 * Numbers as they stand in cells, exactly: the double nearest to the decimals that are written. One
 * without decimals and exponent is a whole number. Threads: any.
 */
final class CellNumber {

    private static final int DIGITS_OF_LONG = 18;
    private static final long EXACT_MAX = 1L << 53;

    /** The powers of ten that are doubles. */
    private static final double[] TENS = new double[23];

    static {
        for (int i = 0; i < TENS.length; i++) {
            TENS[i] = Double.parseDouble("1e" + i);
        }
    }

    private CellNumber() {}

    /**
     * Reads a number.
     *
     * @param mark what stands before the decimals, a point or a comma
     * @return {@link Value#absent()} where it is none
     */
    static Value read(char[] chars, int from, int to, char mark) {
        int at = from;
        boolean negative = at < to && chars[at] == '-';
        if (at < to && (chars[at] == '-' || chars[at] == '+')) {
            at++;
        }
        long mantissa = 0;
        int digits = 0;
        int decimals = 0;
        boolean isWhole = true;
        for (; at < to; at++) {
            char c = chars[at];
            if (c >= '0' && c <= '9') {
                digits++;
                decimals += isWhole ? 0 : 1;
                mantissa = digits <= DIGITS_OF_LONG ? mantissa * 10 + (c - '0') : mantissa;
            } else if (c == mark && isWhole) {
                isWhole = false;
            } else {
                return special(new String(chars, from, to - from), mark, digits > 0);
            }
        }
        if (digits == 0) {
            return Value.absent();
        }
        if (digits > DIGITS_OF_LONG) {
            return special(new String(chars, from, to - from), mark, true);
        }
        if (isWhole) {
            return Value.of(negative ? -mantissa : mantissa);
        }
        if (mantissa <= EXACT_MAX) { // both are exact, so their quotient is rounded once
            double size = mantissa / TENS[decimals];
            return Value.of(negative ? -size : size);
        }
        return special(new String(chars, from, to - from), mark, true);
    }

    /** One with an exponent, with many digits, or none at all. */
    private static Value special(String text, char mark, boolean hasDigits) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Value.of(Double.NaN);
            case "infinity", "+infinity", "inf", "+inf" -> Value.of(Double.POSITIVE_INFINITY);
            case "-infinity", "-inf" -> Value.of(Double.NEGATIVE_INFINITY);
            default -> hasDigits ? parsed(text, mark) : Value.absent();
        };
    }

    private static Value parsed(String text, char mark) {
        boolean isWhole = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            isWhole &= (c >= '0' && c <= '9') || c == '-' || c == '+';
            boolean known = (c >= '0' && c <= '9') || "+-eE".indexOf(c) >= 0 || c == mark;
            if (!known) {
                return Value.absent(); // Java would take 1f and 0x1p3 as well
            }
        }
        try {
            if (isWhole) {
                return Value.of(Long.parseLong(text));
            }
        } catch (NumberFormatException tooLarge) {
            isWhole = false;
        }
        try {
            return Value.of(Double.parseDouble(text.replace(mark, '.')));
        } catch (NumberFormatException none) {
            return Value.absent();
        }
    }
}
