package org.plantdeck.bench.mqtt;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;

import java.util.concurrent.CompletableFuture;

/**
 * An MQTT 3.1.1 client with a clean session and without credentials, made to load a broker:
 * TCP_NODELAY, packets gathered into few writes, every delivery acknowledged at once. It does not
 * reconnect. Threads: any; its work is done on one event loop.
 */
public final class LoadClient {

    private static final int PACKET_BYTES_MAX = 1024 * 1024;
    private static final int CONNECT_MILLIS = 10_000;

    private final Channel channel;
    private final Conversation conversation;

    private LoadClient(Channel channel, Conversation conversation) {
        this.channel = channel;
        this.conversation = conversation;
    }

    /**
     * Connects on an event loop of a group.
     *
     * @param clientId unique on the broker
     * @return completes when the broker has accepted, fails with {@link ConnectionFailure}
     */
    public static CompletableFuture<LoadClient> connect(
            EventLoopGroup loops, Endpoint endpoint, String clientId, Arrivals arrivals) {
        Conversation conversation = new Conversation(clientId, arrivals);
        ChannelFuture opening =
                new Bootstrap()
                        .group(loops)
                        .channel(NioSocketChannel.class)
                        .option(ChannelOption.TCP_NODELAY, true)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                        .handler(
                                new ChannelInitializer<SocketChannel>() {
                                    @Override
                                    protected void initChannel(SocketChannel opened) {
                                        fill(opened, endpoint, conversation);
                                    }
                                })
                        .connect(endpoint.host(), endpoint.port());
        CompletableFuture<LoadClient> client = new CompletableFuture<>();
        var _ =
                opening.addListener(done -> {
                    if (!done.isSuccess()) {
                        client.completeExceptionally(
                                new ConnectionFailure(
                                        "no connection: " + done.cause().getMessage(),
                                        done.cause()));
                    }
                });
        var _ =
                conversation
                        .connected()
                        .whenComplete((_, failure) -> {
                            if (failure == null) {
                                client.complete(new LoadClient(opening.channel(), conversation));
                            } else {
                                client.completeExceptionally(failure);
                                var _ = opening.channel().close();
                            }
                        });
        return client;
    }

    private static void fill(SocketChannel channel, Endpoint endpoint, Conversation conversation) {
        if (endpoint.tls() != null) {
            channel.pipeline()
                    .addLast(
                            endpoint.tls()
                                    .newHandler(channel.alloc(), endpoint.host(), endpoint.port()));
        }
        channel.pipeline()
                .addLast(MqttEncoder.INSTANCE)
                .addLast(new MqttDecoder(PACKET_BYTES_MAX))
                .addLast(conversation);
    }

    /**
     * Subscribes to one filter; once a client.
     *
     * @return completes when the broker has granted it, fails with {@link ConnectionFailure}
     */
    public CompletableFuture<Void> subscribe(String filter, int qos) {
        var _ =
                channel.writeAndFlush(
                        MqttMessageBuilders.subscribe()
                                .messageId(1)
                                .addSubscription(MqttQoS.valueOf(qos), filter)
                                .build());
        return conversation.subscribed();
    }

    /**
     * Publishes what a source has due from now on, in place of an earlier one. It is asked again
     * whenever there is room and at every {@link #wake()}.
     *
     * @param window QoS 1 messages that may be unacknowledged at a time, 1 to 65,534
     */
    public void publishFrom(Source source, int window) {
        PublishStream stream = new PublishStream(source, window);
        channel.eventLoop().execute(() -> conversation.publishFrom(stream));
    }

    /** Asks the source again: something has come due. */
    public void wake() {
        channel.eventLoop().execute(conversation::publish);
    }

    /**
     * Asks the source no more.
     *
     * @return completes when nothing more will be sent, so that {@link #sent()} is final
     */
    public CompletableFuture<Void> stop() {
        return CompletableFuture.runAsync(conversation::pause, channel.eventLoop());
    }

    /** Messages handed to the connection since it was opened. */
    public long sent() {
        return conversation.sent();
    }

    /** QoS 1 messages the broker has acknowledged since the connection was opened. */
    public long acknowledged() {
        return conversation.acknowledged();
    }

    /** Why the connection ended, in one sentence; empty while it is open. */
    public String ending() {
        return conversation.ending();
    }

    /** Says good-bye and closes; completes when the connection is closed. */
    public CompletableFuture<Void> disconnect() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        var _ = channel.closeFuture().addListener(_ -> closed.complete(null));
        var _ =
                channel.writeAndFlush(MqttMessage.DISCONNECT)
                        .addListener(ChannelFutureListener.CLOSE);
        return closed;
    }
}
