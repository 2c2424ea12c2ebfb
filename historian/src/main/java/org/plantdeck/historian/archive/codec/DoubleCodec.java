package org.plantdeck.historian.archive.codec;

/**
 * Numbers with a fraction as whole numbers of their last decimal, where they have one; what has
 * none (such as −0.0, an infinity, NaN or a third) stands beside them bit for bit, and where most
 * have none all of them do. Threads: one.
 */
public final class DoubleCodec {

    private static final int DECIMALS_MAX = 12;
    private static final int RAW = 255;

    /** One in so many may have no decimal of the others. */
    private static final int ODD_SHARE = 32;

    /** Largest whole number that a double holds with all below it. */
    private static final double WHOLE_MAX = 1L << 53;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12
    };

    private final LongCodec longs = new LongCodec();
    private long[] scaled = new long[0];
    private long[] oddPositions = new long[0];
    private long[] oddBits = new long[0];

    private void room(int count) {
        if (scaled.length < count) {
            scaled = new long[count];
            oddPositions = new long[count];
            oddBits = new long[count];
        }
    }

    /**
     * How many decimals nearly all of some numbers have.
     *
     * @param bits the numbers, as {@link Double#doubleToRawLongBits} gives them
     * @return 0 to 12; negative where they have none
     */
    public static int decimals(long[] bits, int count) {
        int[] having = new int[DECIMALS_MAX + 1];
        int guess = 0;
        int odd = 0;
        for (int i = 0; i < count; i++) {
            int decimals = decimals(Double.longBitsToDouble(bits[i]), guess);
            if (decimals < 0) {
                odd++;
            } else {
                having[decimals]++;
                guess = decimals;
            }
        }
        int beyond = odd;
        int decimals = DECIMALS_MAX;
        while (decimals > 0 && (beyond + having[decimals]) * ODD_SHARE <= count) {
            beyond += having[decimals];
            decimals--;
        }
        return beyond * ODD_SHARE <= count ? decimals : -1;
    }

    /** The fewest decimals that hold a number, sought from a guess on. */
    private static int decimals(double value, int guess) {
        if (guess > 0 && isWhole(value, guess - 1)) {
            return decimals(value, guess - 1);
        }
        for (int decimals = guess; decimals <= DECIMALS_MAX; decimals++) {
            if (isWhole(value, decimals)) {
                return decimals;
            }
        }
        return -1;
    }

    private static boolean isWhole(double value, int decimals) {
        double whole = Math.rint(value * POWERS[decimals]);
        return Math.abs(whole) < WHOLE_MAX
                && Double.doubleToRawLongBits(whole / POWERS[decimals])
                        == Double.doubleToRawLongBits(value)
                && (whole != 0 || Double.doubleToRawLongBits(value) == 0);
    }

    /** A number rounded to some decimals; as it is where they are negative or it is too large. */
    public static double rounded(double value, int decimals) {
        if (decimals < 0 || decimals > DECIMALS_MAX) {
            return value;
        }
        double whole = Math.rint(value * POWERS[decimals]);
        return Math.abs(whole) < WHOLE_MAX ? whole / POWERS[decimals] : value;
    }

    /**
     * Writes the first numbers of an array.
     *
     * @param bits as {@link Double#doubleToRawLongBits} gives them
     * @param decimals what {@link #decimals(long[], int)} said of them
     */
    public void encode(long[] bits, int count, int decimals, ByteSink out) {
        if (decimals < 0) {
            encodeRaw(bits, count, out);
            return;
        }
        room(count);
        int odd = 0;
        long last = 0;
        for (int i = 0; i < count; i++) {
            double value = Double.longBitsToDouble(bits[i]);
            if (isWhole(value, decimals)) {
                last = (long) Math.rint(value * POWERS[decimals]);
            } else {
                oddPositions[odd] = i;
                oddBits[odd++] = bits[i];
            }
            scaled[i] = last;
        }
        out.writeByte(decimals);
        out.writeUnsigned(odd);
        longs.encode(oddPositions, odd, out);
        longs.encode(oddBits, odd, out);
        longs.encode(scaled, count, out);
    }

    /** Bit for bit, less the bits at their end that none has, such as those of single precision. */
    private void encodeRaw(long[] bits, int count, ByteSink out) {
        room(count);
        long all = 0;
        for (int i = 0; i < count; i++) {
            all |= bits[i];
        }
        int unused = all == 0 ? 0 : Long.numberOfTrailingZeros(all);
        for (int i = 0; i < count; i++) {
            scaled[i] = bits[i] >>> unused;
        }
        out.writeByte(RAW);
        out.writeByte(unused);
        longs.encode(scaled, count, out);
    }

    /** Reads as many numbers as were written, as bits, into the beginning of an array. */
    public void decode(ByteSource in, long[] bits, int count) throws Damaged {
        int decimals = in.readByte();
        if (decimals == RAW) {
            int unused = in.readByte();
            longs.decode(in, bits, count);
            for (int i = 0; i < count; i++) {
                bits[i] <<= unused;
            }
            return;
        }
        if (decimals > DECIMALS_MAX) {
            throw new Damaged("numbers of " + decimals + " decimals");
        }
        room(count);
        int odd = in.readCount(count);
        longs.decode(in, oddPositions, odd);
        longs.decode(in, oddBits, odd);
        longs.decode(in, bits, count);
        double power = POWERS[decimals];
        for (int i = 0; i < count; i++) {
            bits[i] = Double.doubleToRawLongBits(bits[i] / power);
        }
        for (int i = 0; i < odd; i++) {
            if (oddPositions[i] < 0 || oddPositions[i] >= count) {
                throw new Damaged("a number outside its column");
            }
            bits[(int) oddPositions[i]] = oddBits[i];
        }
    }
}
