package org.plantdeck.bench.mqtt;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import io.netty.util.ReferenceCountUtil;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;

/**
 * One client's side of its connection. Threads: the channel's event loop; the counts may be read by
 * any thread.
 */
final class Conversation extends ChannelInboundHandlerAdapter {

    /** Messages published before others on the same event loop have their turn. */
    private static final int TURN = 512;

    /** Packets gathered for one write, in bytes. */
    private static final int BATCH_BYTES = 16 * 1024;

    /** A PUBACK without its packet identifier: type, length 2. */
    private static final int PUBACK = 0x4002_0000;

    private static final int REFUSED = 0x80;

    private final String clientId;
    private final Arrivals arrivals;
    private final CompletableFuture<Void> connected = new CompletableFuture<>();
    private final CompletableFuture<Void> subscribed = new CompletableFuture<>();

    private volatile long sent;
    private volatile long acknowledged;
    private volatile String ending = "";

    // Of this connection, touched by its event loop alone.
    private @Nullable ChannelHandlerContext context;
    private @Nullable PublishStream stream;
    private @Nullable ByteBuf acks;
    private boolean isPaused;
    private boolean isTurnPending;

    Conversation(String clientId, Arrivals arrivals) {
        this.clientId = clientId;
        this.arrivals = arrivals;
    }

    CompletableFuture<Void> connected() {
        return connected;
    }

    CompletableFuture<Void> subscribed() {
        return subscribed;
    }

    /** Messages handed to the connection. */
    long sent() {
        return sent;
    }

    /** QoS 1 messages the broker has acknowledged. */
    long acknowledged() {
        return acknowledged;
    }

    /** Why the connection ended; empty while it is open. */
    String ending() {
        return ending;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        var _ =
                context.writeAndFlush(
                        MqttMessageBuilders.connect()
                                .protocolVersion(MqttVersion.MQTT_3_1_1)
                                .clientId(clientId)
                                .cleanSession(true)
                                .keepAlive(0)
                                .build());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object packet) {
        MqttMessage message = (MqttMessage) packet;
        try {
            if (message.decoderResult().isFailure()) {
                exceptionCaught(context, message.decoderResult().cause());
                return;
            }
            switch (message.fixedHeader().messageType()) {
                case CONNACK -> connected((MqttConnAckMessage) message);
                case SUBACK -> subscribed((MqttSubAckMessage) message);
                case PUBACK -> acknowledged(message);
                case PUBLISH -> delivered(context, (MqttPublishMessage) message);
                default -> {} // nothing else is asked for
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void connected(MqttConnAckMessage answer) {
        MqttConnectReturnCode code = answer.variableHeader().connectReturnCode();
        if (code == MqttConnectReturnCode.CONNECTION_ACCEPTED) {
            connected.complete(null);
        } else {
            connected.completeExceptionally(new ConnectionFailure("the broker answers " + code));
        }
    }

    private void subscribed(MqttSubAckMessage answer) {
        if (answer.payload().reasonCodes().contains(REFUSED)) {
            subscribed.completeExceptionally(
                    new ConnectionFailure("the broker refuses the subscription"));
        } else {
            subscribed.complete(null);
        }
    }

    // Written by the event loop alone.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void acknowledged(MqttMessage answer) {
        int identifier = ((MqttMessageIdVariableHeader) answer.variableHeader()).messageId();
        if (stream != null && stream.acknowledge(identifier)) {
            acknowledged++;
        }
    }

    private void delivered(ChannelHandlerContext context, MqttPublishMessage message) {
        arrivals.arrived(message.payload());
        if (message.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE) {
            if (acks == null) {
                acks = context.alloc().buffer();
            }
            acks.writeInt(PUBACK | message.variableHeader().packetId());
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (acks != null) {
            var _ = context.writeAndFlush(acks, context.voidPromise());
            acks = null;
        }
        publish();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        publish();
    }

    /** Begins with the messages of a source. */
    void publishFrom(PublishStream next) {
        stream = next;
        isPaused = false;
        publish();
    }

    /** Publishes nothing more, and still counts what is acknowledged. */
    void pause() {
        isPaused = true;
    }

    /** Sends what is due, as far as the window and the connection take it. */
    void publish() {
        PublishStream from = stream;
        ChannelHandlerContext to = context;
        if (from == null || to == null || isPaused) {
            return;
        }
        int left = TURN;
        while (left > 0 && to.channel().isWritable() && from.hasNext()) {
            left -= publishBatch(from, to, left);
        }
        if (left == 0 && !isTurnPending) {
            isTurnPending = true;
            to.executor()
                    .execute(() -> {
                        isTurnPending = false;
                        publish();
                    });
        }
    }

    // The count is written by the event loop alone.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private int publishBatch(PublishStream from, ChannelHandlerContext to, int most) {
        ByteBuf batch = to.alloc().directBuffer(BATCH_BYTES);
        int count = 0;
        do {
            from.writeNext(batch);
            count++;
        } while (count < most && batch.writableBytes() >= from.packetBytes() && from.hasNext());
        sent += count;
        var _ = to.writeAndFlush(batch, to.voidPromise());
        return count;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        end("the broker closed the connection");
        if (acks != null) {
            acks.release();
            acks = null;
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        end("the connection failed: " + cause.getMessage());
        var _ = context.close();
    }

    private void end(String reason) {
        if (ending.isEmpty()) {
            ending = reason;
        }
        connected.completeExceptionally(new ConnectionFailure(reason));
        subscribed.completeExceptionally(new ConnectionFailure(reason));
    }
}
