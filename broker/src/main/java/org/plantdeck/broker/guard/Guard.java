package org.plantdeck.broker.guard;

import io.moquette.broker.InflightResender;
import io.moquette.broker.MoquetteCore;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Stands before the sessions on one connection: nothing passes before the client is let in, and
 * nothing that is malformed, forbidden or more than the sessions can take at once. Threads: its
 * connection's loop, unless a method says otherwise.
 */
final class Guard extends ChannelInboundHandlerAdapter {

    /** More than a network buffer holds is never kept back. */
    private static final int HELD_MAX = 65_536;

    private enum Phase {
        NEW,
        ENTERING,
        OPEN,
        CLOSED
    }

    private final Gate gate;
    private final Entry entry;
    private final Deque<MqttMessage> held = new ArrayDeque<>();
    private Phase phase = Phase.NEW;
    private boolean paused;
    private @Nullable ChannelHandlerContext context;
    private @Nullable ScheduledFuture<?> patience;
    private @Nullable Inbound inbound;
    private Optional<Will> will = Optional.empty();
    private volatile Optional<Connected> client = Optional.empty();

    Guard(Gate gate, Function<Channel, Optional<String>> commonName) {
        this.gate = gate;
        entry = new Entry(gate, commonName);
    }

    /** Who it is, once it is let in. Threads: any. */
    Optional<Connected> client() {
        return client;
    }

    private String clientId() {
        return client.map(Connected::clientId).orElse("");
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        patience =
                ctx.executor()
                        .schedule(
                                () ->
                                        cutOff(
                                                ctx,
                                                Reason.CONNECT_TIMEOUT,
                                                "No CONNECT came in time"),
                                gate.limits().connectTimeout().toMillis(),
                                TimeUnit.MILLISECONDS);
        ctx.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object packet) {
        MqttMessage message = (MqttMessage) packet;
        if (phase == Phase.CLOSED) {
            ReferenceCountUtil.release(message);
        } else if (message.decoderResult().isFailure()) {
            refuse(ctx, message);
        } else if (phase == Phase.NEW) {
            begin(ctx, message);
        } else if (phase == Phase.ENTERING || paused || !held.isEmpty()) {
            hold(ctx, message);
        } else {
            pass(ctx, message);
        }
    }

    /** Reading goes on in the sessions only with what passes; they need not hear of its end. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {}

    private void hold(ChannelHandlerContext ctx, MqttMessage message) {
        held.add(message);
        ctx.channel().config().setAutoRead(false);
        if (held.size() > HELD_MAX) {
            cutOff(ctx, Reason.MALFORMED, "Too much came before it was let in");
        }
    }

    private void refuse(ChannelHandlerContext ctx, MqttMessage message) {
        Entry.Outcome.Turned why = Entry.undecoded(message.decoderResult().cause(), gate.limits());
        ReferenceCountUtil.release(message);
        if (why.reason() == Reason.VERSION || why.reason() == Reason.IDENTIFIER) {
            end(ctx, why.reason(), why.code(), why.detail());
        } else {
            cutOff(ctx, why.reason(), why.detail());
        }
    }

    private void begin(ChannelHandlerContext ctx, MqttMessage message) {
        if (!(message instanceof MqttConnectMessage connect)) {
            ReferenceCountUtil.release(message);
            cutOff(ctx, Reason.MALFORMED, "The first packet is not a CONNECT");
            return;
        }
        phase = Phase.ENTERING;
        var _ =
                entry.of(connect, ctx.channel())
                        .whenComplete((outcome, failure) ->
                                ctx.executor()
                                        .execute(() -> entered(ctx, connect, outcome, failure)));
    }

    private void entered(
            ChannelHandlerContext ctx,
            MqttConnectMessage connect,
            Entry.@Nullable Outcome outcome,
            @Nullable Throwable failure) {
        if (phase != Phase.ENTERING || !ctx.channel().isActive()) {
            return;
        }
        switch (outcome) {
            case Entry.Outcome.Turned(var reason, var code, var detail) ->
                    end(ctx, reason, code, detail);
            case Entry.Outcome.Let(Connected its) -> let(ctx, connect, its);
            case null ->
                    end(
                            ctx,
                            Reason.FAILURE,
                            MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE,
                            "It could not be decided whether to let it in: " + failure);
        }
    }

    private void let(ChannelHandlerContext ctx, MqttConnectMessage connect, Connected its) {
        Optional<Entry.Outcome.Turned> no = gate.clients().enter(its, ctx.channel(), gate.limits());
        if (no.isPresent()) {
            end(ctx, no.get().reason(), no.get().code(), no.get().detail());
            return;
        }
        client = Optional.of(its);
        will = Will.of(connect);
        inbound = new Inbound(gate, its, this::pause);
        ctx.fireChannelRead(Answers.bare(connect, its.clientId()));
    }

    /** The sessions have answered the CONNECT. Threads: any. */
    void answered(MqttConnAckMessage answer, boolean sent) {
        ChannelHandlerContext ctx = context;
        Inbound its = inbound;
        if (!sent || ctx == null || its == null) {
            return;
        }
        Runnable goOn = () -> ctx.executor().execute(() -> open(ctx));
        its.begin(answer.variableHeader().isSessionPresent(), ctx.channel(), goOn);
    }

