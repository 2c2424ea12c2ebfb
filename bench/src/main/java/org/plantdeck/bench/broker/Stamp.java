package org.plantdeck.bench.broker;

import io.netty.buffer.ByteBuf;

/**
 * What every payload begins with: the phase it belongs to (one byte), its number in the phase and
 * when it was to be sent by System.nanoTime (eight bytes each).
 */
final class Stamp {

    static final int BYTES = 1 + 2 * Long.BYTES;

    private Stamp() {}

    static void write(ByteBuf payload, int phase, long number, long dueNanos) {
        payload.writeByte(phase);
        payload.writeLong(number);
        payload.writeLong(dueNanos);
    }

    static int phase(ByteBuf payload) {
        return payload.getUnsignedByte(payload.readerIndex());
    }

    static long number(ByteBuf payload) {
        return payload.getLong(payload.readerIndex() + 1);
    }

    static long dueNanos(ByteBuf payload) {
        return payload.getLong(payload.readerIndex() + 1 + Long.BYTES);
    }
}
