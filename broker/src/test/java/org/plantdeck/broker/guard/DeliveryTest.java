package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.moquette.broker.InflightResender;
import io.moquette.broker.MoquetteCore;
import io.moquette.broker.SessionTroubles;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.BrokerSettings;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What goes out to a subscriber, and what comes again (MQTT 3.1.1, 4.3, 4.4 and 4.6). */
@Timeout(60)
class DeliveryTest {

    @TempDir static Path directory;
    private static BrokerAtHand broker;

    @BeforeAll
    static void start() {
        broker = BrokerAtHand.usual(directory);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static void publish(String topic, MqttQoS qos, int from, int to) throws Exception {
        try (Wire publisher = Wire.connected(broker.port(), "publisher of " + topic)) {
            for (int i = from; i <= to; i++) {
                publisher.send(Wire.publish(topic, qos, i, "m" + i));
                publisher.next();
            }
            publisher.send(MqttMessage.DISCONNECT);
            publisher.isClosed();
        }
    }

    private static int packetId(MqttMessage message) {
        return message instanceof MqttPublishMessage publish
                ? publish.variableHeader().packetId()
                : ((MqttMessageIdVariableHeader) message.variableHeader()).messageId();
    }

    private static String words(MqttMessage message) {
        String flags = message.fixedHeader().isDup() ? " again" : "";
        return message instanceof MqttPublishMessage publish
                ? publish.payload().toString(UTF_8) + flags
                : message.fixedHeader().messageType().name();
    }

    @Test
    void everyMessageInFlightHasANumberOfItsOwn() throws Exception {
        try (Wire reader = Wire.connected(broker.port(), "numbers")) {
            reader.subscribed(MqttQoS.EXACTLY_ONCE, "numbers");
            publish("numbers", MqttQoS.AT_LEAST_ONCE, 1, 10);
            publish("numbers", MqttQoS.EXACTLY_ONCE, 11, 20);
            List<Integer> numbers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                MqttPublishMessage message = reader.publication();
                assertThat(message.fixedHeader().isDup()).isFalse();
                numbers.add(packetId(message));
            }
            assertThat(numbers).doesNotHaveDuplicates().doesNotContain(0);
        }
    }

    @Test
    void aReceiptIsAnsweredByAReleaseInItsOrder() throws Exception {
        try (Wire reader = Wire.connected(broker.port(), "releases")) {
            reader.subscribed(MqttQoS.EXACTLY_ONCE, "releases");
            publish("releases", MqttQoS.EXACTLY_ONCE, 1, 5);
            List<Integer> received = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                received.add(packetId(reader.publication()));
            }
            for (int packetId : received) {
                reader.send(Wire.acknowledgement(MqttMessageType.PUBREC, packetId));
            }
            List<Integer> released = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                MqttMessage release = reader.next();
                assertThat(release.fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBREL);
                assertThat(release.fixedHeader().qosLevel()).isEqualTo(MqttQoS.AT_LEAST_ONCE);
                released.add(packetId(release));
            }
            assertThat(released).isEqualTo(received);
        }
    }

    @Test
    void whatIsNotAcknowledgedComesAgainInItsOrderAndUnderItsNumber() throws Exception {
        List<Integer> numbers = new ArrayList<>();
        try (Wire reader = Wire.connected(broker.port(), "again", false)) {
            reader.subscribed(MqttQoS.EXACTLY_ONCE, "again");
            publish("again", MqttQoS.AT_LEAST_ONCE, 1, 3);
            publish("again", MqttQoS.EXACTLY_ONCE, 4, 6);
            for (int i = 1; i <= 6; i++) {
                numbers.add(packetId(reader.publication()));
            }
            reader.send(
                    Wire.acknowledgement(MqttMessageType.PUBACK, numbers.get(1)),
                    Wire.acknowledgement(MqttMessageType.PUBREC, numbers.get(3)));
            assertThat(words(reader.next())).isEqualTo("PUBREL");
        }
        try (Wire reader = Wire.connected(broker.port(), "again", false)) {
            List<String> seen = new ArrayList<>();
            List<Integer> their = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                MqttMessage message = reader.next();
                seen.add(words(message));
                their.add(packetId(message));
            }
            assertThat(seen)
                    .containsExactly("m1 again", "m3 again", "PUBREL", "m5 again", "m6 again");
            numbers.subList(1, 2).clear();
            assertThat(their).isEqualTo(numbers);
        }
    }

    @Test
    void aReleaseComesAgainUntilItIsCompleted() throws Exception {
        int number;
        try (Wire reader = Wire.connected(broker.port(), "released", false)) {
            reader.subscribed(MqttQoS.EXACTLY_ONCE, "released");
            publish("released", MqttQoS.EXACTLY_ONCE, 1, 1);
            number = packetId(reader.publication());
            MqttMessage receipt = Wire.acknowledgement(MqttMessageType.PUBREC, number);
            reader.send(receipt);
            assertThat(words(reader.next())).isEqualTo("PUBREL");
            reader.send(receipt);
        }
        try (Wire reader = Wire.connected(broker.port(), "released", false)) {
            MqttMessage release = reader.next();
            assertThat(words(release)).isEqualTo("PUBREL");
            assertThat(packetId(release)).isEqualTo(number);
            reader.send(Wire.acknowledgement(MqttMessageType.PUBCOMP, number));
            reader.send(MqttMessage.DISCONNECT);
            assertThat(reader.isClosed()).isTrue();
        }
        try (Wire reader = Wire.connected(broker.port(), "released", false)) {
            publish("released", MqttQoS.EXACTLY_ONCE, 2, 2);
            assertThat(words(reader.next())).isEqualTo("m2");
        }
    }

    @Test
    void nothingIsSentAgainWhileAConnectionLives() {
        List<Object> passed = new ArrayList<>();
        try (MoquetteCore core = core()) {
            Gate gate =
                    new Gate(
                            "local-broker",
                            BrokerSettings.USUAL_LIMITS,
                            _ -> new CompletableFuture<>(),
                            InstantSource.system(),
                            _ -> core);
            EmbeddedChannel channel =
                    new EmbeddedChannel(
                            new Guard(gate, _ -> Optional.empty()),
                            new ChannelInboundHandlerAdapter() {
                                @Override
                                public void userEventTriggered(
                                        ChannelHandlerContext ctx, Object event) {
                                    passed.add(event);
                                }
                            });
            channel.pipeline()
                    .fireUserEventTriggered(new InflightResender.ResendNotAckedPublishes());
            channel.pipeline().fireUserEventTriggered("another event");
            var _ = channel.close();
        }
        assertThat(passed).containsExactly("another event");
    }

    private static MoquetteCore core() {
        return new MoquetteCore(
                new MoquetteCore.Wiring(
                        directory.resolve("unused.mv"),
                        BrokerSettings.USUAL_QUEUES,
                        16,
                        (client, filter) -> true,
                        new SessionTroubles() {
                            @Override
                            public void failed(String clientId, Throwable cause) {}

                            @Override
                            public void storeFailed(Throwable cause) {}

                            @Override
                            public void queueFull() {}

                            @Override
                            public void loopFull() {}
                        }));
    }
}
