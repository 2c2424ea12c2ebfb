package org.plantdeck.broker.guard;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.jspecify.annotations.Nullable;

/**
 * Small PUBLISH packets for one client, encoded one behind the other into one buffer and written as
 * one (MQTT 3.1.1, 3.3), which a TLS record or a WebSocket frame then carries together. Threads:
 * the connection's loop.
 */
final class PublishBlock {

    /** As much as one TLS record holds (RFC 8446, 5.1). */
    private static final int BYTES = 16_384;

    private static final int FIXED_HEADER_MAX = 5;
    private static final int LENGTH_BYTES = 2;
    private static final int DUP = 0x08;
    private static final int QOS_SHIFT = 1;
    private static final int TYPE_SHIFT = 4;

    private final ChannelHandlerContext ctx;
    private @Nullable ByteBuf buffer;

    PublishBlock(ChannelHandlerContext ctx) {
        this.ctx = ctx;
    }

    /**
     * Adds a packet behind those before it, where it is small; it is released then.
     *
     * @return whether it was taken; one that was not is to be written by itself after {@link #end}
     */
    boolean add(MqttPublishMessage message) {
        String topic = message.variableHeader().topicName();
        boolean isNumbered = message.fixedHeader().qosLevel() != MqttQoS.AT_MOST_ONCE;
        int topicBytes = ByteBufUtil.utf8Bytes(topic);
        int remaining =
                LENGTH_BYTES
                        + topicBytes
                        + (isNumbered ? LENGTH_BYTES : 0)
                        + message.payload().readableBytes();
        if (remaining + FIXED_HEADER_MAX > BYTES) {
            return false;
        }
        ByteBuf out = room(remaining + FIXED_HEADER_MAX);
        out.writeByte(firstByte(message));
        writeLength(out, remaining);
        out.writeShort(topicBytes);
        ByteBufUtil.writeUtf8(out, topic);
        if (isNumbered) {
            out.writeShort(message.variableHeader().packetId());
        }
        out.writeBytes(message.payload());
        message.release();
        return true;
    }

    /** Writes what was added; nothing is flushed. */
    void end() {
        if (buffer != null) {
            var _ = ctx.write(buffer, ctx.voidPromise());
            buffer = null;
        }
    }

    private ByteBuf room(int bytes) {
        if (buffer != null && buffer.writableBytes() < bytes) {
            end();
        }
        if (buffer == null) {
            buffer = ctx.alloc().buffer(BYTES, BYTES);
        }
        return buffer;
    }

    private static int firstByte(MqttPublishMessage message) {
        var header = message.fixedHeader();
        return MqttMessageType.PUBLISH.value() << TYPE_SHIFT
                | (header.isDup() ? DUP : 0)
                | header.qosLevel().value() << QOS_SHIFT
                | (header.isRetain() ? 1 : 0);
    }

    /** Seven bits a byte, the lowest first, with a mark where more follow (2.2.3). */
    private static void writeLength(ByteBuf out, int length) {
        int rest = length;
        while (rest > 0x7F) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }
}
