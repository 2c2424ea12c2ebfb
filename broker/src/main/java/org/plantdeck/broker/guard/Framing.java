package org.plantdeck.broker.guard;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;

import java.util.List;

/**
 * Lets whole packets through whose flags and inner lengths are as they must be. Behind it no packet
 * reaches into the next one, and none waits for bytes that it does not announce. Threads: its
 * connection's loop.
 */
final class Framing extends ByteToMessageDecoder {

    private static final int LENGTH_BYTES_MAX = 4;

    private final int bytesMax;
    private boolean isTooLarge;

    /**
     * Takes what a decoder takes.
     *
     * @param bytesMax longest packet; of a longer one everything is let through unseen, for the
     *     decoder to refuse it
     */
    Framing(int bytesMax) {
        this.bytesMax = bytesMax;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        int start = in.readerIndex();
        int end = start;
        int next = endOfPacket(in, start);
        while (next > end) {
            if (!isTooLarge && !PacketForm.isValid(in, end, next)) {
                if (end > start) {
                    break;
                }
                throw new CorruptedFrameException("its flags or lengths are wrong");
            }
            end = next;
            next = endOfPacket(in, end);
        }
        if (end > start) {
            out.add(in.readRetainedSlice(end - start));
        }
    }

    /** Where the packet ends that begins at an index; the index itself where it is not all here. */
    private int endOfPacket(ByteBuf in, int start) {
        if (isTooLarge) {
            return in.writerIndex();
        }
        int length = 0;
        for (int i = 0; i < LENGTH_BYTES_MAX; i++) {
            int at = start + 1 + i;
            if (at >= in.writerIndex()) {
                return start;
            }
            int digit = in.getUnsignedByte(at);
            length |= (digit & 0x7f) << (7 * i);
            if (digit < 0x80) {
                isTooLarge = length > bytesMax;
                int end = at + 1 + length;
                if (isTooLarge) {
                    return in.writerIndex();
                }
                return end > in.writerIndex() ? start : end;
            }
        }
        throw new CorruptedFrameException("its length is not one");
    }
}
