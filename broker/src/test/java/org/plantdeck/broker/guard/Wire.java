package org.plantdeck.broker.guard;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A client that sends and sees single packets. Threads: one. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int PACKET_BYTES_MAX = 64 * 1024 * 1024;

    private final Socket socket;
    private final EmbeddedChannel decoder = new EmbeddedChannel(new MqttDecoder(PACKET_BYTES_MAX));
    private final EmbeddedChannel encoder = new EmbeddedChannel(MqttEncoder.INSTANCE);

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    /** Connected with a clean session. */
    static Wire connected(int port, String id) throws IOException {
        return connected(port, id, true);
    }

    static Wire connected(int port, String id, boolean clean) throws IOException {
        Wire wire = new Wire(port);
        wire.send(connect(id, it -> it.cleanSession(clean)));
        int answer = wire.answer();
        if (answer != 0) {
            throw new IOException("refused: " + answer);
        }
        return wire;
    }

    /** One that hears itself, to live through what others do. */
    static Wire witness(int port) throws IOException {
        Wire wire = connected(port, "witness");
        wire.subscribed(MqttQoS.AT_MOST_ONCE, "witness");
        return wire;
    }

    static MqttMessage connect(String id, UnaryOperator<MqttMessageBuilders.ConnectBuilder> more) {
        return more.apply(
                        MqttMessageBuilders.connect()
                                .protocolVersion(MqttVersion.MQTT_3_1_1)
                                .cleanSession(true)
                                .keepAlive(60)
                                .clientId(id))
                .build();
    }

    static MqttMessage subscribe(int packetId, MqttQoS qos, String... filters) {
        MqttMessageBuilders.SubscribeBuilder subscribe =
                MqttMessageBuilders.subscribe().messageId(packetId);
        for (String filter : filters) {
            subscribe.addSubscription(qos, filter);
        }
        return subscribe.build();
    }

    static MqttPublishMessage publish(String topic, MqttQoS qos, int packetId, String payload) {
        return MqttMessageBuilders.publish()
                .topicName(topic)
                .qos(qos)
                .messageId(packetId)
                .payload(Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8))
                .build();
    }

    static MqttPublishMessage retained(String topic, int packetId, String payload) {
        return MqttMessageBuilders.publish()
                .topicName(topic)
                .qos(MqttQoS.AT_LEAST_ONCE)
                .messageId(packetId)
                .retained(true)
                .payload(Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8))
                .build();
    }

    static MqttPublishMessage repeated(MqttPublishMessage message) {
        MqttFixedHeader header = message.fixedHeader();
        return new MqttPublishMessage(
                new MqttFixedHeader(
                        MqttMessageType.PUBLISH, true, header.qosLevel(), header.isRetain(), 0),
                message.variableHeader(),
                message.payload());
    }

    static MqttMessage acknowledgement(MqttMessageType type, int packetId) {
        return new MqttMessage(
                new MqttFixedHeader(
                        type,
                        false,
                        type == MqttMessageType.PUBREL
                                ? MqttQoS.AT_LEAST_ONCE
                                : MqttQoS.AT_MOST_ONCE,
                        false,
                        0),
                MqttMessageIdVariableHeader.from(packetId));
    }

    /** All packets in one write. */
    void send(MqttMessage... messages) throws IOException {
        ByteBuf all = Unpooled.buffer();
        for (MqttMessage message : messages) {
            encoder.writeOutbound(message);
            for (ByteBuf part = encoder.readOutbound();
                    part != null;
                    part = encoder.readOutbound()) {
                all.writeBytes(part);
                part.release();
            }
        }
        bytes(Arrays.copyOf(all.array(), all.readableBytes()));
    }

    void bytes(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next bytes as they come. */
    byte[] raw(int count) throws IOException {
        return socket.getInputStream().readNBytes(count);
    }

    /** The next packet; fails where the connection ends. */
    MqttMessage next() throws IOException {
        return perhaps().orElseThrow(() -> new IOException("the broker has closed"));
    }

    /** The next packet, or nothing where the broker closes the connection. */
    Optional<MqttMessage> perhaps() throws IOException {
        byte[] buffer = new byte[65_536];
        while (true) {
            MqttMessage message = decoder.readInbound();
            if (message != null) {
                return Optional.of(message);
            }
            int count;
            try {
                count = socket.getInputStream().read(buffer);
            } catch (java.net.SocketException reset) {
                return Optional.empty();
            }
            if (count < 0) {
                return Optional.empty();
            }
            decoder.writeInbound(Unpooled.copiedBuffer(buffer, 0, count));
        }
    }

    /** The next packet, a PUBLISH. */
    MqttPublishMessage publication() throws IOException {
        return (MqttPublishMessage) next();
    }

    /** The next PUBLISH in words: topic, payload, and what is special about it. */
    String said() throws IOException {
        MqttPublishMessage message = publication();
        return message.variableHeader().topicName()
                + " "
                + message.payload().toString(StandardCharsets.UTF_8)
                + (message.fixedHeader().isRetain() ? " retained" : "")
                + (message.fixedHeader().isDup() ? " again" : "");
    }

    /** The next packet, a CONNACK: its return code, 0 where the client is let in. */
    int answer() throws IOException {
        return ((MqttConnAckMessage) next()).variableHeader().connectReturnCode().byteValue()
                & 0xff;
    }

    /** What a witness hears of a word it says. */
    String echo(String word) throws IOException {
        send(publish("witness", MqttQoS.AT_MOST_ONCE, 0, word));
        return publication().payload().toString(StandardCharsets.UTF_8);
    }

    /** Subscribes and awaits the answer: granted qualities of service, 128 where refused. */
    java.util.List<Integer> subscribed(MqttQoS qos, String... filters) throws IOException {
        send(subscribe(1, qos, filters));
        return ((MqttSubAckMessage) next()).payload().reasonCodes();
    }

    /** Reads until the broker closes, within the patience of the socket. */
    boolean isClosed() throws IOException {
        Optional<MqttMessage> next = perhaps();
        while (next.isPresent()) {
            next = perhaps();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        decoder.finishAndReleaseAll();
        encoder.finishAndReleaseAll();
    }
}
