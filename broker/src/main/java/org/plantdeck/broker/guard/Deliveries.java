package org.plantdeck.broker.guard;

import io.moquette.broker.MoquetteCore;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.util.ReferenceCountUtil;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What goes out to one client: only what it may receive, with the flag of retained messages, never
 * more than it reads, and written many at a time. Threads: writes come from the session's loop and
 * the connection's; what is queued is written by the connection's.
 */
final class Deliveries extends ChannelOutboundHandlerAdapter {

    private static final int OVERHEAD_BYTES = 64;

    private final Gate gate;
    private final Guard guard;
    private final Queue<MqttMessage> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queuedBytes = new AtomicInteger();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Set<Integer> withheld = ConcurrentHashMap.newKeySet();

    Deliveries(Gate gate, Guard guard) {
        this.gate = gate;
        this.guard = guard;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        switch (message) {
            case MqttConnAckMessage answer -> {
                promise.addListener(written -> guard.answered(answer, written.isSuccess()));
                var _ = ctx.writeAndFlush(answer, promise);
            }
            case MqttPublishMessage publish -> {
                deliver(ctx, publish);
                promise.trySuccess();
            }
            case MqttMessage other -> {
                if (!isWithheldRelease(other)) {
                    put(ctx, other, OVERHEAD_BYTES);
                }
                promise.trySuccess();
            }
            default -> {
                var _ = ctx.write(message, promise);
            }
        }
    }

    private void deliver(ChannelHandlerContext ctx, MqttPublishMessage message) {
        boolean retained = MoquetteCore.isRetained(message.variableHeader().topicName());
        MqttPublishMessage out = retained ? Answers.retained(message) : message;
        int bytes = out.payload().readableBytes() + OVERHEAD_BYTES;
        if (!mayReceive(out.variableHeader().topicName())) {
            gate.traffic().count(Reason.DELIVERY_DENIED);
            withhold(out);
        } else if (out.fixedHeader().qosLevel() == MqttQoS.AT_MOST_ONCE && isFull(ctx, bytes)) {
            gate.traffic().count(Reason.SLOW_CONSUMER);
            ReferenceCountUtil.release(out);
        } else {
            gate.traffic().out(bytes);
            guard.client().ifPresent(it -> it.sent().add(1));
            put(ctx, out, bytes);
        }
    }

    private boolean mayReceive(String topic) {
        return guard.client().map(client -> client.rights().mayReceive(topic)).orElse(false);
    }

    /** Acknowledges in the client's place what it is not given. */
    private void withhold(MqttPublishMessage message) {
        int packetId = message.variableHeader().packetId();
        MqttQoS qos = message.fixedHeader().qosLevel();
        ReferenceCountUtil.release(message);
        if (qos == MqttQoS.AT_LEAST_ONCE) {
            guard.acknowledge(Answers.acknowledgement(MqttMessageType.PUBACK, packetId));
        } else if (qos == MqttQoS.EXACTLY_ONCE) {
            withheld.add(packetId);
            guard.acknowledge(Answers.acknowledgement(MqttMessageType.PUBREC, packetId));
        }
    }

    private boolean isWithheldRelease(MqttMessage message) {
        if (message.fixedHeader().messageType() != MqttMessageType.PUBREL || withheld.isEmpty()) {
            return false;
        }
        int packetId = ((MqttMessageIdVariableHeader) message.variableHeader()).messageId();
        boolean its = withheld.remove(packetId);
        if (its) {
            guard.acknowledge(Answers.acknowledgement(MqttMessageType.PUBCOMP, packetId));
        }
        return its;
    }

    /** A message alone is never too much, however large: who reads gets it. */
    private boolean isFull(ChannelHandlerContext ctx, int bytes) {
        var written = ctx.channel().unsafe().outboundBuffer();
        long waiting = queuedBytes.get() + (written == null ? 0 : written.totalPendingWriteBytes());
        return waiting > 0 && waiting + bytes > gate.limits().waitingBytes();
    }

    private void put(ChannelHandlerContext ctx, MqttMessage message, int bytes) {
        queue.add(message);
        queuedBytes.addAndGet(bytes);
        if (!scheduled.getAndSet(true)) {
            ctx.channel().eventLoop().execute(() -> drain(ctx));
        }
    }

    private void drain(ChannelHandlerContext ctx) {
        scheduled.set(false);
        PublishBlock block = new PublishBlock(ctx);
        int written = 0;
        for (MqttMessage next = queue.poll(); next != null; next = queue.poll()) {
            if (next instanceof MqttPublishMessage publish) {
                written += publish.payload().readableBytes() + OVERHEAD_BYTES;
                if (block.add(publish)) {
                    continue;
                }
            } else {
                written += OVERHEAD_BYTES;
            }
            block.end();
            var _ = ctx.write(next, ctx.voidPromise());
        }
        block.end();
        queuedBytes.addAndGet(-written);
        ctx.flush();
    }

    /** What is queued is flushed when it is written. */
    @Override
    public void flush(ChannelHandlerContext ctx) {}

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        ctx.channel()
                .eventLoop()
                .execute(() -> {
                    drain(ctx);
                    ChannelFuture _ = ctx.close(promise);
                });
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        for (MqttMessage next = queue.poll(); next != null; next = queue.poll()) {
            ReferenceCountUtil.release(next);
        }
    }
}
