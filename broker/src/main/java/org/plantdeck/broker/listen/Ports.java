package org.plantdeck.broker.listen;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;

import org.plantdeck.broker.certs.ServerIdentity;
import org.plantdeck.broker.guard.Gate;
import org.plantdeck.broker.guard.Reason;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The open ports of one broker and the connections through them. Threads: one. */
public final class Ports implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ports.class);
    private static final String PATH = "/mqtt";
    private static final int BACKLOG = 1_024;

    /** What a packet has before the part its limit is about: type and length. */
    private static final int PACKET_HEAD_BYTES = 5;

    /** Connections that may be on their way in beside as many as are allowed. */
    private static final int ENTERING_MAX = 1_000;

    private static final int CLOSING_SECONDS = 10;

    private final String broker;
    private final Gate gate;
    private final Supplier<ServerIdentity> identities;
    private final EventLoopGroup loops;
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    /**
     * Not open yet.
     *
     * @param broker its name in the log
     * @param identities says who the broker is; asked when a port with TLS is opened first
     */
    public Ports(String broker, Gate gate, Supplier<ServerIdentity> identities) {
        this.broker = broker;
        this.gate = gate;
        this.identities = identities;
        loops =
                new NioEventLoopGroup(
                        Runtime.getRuntime().availableProcessors(),
                        new DefaultThreadFactory(broker, true));
    }

    /**
     * Opens every port that is not spare, or none.
     *
     * @throws PartFailure naming the port that cannot be opened, or what is wrong with the
     *     certificate
     */
    public void open(List<Listener> listeners) {
        Optional<Secure> secure = Optional.empty();
        if (listeners.stream().anyMatch(it -> it.transport().isSecure())) {
            Secure its = new Secure(identities.get(), connections);
            var _ = loops.scheduleWithFixedDelay(its::endRevoked, 1, 1, TimeUnit.SECONDS);
            secure = Optional.of(its);
        }
        for (Listener listener : listeners) {
            open(listener, secure);
        }
    }

    private void open(Listener listener, Optional<Secure> secure) {
        ChannelFuture bound =
                bootstrap(listener, secure)
                        .bind(listener.bind(), listener.port())
                        .awaitUninterruptibly();
        if (bound.isSuccess()) {
            open.add(bound.channel());
            LOG.atInfo()
                    .addKeyValue("broker", broker)
                    .addKeyValue("transport", listener.transport())
                    .addKeyValue("bind", listener.bind())
                    .addKeyValue("port", listener.port())
                    .log("Listening");
        } else if (listener.isSpare()) {
            LOG.atInfo()
                    .addKeyValue("broker", broker)
                    .addKeyValue("setting", listener.setting())
                    .addKeyValue("port", listener.port())
                    .log("A default port is taken and left out");
        } else {
            throw new PartFailure(
                    listener.setting()
                            + " "
                            + listener.port()
                            + " on "
                            + listener.bind()
                            + " cannot be opened ("
                            + bound.cause().getMessage()
                            + "); end what uses it or set another port",
                    bound.cause());
        }
    }

    private ServerBootstrap bootstrap(Listener listener, Optional<Secure> secure) {
        return new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(Integer.MAX_VALUE - 1, Integer.MAX_VALUE))
                .childHandler(
                        new ChannelInitializer<SocketChannel>() {
                            @Override
                            protected void initChannel(SocketChannel channel) {
                                fit(listener, secure, channel);
                            }
                        });
    }

    private void fit(Listener listener, Optional<Secure> secure, Channel channel) {
        if (connections.size() >= gate.limits().connections() + ENTERING_MAX) {
            gate.traffic().count(Reason.TOO_MANY_CONNECTIONS);
            var _ = channel.close();
            return;
        }
        connections.add(channel);
        secure.filter(_ -> listener.transport().isSecure())
                .ifPresent(it -> it.fit(channel, listener.needsCertificate()));
        if (listener.transport().isWebSocket()) {
            WebSocketFrames.fit(
                    channel.pipeline(), PATH, gate.limits().messageBytes() + PACKET_HEAD_BYTES);
        }
        gate.fit(channel, Secure::commonName);
    }

    /** Closes the ports, then every connection, and waits until all are closed. */
    public void hangUp() {
        open.close().awaitUninterruptibly(CLOSING_SECONDS, TimeUnit.SECONDS);
        connections.close().awaitUninterruptibly(CLOSING_SECONDS, TimeUnit.SECONDS);
    }

    /** Hangs up and ends the threads; once the sessions have ended, which may still write. */
    @Override
    public void close() {
        hangUp();
        loops.shutdownGracefully(0, CLOSING_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(CLOSING_SECONDS, TimeUnit.SECONDS);
    }
}
