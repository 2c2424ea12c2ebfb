package org.plantdeck.historian.archive;

import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

/** What kind of value a sample has and how good it is, in one byte: the kind above the quality. */
final class Mark {

    static final int REAL = 1;
    static final int WHOLE = 2;
    static final int FLAG = 3;
    static final int TEXT = 4;
    static final int ABSENT = 5;

    /** The mark where a tag has no sample at an instant of its lane. */
    static final byte NONE = 0;

    /** The mark where somebody says that nothing is known; it replaces no sample. */
    static final byte UNKNOWN = ABSENT << 4 | 1;

    private static final int QUALITY_BITS = 4;
    private static final int QUALITY_MASK = 0x0F;
    private static final Quality[] QUALITIES = {
        Quality.GOOD, Quality.UNCERTAIN, Quality.BAD, Quality.STALE
    };

    private Mark() {}

    static byte of(Value value, Quality quality) {
        int kind =
                switch (value) {
                    case Value.Real _ -> REAL;
                    case Value.Whole _ -> WHOLE;
                    case Value.Flag _ -> FLAG;
                    case Value.Text _ -> TEXT;
                    case Value.Absent _ -> ABSENT;
                };
        return (byte) (kind << QUALITY_BITS | code(quality));
    }

    private static int code(Quality quality) {
        return switch (quality) {
            case GOOD -> 0;
            case UNCERTAIN -> 1;
            case BAD -> 2;
            case STALE -> 3;
        };
    }

    /** Whether some writer of ours can have written it. */
    static boolean isKnown(long mark) {
        return mark == NONE
                || (mark >> QUALITY_BITS >= REAL
                        && mark >> QUALITY_BITS <= ABSENT
                        && (mark & QUALITY_MASK) < QUALITIES.length);
    }

    static int kind(byte mark) {
        return mark >> QUALITY_BITS;
    }

    static Quality quality(byte mark) {
        return QUALITIES[mark & QUALITY_MASK];
    }

    /** Whether it counts in a minimum, a mean and the like: a number that is not bad or stale. */
    static boolean isUsable(byte mark) {
        int kind = kind(mark);
        return kind >= REAL && kind <= FLAG && (mark & QUALITY_MASK) <= 1;
    }

    /** The number behind the bits of a sample; not-a-number where it is none. */
    static double number(byte mark, long bits) {
        return switch (kind(mark)) {
            case REAL -> Double.longBitsToDouble(bits);
            case WHOLE, FLAG -> bits;
            default -> Double.NaN;
        };
    }
}
