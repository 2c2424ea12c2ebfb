package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** What a session is and how long it lasts (MQTT 3.1.1, 3.1.2.4 and 4.1). */
@Timeout(60)
class SessionTest {

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

    /** Connects and says whether a session was there. */
    private static boolean isPresent(Wire wire, String id, boolean clean) throws Exception {
        wire.send(Wire.connect(id, it -> it.cleanSession(clean)));
        MqttConnAckMessage answer = (MqttConnAckMessage) wire.next();
        assertThat(answer.variableHeader().connectReturnCode().byteValue()).isZero();
        return answer.variableHeader().isSessionPresent();
    }

    private static void leave(Wire wire) throws Exception {
        wire.send(MqttMessage.DISCONNECT);
        assertThat(wire.isClosed()).isTrue();
    }

    private static void published(Wire publisher, MqttPublishMessage message) throws Exception {
        publisher.send(message);
        MqttMessage answer = publisher.next();
        if (answer.fixedHeader().messageType() == MqttMessageType.PUBREC) {
            publisher.send(
                    Wire.acknowledgement(
                            MqttMessageType.PUBREL, message.variableHeader().packetId()));
            publisher.next();
        }
    }

    @Test
    void aSessionThatIsNotCleanIsTakenUpAgain() throws Exception {
        try (Wire first = new Wire(broker.port())) {
            assertThat(isPresent(first, "lasting", false)).isFalse();
            first.subscribed(MqttQoS.AT_LEAST_ONCE, "lasting/#");
            leave(first);
        }
        try (Wire again = new Wire(broker.port());
                Wire publisher = Wire.connected(broker.port(), "publisher")) {
            assertThat(isPresent(again, "lasting", false)).isTrue();
            published(publisher, Wire.publish("lasting/a", MqttQoS.AT_LEAST_ONCE, 1, "on"));

            assertThat(again.said()).isEqualTo("lasting/a on");
        }
    }

    @Test
    void whatComesMeanwhileIsKeptInItsOrder() throws Exception {
        try (Wire first = Wire.connected(broker.port(), "away", false)) {
            first.subscribed(MqttQoS.EXACTLY_ONCE, "away/#");
            leave(first);
        }
        try (Wire publisher = Wire.connected(broker.port(), "publisher")) {
            published(publisher, Wire.publish("away/a", MqttQoS.AT_LEAST_ONCE, 1, "one"));
            published(publisher, Wire.publish("away/b", MqttQoS.EXACTLY_ONCE, 2, "two"));
            published(publisher, Wire.publish("away/a", MqttQoS.AT_LEAST_ONCE, 3, "three"));
        }
        try (Wire again = new Wire(broker.port())) {
            assertThat(isPresent(again, "away", false)).isTrue();
            assertThat(again.said()).isEqualTo("away/a one");
            MqttPublishMessage second = again.publication();
            assertThat(second.variableHeader().topicName()).isEqualTo("away/b");
            assertThat(second.fixedHeader().qosLevel()).isEqualTo(MqttQoS.EXACTLY_ONCE);
            assertThat(again.said()).isEqualTo("away/a three");
        }
    }

    @Test
    void aCleanSessionForgetsTheOneBeforeAndIsForgotten() throws Exception {
        try (Wire lasting = Wire.connected(broker.port(), "forgotten", false);
                Wire publisher = Wire.connected(broker.port(), "publisher")) {
            lasting.subscribed(MqttQoS.AT_LEAST_ONCE, "before");
            leave(lasting);
            published(publisher, Wire.publish("before", MqttQoS.AT_LEAST_ONCE, 1, "waiting"));
            try (Wire clean = new Wire(broker.port())) {
                assertThat(isPresent(clean, "forgotten", true)).isFalse();
                clean.subscribed(MqttQoS.AT_LEAST_ONCE, "meanwhile");
                published(publisher, Wire.publish("before", MqttQoS.AT_LEAST_ONCE, 2, "no"));
                published(publisher, Wire.publish("meanwhile", MqttQoS.AT_LEAST_ONCE, 3, "yes"));
                assertThat(clean.said()).isEqualTo("meanwhile yes");
                leave(clean);
            }
            try (Wire after = new Wire(broker.port())) {
                assertThat(isPresent(after, "forgotten", false)).isFalse();
                after.subscribed(MqttQoS.AT_LEAST_ONCE, "after");
                published(publisher, Wire.publish("before", MqttQoS.AT_LEAST_ONCE, 4, "no"));
                published(publisher, Wire.publish("meanwhile", MqttQoS.AT_LEAST_ONCE, 5, "no"));
                published(publisher, Wire.publish("after", MqttQoS.AT_LEAST_ONCE, 6, "yes"));
                assertThat(after.said()).isEqualTo("after yes");
            }
        }
    }

