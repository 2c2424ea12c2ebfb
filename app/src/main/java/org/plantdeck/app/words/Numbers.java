package org.plantdeck.app.words;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * Numbers as operators read them: fixed decimals, the separators of their locale, a minus sign as
 * wide as a digit. Threads: any.
 */
public final class Numbers {

    /** What stands where there is no number. */
    public static final String NONE = "–";

    private static final int MOST_DECIMALS = 3;
    private static final ThreadLocal<NumberFormat[]> FORMATS =
            ThreadLocal.withInitial(Numbers::formats);

    private Numbers() {}

    private static NumberFormat[] formats() {
        NumberFormat[] formats = new NumberFormat[MOST_DECIMALS + 1];
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            NumberFormat format = NumberFormat.getNumberInstance(Locale.getDefault());
            format.setMinimumFractionDigits(decimals);
            format.setMaximumFractionDigits(decimals);
            format.setRoundingMode(RoundingMode.HALF_UP);
            formats[decimals] = format;
        }
        return formats;
    }

    /**
     * A number.
     *
     * @param decimals 0 to 3
     */
    public static String text(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        String text = FORMATS.get()[decimals].format(value);
        return isZero(text) ? text.replace("-", "") : text.replace('-', '−');
    }

    private static boolean isZero(String text) {
        return text.startsWith("-") && text.chars().noneMatch(it -> it >= '1' && it <= '9');
    }

    /** A whole number. */
    public static String text(long value) {
        return FORMATS.get()[0].format(value).replace('-', '−');
    }

    /** A size in bytes, in MB or GB. */
    public static String bytes(double bytes) {
        double mega = bytes / 1e6;
        return mega < 1000 ? text(mega, mega < 10 ? 1 : 0) + " MB" : text(mega / 1000, 1) + " GB";
    }
}
