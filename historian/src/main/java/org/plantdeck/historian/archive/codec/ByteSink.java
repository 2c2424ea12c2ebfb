package org.plantdeck.historian.archive.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Bytes that grow as they are written; little-endian. Threads: one. */
public final class ByteSink {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes = new byte[1_024];
    private int size;

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Forgets all of them and keeps the room. */
    public void clear() {
        size = 0;
    }

    /** A copy of all of them. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    public void writeByte(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    public void writeInt(int value) {
        room(Integer.BYTES);
        INTS.set(bytes, size, value);
        size += Integer.BYTES;
    }

    public void writeLong(long value) {
        room(Long.BYTES);
        LONGS.set(bytes, size, value);
        size += Long.BYTES;
    }

    /** Seven bits a byte, the lowest first, so that a small number without a sign is short. */
    public void writeUnsigned(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** As {@link #writeUnsigned}, with the sign in the lowest bit. */
    public void writeSigned(long value) {
        writeUnsigned((value << 1) ^ (value >> 63));
    }

    /** A text behind the number of its bytes in UTF-8. */
    public void writeText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        writeUnsigned(encoded.length);
        room(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    /** The lowest bytes of some words, as many as asked for. */
    void writeWords(long[] words, int count) {
        int whole = count / Long.BYTES;
        room(count + Long.BYTES);
        for (int i = 0; i < whole; i++) {
            LONGS.set(bytes, size + i * Long.BYTES, words[i]);
        }
        for (int i = whole * Long.BYTES; i < count; i++) {
            bytes[size + i] = (byte) (words[i / Long.BYTES] >>> (i % Long.BYTES * Byte.SIZE));
        }
        size += count;
    }

    /** Adds the CRC-32C of all there is, which {@link ByteSource#checked} asks for. */
    public void seal() {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, size);
        writeInt((int) sum.getValue());
    }
}