    @Test
    void aRetainedMessageOutlivesTheSessionItCameFrom() throws Exception {
        try (Wire publisher = Wire.connected(broker.port(), "passing")) {
            published(publisher, Wire.retained("kept", 1, "still here"));
            leave(publisher);
        }
        try (Wire reader = Wire.connected(broker.port(), "reader")) {
            reader.subscribed(MqttQoS.AT_LEAST_ONCE, "kept");

            assertThat(reader.said()).isEqualTo("kept still here retained");
        }
    }

    @Test
    void aClientThatComesTwiceEndsItsEarlierConnection() throws Exception {
        try (Wire earlier = Wire.connected(broker.port(), "twice", false)) {
            earlier.subscribed(MqttQoS.AT_LEAST_ONCE, "twice");
            try (Wire later = new Wire(broker.port())) {
                assertThat(isPresent(later, "twice", false)).isTrue();
                assertThat(earlier.isClosed()).isTrue();
                later.send(Wire.publish("twice", MqttQoS.AT_MOST_ONCE, 0, "to the later"));

                assertThat(later.said()).isEqualTo("twice to the later");
            }
        }
    }

    @Test
    void aCleanClientThatComesTwiceBeginsAnew() throws Exception {
        try (Wire earlier = Wire.connected(broker.port(), "anew")) {
            earlier.subscribed(MqttQoS.AT_LEAST_ONCE, "anew/earlier");
            try (Wire later = new Wire(broker.port())) {
                assertThat(isPresent(later, "anew", true)).isFalse();
                assertThat(earlier.isClosed()).isTrue();
                later.subscribed(MqttQoS.AT_LEAST_ONCE, "anew/later");
                later.send(
                        Wire.publish("anew/earlier", MqttQoS.AT_MOST_ONCE, 0, "no"),
                        Wire.publish("anew/later", MqttQoS.AT_MOST_ONCE, 0, "yes"));

                assertThat(later.said()).isEqualTo("anew/later yes");
            }
        }
    }

    @Test
    void theAnswerComesBeforeWhatHasWaited() throws Exception {
        try (Wire first = Wire.connected(broker.port(), "waiting", false)) {
            first.subscribed(MqttQoS.AT_LEAST_ONCE, "waiting");
            leave(first);
        }
        try (Wire publisher = Wire.connected(broker.port(), "publisher")) {
            published(publisher, Wire.publish("waiting", MqttQoS.AT_LEAST_ONCE, 1, "long"));
        }
        try (Wire again = new Wire(broker.port())) {
            again.send(Wire.connect("waiting", it -> it.cleanSession(false)));

            assertThat(again.raw(4)).isEqualTo(Raw.hex("20 02 01 00"));
            assertThat(again.said()).isEqualTo("waiting long");
        }
    }

    @Test
    void aFailureInTheBrokerEndsTheConnectionOfItsPacketOnly() throws Exception {
        try (BrokerAtHand failing =
                        BrokerAtHand.ruled(
                                directory.resolve("failing"),
                                (user, topic) -> {
                                    if (topic.equals("broken")) {
                                        throw new IllegalStateException("for this test");
                                    }
                                    return true;
                                });
                Wire unlucky = Wire.connected(failing.port(), "unlucky");
                Wire witness = Wire.connected(failing.port(), "witness")) {
            unlucky.send(Wire.subscribe(1, MqttQoS.AT_MOST_ONCE, "broken"));

            assertThat(unlucky.perhaps()).isEmpty();
            assertThat(witness.subscribed(MqttQoS.AT_MOST_ONCE, "a")).containsExactly(0);
        }
    }
}
