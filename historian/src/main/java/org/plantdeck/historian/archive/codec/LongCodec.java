package org.plantdeck.historian.archive.codec;

import java.util.Arrays;

/**
 * Whole numbers in few bits: all alike or evenly spaced in a few bytes, else in frames of 64, each
 * with its smallest number and the bits its others need above that (frame of reference), of the
 * numbers themselves or of their differences, whichever is shorter. Overflow wraps and comes back.
 * Threads: one.
 */
public final class LongCodec {

    private static final int FRAME = 64;
    private static final int EVEN = 0;
    private static final int PLAIN = 1;
    private static final int DIFFERENCES = 2;

    private final long[] words = new long[FRAME + 1];
    private long[] differences = new long[0];

    /** Writes the first numbers of an array; how many is for the caller to know. */
    public void encode(long[] values, int count, ByteSink out) {
        if (count == 0) {
            return;
        }
        long step = count > 1 ? values[1] - values[0] : 0;
        if (isEven(values, count, step)) {
            out.writeByte(EVEN);
            out.writeSigned(values[0]);
            out.writeSigned(step);
            return;
        }
        if (differences.length < count) {
            differences = new long[count];
        }
        for (int i = 1; i < count; i++) {
            differences[i - 1] = values[i] - values[i - 1];
        }
        if (bits(differences, count - 1) < bits(values, count)) {
            out.writeByte(DIFFERENCES);
            out.writeSigned(values[0]);
            frames(differences, count - 1, out);
        } else {
            out.writeByte(PLAIN);
            frames(values, count, out);
        }
    }

    private static boolean isEven(long[] values, int count, long step) {
        for (int i = 2; i < count; i++) {
            if (values[i] - values[i - 1] != step) {
                return false;
            }
        }
        return true;
    }

    private static long bits(long[] values, int count) {
        long bits = 0;
        for (int from = 0; from < count; from += FRAME) {
            int to = Math.min(from + FRAME, count);
            bits += (long) width(values, from, to, least(values, from, to)) * (to - from);
        }
        return bits;
    }

    private static long least(long[] values, int from, int to) {
        long least = values[from];
        for (int i = from + 1; i < to; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    private static int width(long[] values, int from, int to, long least) {
        long all = 0;
        for (int i = from; i < to; i++) {
            all |= values[i] - least;
        }
        return Long.SIZE - Long.numberOfLeadingZeros(all);
    }

    private void frames(long[] values, int count, ByteSink out) {
        long last = 0;
        for (int from = 0; from < count; from += FRAME) {
            int to = Math.min(from + FRAME, count);
            long least = least(values, from, to);
            int width = width(values, from, to, least);
            out.writeByte(width);
            out.writeSigned(least - last);
            last = least;
            pack(values, from, to, least, width, out);
        }
    }

    private void pack(long[] values, int from, int to, long least, int width, ByteSink out) {
        int bytes = bytes(to - from, width);
        Arrays.fill(words, 0, width + 1, 0);
        int bit = 0;
        for (int i = from; i < to; i++, bit += width) {
            long value = values[i] - least;
            int word = bit >>> 6;
            int shift = bit & 63;
            words[word] |= value << shift;
            if (shift + width > Long.SIZE) {
                words[word + 1] = value >>> (Long.SIZE - shift);
            }
        }
        out.writeWords(words, bytes);
    }

    private static int bytes(int count, int width) {
        return (count * width + Byte.SIZE - 1) / Byte.SIZE;
    }

    /** Reads as many numbers as were written into the beginning of an array. */
    public void decode(ByteSource in, long[] values, int count) throws Damaged {
        if (count == 0) {
            return;
        }
        switch (in.readByte()) {
            case EVEN -> {
                long next = in.readSigned();
                long step = in.readSigned();
                for (int i = 0; i < count; i++, next += step) {
                    values[i] = next;
                }
            }
            case PLAIN -> unpack(in, values, 0, count);
            case DIFFERENCES -> {
                values[0] = in.readSigned();
                unpack(in, values, 1, count);
                long sum = values[0];
                for (int i = 1; i < count; i++) {
                    sum += values[i];
                    values[i] = sum;
                }
            }
            default -> throw new Damaged("a form of numbers that does not exist");
        }
    }

    private void unpack(ByteSource in, long[] values, int first, int count) throws Damaged {
        long least = 0;
        for (int from = first; from < count; from += FRAME) {
            int to = Math.min(from + FRAME, count);
            int width = in.readByte();
            if (width > Long.SIZE) {
                throw new Damaged("numbers of " + width + " bits");
            }
            least += in.readSigned();
            in.readWords(words, bytes(to - from, width));
            unpack(values, from, to, least, width);
        }
    }

    private void unpack(long[] values, int from, int to, long least, int width) {
        if (width == 0) {
            Arrays.fill(values, from, to, least);
            return;
        }
        long mask = -1L >>> (Long.SIZE - width);
        int bit = 0;
        for (int i = from; i < to; i++, bit += width) {
            int word = bit >>> 6;
            int shift = bit & 63;
            long value = words[word] >>> shift;
            if (shift + width > Long.SIZE) {
                value |= words[word + 1] << (Long.SIZE - shift);
            }
            values[i] = least + (value & mask);
        }
    }
}
