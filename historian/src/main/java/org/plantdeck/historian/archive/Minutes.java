package org.plantdeck.historian.archive;

import org.plantdeck.historian.archive.codec.ByteSink;
import org.plantdeck.historian.archive.codec.ByteSource;
import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.historian.archive.codec.DoubleCodec;
import org.plantdeck.historian.archive.codec.LongCodec;

import java.util.Arrays;

/**
 * What one tag came to in each minute of an hour: of its usable numbers how many, smallest,
 * largest, first, last, sum and sum of squares, and at how many instants of its lane it had none.
 * Filled again and again. Threads: one.
 */
final class Minutes {

    private static final int VERSION = 1;
    private static final int ALL = LaneHour.MINUTES;

    final long[] count = new long[ALL];
    final long[] lacking = new long[ALL];
    final double[] least = new double[ALL];
    final double[] most = new double[ALL];
    final double[] first = new double[ALL];
    final double[] last = new double[ALL];
    final double[] sum = new double[ALL];
    final double[] squares = new double[ALL];

    private final LongCodec longs = new LongCodec();
    private final DoubleCodec doubles = new DoubleCodec();
    private final long[] part = new long[ALL];
    private final int[] there = new int[ALL];

    /** Counts a column of an hour anew. */
    void of(long beginMs, long[] times, Column column) {
        Arrays.fill(count, 0);
        Arrays.fill(lacking, 0);
        for (int i = 0; i < column.size; i++) {
            int minute = (int) ((times[i] - beginMs) / LaneHour.MINUTE_MS);
            double value = column.usable(i);
            if (Double.isFinite(value)) {
                add(minute, value);
            } else {
                lacking[minute]++;
            }
        }
    }

    private void add(int minute, double value) {
        if (count[minute]++ == 0) {
            least[minute] = value;
            most[minute] = value;
            first[minute] = value;
            sum[minute] = 0;
            squares[minute] = 0;
        } else {
            least[minute] = Math.min(least[minute], value);
            most[minute] = Math.max(most[minute], value);
        }
        last[minute] = value;
        sum[minute] += value;
        squares[minute] += value * value;
    }

    /**
     * Writes them.
     *
     * @param decimals of the numbers; sums are rounded to them, which is what they are exactly
     */
    void encode(int decimals, ByteSink out) {
        out.writeByte(VERSION);
        longs.encode(lacking, ALL, out);
        long mask = 0;
        int size = 0;
        for (int i = 0; i < ALL; i++) {
            if (count[i] > 0) {
                mask |= 1L << i;
                there[size] = i;
                part[size++] = count[i];
            }
        }
        out.writeLong(mask);
        longs.encode(part, size, out);
        encode(least, decimals, size, out);
        encode(most, decimals, size, out);
        encode(first, decimals, size, out);
        encode(last, decimals, size, out);
        encode(sum, decimals, size, out);
        encode(squares, decimals < 0 ? decimals : 2 * decimals, size, out);
    }

    private void encode(double[] values, int decimals, int size, ByteSink out) {
        for (int i = 0; i < size; i++) {
            double value = DoubleCodec.rounded(values[there[i]], decimals);
            part[i] = Double.doubleToRawLongBits(value);
        }
        doubles.encode(part, size, DoubleCodec.decimals(part, size), out);
    }

    /** Reads them over what it held. */
    void decode(ByteSource in) throws Damaged {
        if (in.readByte() != VERSION) {
            throw new Damaged("minutes of another version");
        }
        longs.decode(in, lacking, ALL);
        long mask = in.readLong();
        if (mask >>> ALL != 0) {
            throw new Damaged("more than 60 minutes");
        }
        Arrays.fill(count, 0);
        int size = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            there[size++] = Long.numberOfTrailingZeros(rest);
        }
        longs.decode(in, part, size);
        for (int i = 0; i < size; i++) {
            count[there[i]] = part[i];
        }
        decode(in, least, size);
        decode(in, most, size);
        decode(in, first, size);
        decode(in, last, size);
        decode(in, sum, size);
        decode(in, squares, size);
    }

    private void decode(ByteSource in, double[] into, int size) throws Damaged {
        doubles.decode(in, part, size);
        for (int i = 0; i < size; i++) {
            into[there[i]] = Double.longBitsToDouble(part[i]);
        }
    }
}