    private void open(ChannelHandlerContext ctx) {
        if (phase != Phase.ENTERING || !ctx.channel().isActive()) {
            return;
        }
        if (!MoquetteCore.isConnected(ctx.channel())) {
            ctx.executor().execute(() -> open(ctx));
            return;
        }
        phase = Phase.OPEN;
        stopWaiting();
        release(ctx);
    }

    private void stopWaiting() {
        if (patience != null) {
            patience.cancel(false);
        }
    }

    /** Holds what comes until the sessions have caught up, or goes on. Threads: any. */
    private void pause(boolean wait) {
        ChannelHandlerContext ctx = context;
        if (ctx == null) {
            return;
        }
        if (!wait) {
            ctx.executor()
                    .execute(() -> {
                        paused = false;
                        release(ctx);
                    });
            return;
        }
        paused = true;
        ctx.channel().config().setAutoRead(false);
    }

    private void release(ChannelHandlerContext ctx) {
        while (!paused && phase == Phase.OPEN && !held.isEmpty()) {
            pass(ctx, held.remove());
        }
        if (!paused && held.isEmpty()) {
            ctx.channel().config().setAutoRead(true);
        }
    }

    private void pass(ChannelHandlerContext ctx, MqttMessage message) {
        Inbound its = inbound;
        if (its == null) {
            ReferenceCountUtil.release(message);
            return;
        }
        switch (its.take(ctx, message)) {
            case PASSED -> {}
            case GOODBYE -> will = Optional.empty();
            case WRONG ->
                    cutOff(ctx, Reason.MALFORMED, "A packet is not in its place or not valid");
        }
    }

    /** Acknowledges something in the client's place. Threads: any. */
    void acknowledge(MqttMessage acknowledgement) {
        ChannelHandlerContext ctx = context;
        if (ctx != null) {
            ctx.executor().execute(() -> ctx.fireChannelRead(acknowledgement));
        }
    }

    /** What is in flight is sent again to who comes back only; Moquette's timer keeps no order. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof IdleStateEvent) {
            if (!paused) { // else nothing is read from it, and its silence is ours
                cutOff(ctx, Reason.KEEP_ALIVE, "Silent for one and a half keep-alive intervals");
            }
        } else if (!(event instanceof InflightResender.ResendNotAckedPublishes)) {
            ctx.fireUserEventTriggered(event);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof java.io.IOException) {
            var _ = ctx.close();
        } else {
            cutOff(ctx, Reason.MALFORMED, "What came cannot be read: " + cause.getMessage());
        }
    }

    private void end(
            ChannelHandlerContext ctx, Reason reason, MqttConnectReturnCode code, String detail) {
        phase = Phase.CLOSED;
        gate.cutOff(reason, clientId(), ctx.channel(), detail);
        var _ =
                ctx.writeAndFlush(Answers.refusal(code))
                        .addListener(io.netty.channel.ChannelFutureListener.CLOSE);
    }

    private void cutOff(ChannelHandlerContext ctx, Reason reason, String detail) {
        if (phase != Phase.CLOSED) {
            phase = Phase.CLOSED;
            gate.cutOff(reason, clientId(), ctx.channel(), detail);
            var _ = ctx.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        phase = Phase.CLOSED;
        stopWaiting();
        client.ifPresent(gate.clients()::leave);
        will.filter(_ -> !Inbound.isGoodbyeIn(held))
                .ifPresent(it -> gate.publish(it.topic(), it.qos(), it.payload(), it.retain()));
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        ctx.fireChannelInactive();
    }
}
