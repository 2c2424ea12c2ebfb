package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttQoS;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.EmbeddedBroker;
import org.plantdeck.broker.listen.Listener;
import org.plantdeck.fixtures.FreePorts;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** MQTT in WebSocket frames (MQTT 3.1.1, 6). */
@Timeout(60)
class WebSocketTest {

    private static final int PATIENCE_SECONDS = 30;
    private static final byte[] ACCEPTED = Raw.hex("20 02 00 00");
    private static final byte[] PING = Raw.hex("c0 00");
    private static final byte[] PONG = Raw.hex("d0 00");

    @TempDir static Path directory;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int PORT = FreePorts.one();
    private static final int TCP_PORT = FreePorts.one();
    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() {
        BrokerSettings usual =
                BrokerSettings.open("local-broker", "127.0.0.1", TCP_PORT, directory);
        broker =
                EmbeddedBroker.of(
                        new BrokerSettings(
                                usual.name(),
                                List.of(
                                        usual.listeners().getFirst(),
                                        new Listener(
                                                "local-broker.websocket-port",
                                                Listener.Transport.WEBSOCKET,
                                                "127.0.0.1",
                                                PORT,
                                                false,
                                                false)),
                                directory,
                                usual.certificates(),
                                usual.limits(),
                                usual.queues(),
                                usual.admission()));
        broker.start();
    }

    @AfterAll
    static void stop() {
        broker.close();
        CLIENT.close();
    }

    /** A client of frames: the bytes that came, and when it was closed. */
    private static final class Frames implements WebSocket.Listener, AutoCloseable {

        private final BlockingQueue<Byte> bytes = new LinkedBlockingQueue<>();
        private final CompletableFuture<Void> closed = new CompletableFuture<>();
        private final WebSocket socket;

        Frames(String... protocols) {
            WebSocket.Builder builder = CLIENT.newWebSocketBuilder();
            if (protocols.length > 0) {
                builder.subprotocols(
                        protocols[0], Arrays.copyOfRange(protocols, 1, protocols.length));
            }
            socket =
                    builder.buildAsync(URI.create("ws://127.0.0.1:" + PORT + "/mqtt"), this).join();
        }

        void send(byte[] frame) {
            socket.sendBinary(ByteBuffer.wrap(frame), true).join();
        }

        byte[] next(int count) throws Exception {
            byte[] next = new byte[count];
            for (int i = 0; i < count; i++) {
                Byte one = bytes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(one).as("byte " + i).isNotNull();
                next[i] = one;
            }
            return next;
        }

        void assertClosed() throws Exception {
            closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        @Override
        public CompletionStage<?> onBinary(WebSocket its, ByteBuffer data, boolean last) {
            while (data.hasRemaining()) {
                bytes.add(data.get());
            }
            its.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onText(WebSocket its, CharSequence data, boolean last) {
            closed.completeExceptionally(new AssertionError("text came: " + data));
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket its, int code, String reason) {
            closed.complete(null);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket its, Throwable error) {
            closed.complete(null);
        }

        @Override
        public void close() {
            socket.abort();
        }
    }

    private static byte[] connect(String id) {
        return Raw.connect(Raw.CLEAN, Raw.text(id));
    }

    @Test
    void theProtocolThatIsChosenIsMqtt() {
        try (Frames alone = new Frames("mqtt");
                Frames last = new Frames("mqttv3.1", "mqtt");
                Frames first = new Frames("mqtt", "mqttv3.1.1")) {
            assertThat(alone.socket.getSubprotocol()).isEqualTo("mqtt");
            assertThat(last.socket.getSubprotocol()).isEqualTo("mqtt");
            assertThat(first.socket.getSubprotocol()).isEqualTo("mqtt");
        }
    }

    @Test
    void packetsAreNotBoundToFrames() throws Exception {
        try (Frames frames = new Frames("mqtt")) {
            for (byte one : connect("byte by byte")) {
                frames.send(new byte[] {one});
            }
            assertThat(frames.next(4)).isEqualTo(ACCEPTED);
            frames.send(Raw.joined(PING, PING, Raw.bytes(0xc0)));
            assertThat(frames.next(4)).isEqualTo(Raw.joined(PONG, PONG));
            frames.send(Raw.bytes(0));
            assertThat(frames.next(2)).isEqualTo(PONG);
        }
    }

    @Test
    void aMessageOfManyFramesIsOneStream() throws Exception {
        try (Frames frames = new Frames("mqtt")) {
            byte[] packet = connect("in fragments");
            frames.socket.sendBinary(ByteBuffer.wrap(packet, 0, 5), false).join();
            frames.socket.sendBinary(ByteBuffer.wrap(packet, 5, packet.length - 5), true).join();

            assertThat(frames.next(4)).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void aFrameOfTextEndsTheConnectionAsIfTheNetworkHadFailed() throws Exception {
        try (Wire watcher = Wire.connected(TCP_PORT, "watcher");
                Frames frames = new Frames("mqtt")) {
            watcher.subscribed(MqttQoS.AT_MOST_ONCE, "text");
            frames.send(
                    Raw.connect(
                            Raw.CLEAN | Raw.WILL,
                            Raw.text("texting"),
                            Raw.text("text"),
                            Raw.text("gone")));
            assertThat(frames.next(4)).isEqualTo(ACCEPTED);
            frames.socket.sendText("c000", true).join();

            frames.assertClosed();
            assertThat(watcher.said()).isEqualTo("text gone");
        }
    }

    @Test
    void aPacketThatIsNotMqttEndsTheConnection() throws Exception {
        try (Frames frames = new Frames("mqtt")) {
            frames.send(connect("rude"));
            assertThat(frames.next(4)).isEqualTo(ACCEPTED);
            frames.send(Raw.hex("c1 00"));

            frames.assertClosed();
        }
    }
}
