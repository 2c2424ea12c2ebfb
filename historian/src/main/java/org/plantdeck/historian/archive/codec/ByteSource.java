package org.plantdeck.historian.archive.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Reads what a {@link ByteSink} wrote; never beyond its end. Threads: one. */
public final class ByteSource {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private int at;

    private ByteSource(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /** All of some bytes. */
    public static ByteSource of(byte[] bytes) {
        return new ByteSource(bytes, bytes.length);
    }

    /**
     * Bytes that were sealed.
     *
     * @throws Damaged where their checksum is not theirs
     */
    public static ByteSource checked(byte[] bytes) throws Damaged {
        int end = bytes.length - Integer.BYTES;
        if (end < 0) {
            throw new Damaged("too short to hold a checksum");
        }
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, end);
        if ((int) INTS.get(bytes, end) != (int) sum.getValue()) {
            throw new Damaged("its checksum is not that of its content");
        }
        return new ByteSource(bytes, end);
    }

    /** Whether there is more. */
    public boolean hasMore() {
        return at < end;
    }

    private void need(int count) throws Damaged {
        if (count < 0 || end - at < count) {
            throw new Damaged("it ends too early");
        }
    }

    public int readByte() throws Damaged {
        need(1);
        return bytes[at++] & 0xFF;
    }

    public int readInt() throws Damaged {
        need(Integer.BYTES);
        int value = (int) INTS.get(bytes, at);
        at += Integer.BYTES;
        return value;
    }

    public long readLong() throws Damaged {
        need(Long.BYTES);
        long value = (long) LONGS.get(bytes, at);
        at += Long.BYTES;
        return value;
    }

    public long readUnsigned() throws Damaged {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new Damaged("a number without an end");
    }

    /**
     * A number of things that follow.
     *
     * @param most how many there can be
     */
    public int readCount(int most) throws Damaged {
        long count = readUnsigned();
        if (count < 0 || count > most) {
            throw new Damaged("a count of " + count + " where at most " + most + " can be");
        }
        return (int) count;
    }

    public long readSigned() throws Damaged {
        long value = readUnsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    public String readText() throws Damaged {
        int length = readCount(end - at);
        need(length);
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** So many bytes as the lowest of some words; what is above them in the last word is 0. */
    void readWords(long[] words, int count) throws Damaged {
        need(count);
        int whole = count / Long.BYTES;
        for (int i = 0; i < whole; i++) {
            words[i] = (long) LONGS.get(bytes, at + i * Long.BYTES);
        }
        if (whole < words.length) {
            words[whole] = 0;
        }
        for (int i = whole * Long.BYTES; i < count; i++) {
            words[whole] |= (bytes[at + i] & 0xFFL) << (i % Long.BYTES * Byte.SIZE);
        }
        at += count;
    }
}
