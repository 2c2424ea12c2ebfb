package org.plantdeck.broker.listen;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
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

import org.plantdeck.broker.guard.Gate;
import org.plantdeck.signal.PartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The open ports of one broker and the connections through them. Threads: one. */
public final class Ports implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ports.class);
    private static final int BACKLOG = 1_024;
    private static final int FRAME_BYTES_MAX = 1024 * 1024;
    private static final int CLOSING_SECONDS = 10;

    private final String broker;
    private final Gate gate;
    private final EventLoopGroup loops;
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    /**
     * Not open yet.
     *
     * @param broker its name in the log
     */
    public Ports(String broker, Gate gate) {
        this.broker = broker;
        this.gate = gate;
        loops =
                new NioEventLoopGroup(
                        Runtime.getRuntime().availableProcessors(),
                        new DefaultThreadFactory(broker, true));
    }

    /**
     * Opens every port, or none.
     *
     * @throws PartFailure naming the port that cannot be opened
     */
    public void open(List<Listener> listeners) {
        for (Listener listener : listeners) {
            try {
                open.add(
                        bootstrap(listener)
                                .bind(listener.bind(), listener.port())
                                .sync()
                                .channel());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PartFailure(broker + " was interrupted while it opened its ports", e);
            } catch (Exception e) { // what a bootstrap throws is not declared
                throw new PartFailure(
                        listener.setting()
                                + " "
                                + listener.port()
                                + " on "
                                + listener.bind()
                                + " cannot be opened ("
                                + e.getMessage()
                                + "); end what uses it or set another port",
                        e);
            }
            LOG.atInfo()
                    .addKeyValue("broker", broker)
                    .addKeyValue("transport", listener.transport())
                    .addKeyValue("bind", listener.bind())
                    .addKeyValue("port", listener.port())
                    .log("Listening");
        }
    }

    private ServerBootstrap bootstrap(Listener listener) {
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
                                fit(listener, channel);
                            }
                        });
    }

    private void fit(Listener listener, Channel channel) {
        connections.add(channel);
        if (listener.transport().isWebSocket()) {
            WebSocketFrames.fit(channel.pipeline(), "/mqtt", FRAME_BYTES_MAX);
        }
        gate.fit(channel, _ -> Optional.empty());
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
