package org.plantdeck.broker.guard;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import io.netty.util.ReferenceCountUtil;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What comes from a client that is let in. Publishes go to the sessions in batches, each with a
 * fence behind it, and reading waits where two fences have not been passed: so no burst outgrows
 * the queues of the loops, and a publisher is slowed rather than its messages lost. Threads: the
 * connection's loop; fences are passed on a session loop.
 */
final class Inbound {

    private static final int BATCH = 64;
    private static final int BATCHES_MAX = 2;

    private final Gate gate;
    private final Connected client;
    private final Brake brake;
    private final Set<Integer> receiving = new HashSet<>();
    private final Set<Integer> releasing = new HashSet<>();
    private final AtomicInteger batches = new AtomicInteger();
    private int sinceFence;

    /** Holds back what comes, or lets it go on. */
    @FunctionalInterface
    interface Brake {
        void pause(boolean wait);
    }

    /** What became of a packet. */
    enum Taken {
        PASSED,
        GOODBYE,
        WRONG
    }

    Inbound(Gate gate, Connected client, Brake brake) {
        this.gate = gate;
        this.client = client;
        this.brake = brake;
    }

    /** Takes one packet; it is released here or by who it is passed to. */
    Taken take(ChannelHandlerContext ctx, MqttMessage message) {
        return switch (message.fixedHeader().messageType()) {
            case PUBLISH -> publish(ctx, (MqttPublishMessage) message);
            case SUBSCRIBE ->
                    areFilters(
                                    ((MqttSubscribeMessage) message)
                                            .payload().topicSubscriptions().stream()
                                                    .map(it -> it.topicFilter())
                                                    .toList())
                            ? passed(ctx, message)
                            : Taken.WRONG;
            case UNSUBSCRIBE ->
                    areFilters(((MqttUnsubscribeMessage) message).payload().topics())
                            ? passed(ctx, message)
                            : Taken.WRONG;
            case PUBREL -> {
                receiving.remove(packetId(message));
                yield passed(ctx, message);
            }
            case PUBREC -> receipt(ctx, message);
            case PUBCOMP -> {
                releasing.remove(packetId(message));
                yield passed(ctx, message);
            }
            case PUBACK, PINGREQ -> passed(ctx, message);
            case DISCONNECT -> {
                ctx.fireChannelRead(message);
                yield Taken.GOODBYE;
            }
            default -> {
                ReferenceCountUtil.release(message);
                yield Taken.WRONG;
            }
        };
    }

    /**
     * Begins, where there is a session to take up with what came by QoS 2 and is not released.
     *
     * @param after goes on; called here or on the session's loop; before it no packet is taken
     */
    void begin(boolean isTakenUp, Channel channel, Runnable after) {
        if (!isTakenUp) {
            after.run();
            return;
        }
        gate.core()
                .takeUp(
                        client.clientId(),
                        channel,
                        packetIds -> {
                            receiving.addAll(packetIds);
                            after.run();
                        });
    }

    /** Whether one says that its client goes in order. */
    static boolean isGoodbyeIn(Collection<MqttMessage> messages) {
        return messages.stream()
                .anyMatch(it -> it.fixedHeader().messageType() == MqttMessageType.DISCONNECT);
    }

    private static int packetId(MqttMessage message) {
        return ((MqttMessageIdVariableHeader) message.variableHeader()).messageId();
    }

    /** A second receipt is answered like the first; to the sessions it would be the end of it. */
    private Taken receipt(ChannelHandlerContext ctx, MqttMessage message) {
        int packetId = packetId(message);
        if (releasing.add(packetId)) {
            return passed(ctx, message);
        }
        inTurn(ctx, Answers.release(packetId));
        return Taken.PASSED;
    }

    private void inTurn(ChannelHandlerContext ctx, MqttMessage answer) {
        gate.core()
                .inTurn(
                        client.clientId(),
                        () -> {
                            var _ = ctx.channel().writeAndFlush(answer);
                        });
    }

    private static boolean areFilters(List<String> filters) {
        return !filters.isEmpty() && filters.stream().allMatch(Topics::isFilter);
    }

    private static Taken passed(ChannelHandlerContext ctx, MqttMessage message) {
        ctx.fireChannelRead(message);
        return Taken.PASSED;
    }

    private Taken publish(ChannelHandlerContext ctx, MqttPublishMessage message) {
        String topic = message.variableHeader().topicName();
        int packetId = message.variableHeader().packetId();
        MqttQoS qos = message.fixedHeader().qosLevel();
        if (!Topics.isName(topic)) {
            ReferenceCountUtil.release(message);
            return Taken.WRONG;
        }
        gate.traffic().in(message.fixedHeader().remainingLength());
        client.received().add(1);
        if (qos == MqttQoS.EXACTLY_ONCE && !receiving.add(packetId)) {
            acknowledge(ctx, qos, packetId);
            ReferenceCountUtil.release(message);
            return Taken.PASSED;
        }
        if (!mayPublish(topic)) {
            gate.traffic().count(Reason.PUBLISH_DENIED);
            acknowledge(ctx, qos, packetId);
            ReferenceCountUtil.release(message);
            return Taken.PASSED;
        }
        gate.topics().count(topic, message.payload().readableBytes());
        if (message.fixedHeader().isRetain()) {
            byte[] payload = new byte[message.payload().readableBytes()];
            message.payload().getBytes(message.payload().readerIndex(), payload);
            gate.core().retain(topic, qos, payload);
        }
        ctx.fireChannelRead(Answers.plain(message));
        fence();
        return Taken.PASSED;
    }

    private boolean mayPublish(String topic) {
        return !Topics.isOfTheBroker(topic) && client.rights().mayPublish(topic);
    }

    /** What is not let through is acknowledged like the rest, in its turn (MQTT 3.1.1, 3.3.5). */
    private void acknowledge(ChannelHandlerContext ctx, MqttQoS qos, int packetId) {
        if (qos != MqttQoS.AT_MOST_ONCE) {
            MqttMessage answer =
                    Answers.acknowledgement(
                            qos == MqttQoS.AT_LEAST_ONCE
                                    ? MqttMessageType.PUBACK
                                    : MqttMessageType.PUBREC,
                            packetId);
            inTurn(ctx, answer);
        }
    }

    private void fence() {
        sinceFence++;
        if (sinceFence < BATCH) {
            return;
        }
        sinceFence = 0;
        if (batches.incrementAndGet() == BATCHES_MAX) {
            brake.pause(true);
        }
        gate.core()
                .fence(
                        client.clientId(),
                        () -> {
                            if (batches.getAndDecrement() == BATCHES_MAX) {
                                brake.pause(false);
                            }
                        });
    }
}
