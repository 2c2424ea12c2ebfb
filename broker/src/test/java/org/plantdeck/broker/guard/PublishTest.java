package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a client publishes, and how it is answered and passed on (MQTT 3.1.1, 3.3 and 4.3). */
@Timeout(60)
class PublishTest {

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

    private static Wire subscriber(String topic) throws Exception {
        Wire wire = Wire.connected(broker.port(), "");
        wire.subscribed(MqttQoS.EXACTLY_ONCE, topic);
        return wire;
    }

    private static void assertAnswer(Wire wire, MqttMessageType type, int packetId)
            throws Exception {
        MqttMessage answer = wire.next();
        assertThat(answer.fixedHeader().messageType()).isEqualTo(type);
        assertThat(((MqttMessageIdVariableHeader) answer.variableHeader()).messageId())
                .isEqualTo(packetId);
    }

    private static MqttMessage release(int packetId) {
        return Wire.acknowledgement(MqttMessageType.PUBREL, packetId);
    }

    @Test
    void eachQosHasItsAnswerUnderTheSameNumber() throws Exception {
        try (Wire wire = Wire.connected(broker.port(), "asking")) {
            wire.send(Wire.publish("answers", MqttQoS.AT_MOST_ONCE, 0, "none"));
            wire.send(Wire.publish("answers", MqttQoS.AT_LEAST_ONCE, 4_711, "one"));
            assertAnswer(wire, MqttMessageType.PUBACK, 4_711);
            wire.send(Wire.publish("answers", MqttQoS.EXACTLY_ONCE, 65_535, "two"));
            assertAnswer(wire, MqttMessageType.PUBREC, 65_535);
            wire.send(release(65_535));
            assertAnswer(wire, MqttMessageType.PUBCOMP, 65_535);
            wire.send(release(12));
            assertAnswer(wire, MqttMessageType.PUBCOMP, 12);
        }
    }

    @Test
    void aMessageOfQosZeroHasNeitherNumberNorRepeatFlag() throws Exception {
        try (Wire reader = Wire.connected(broker.port(), "raw");
                Wire publisher = Wire.connected(broker.port(), "publisher")) {
            reader.subscribed(MqttQoS.AT_MOST_ONCE, "q");
            publisher.send(
                    Wire.publish("q", MqttQoS.AT_MOST_ONCE, 0, "x"),
                    Wire.repeated(Wire.publish("q", MqttQoS.AT_LEAST_ONCE, 1, "y")));

            assertThat(reader.raw(12)).isEqualTo(Raw.hex("30 04 00 01 71 78 30 04 00 01 71 79"));
        }
    }

    @Test
    void theRepeatFlagOfThePublisherIsNotPassedOn() throws Exception {
        try (Wire reader = subscriber("repeated");
                Wire publisher = Wire.connected(broker.port(), "publisher")) {
            publisher.send(
                    Wire.repeated(Wire.publish("repeated", MqttQoS.AT_LEAST_ONCE, 1, "one")),
                    Wire.repeated(Wire.publish("repeated", MqttQoS.EXACTLY_ONCE, 2, "two")));

            assertThat(reader.said()).isEqualTo("repeated one");
            assertThat(reader.said()).isEqualTo("repeated two");
        }
    }

    @Test
    void aNumberIsFreeOnceItsMessageOfQosOneIsAcknowledged() throws Exception {
        try (Wire reader = subscriber("again");
                Wire publisher = Wire.connected(broker.port(), "publisher")) {
            MqttPublishMessage message = Wire.publish("again", MqttQoS.AT_LEAST_ONCE, 5, "one");
            publisher.send(message.retainedDuplicate());
            assertAnswer(publisher, MqttMessageType.PUBACK, 5);
            publisher.send(Wire.repeated(message));
            assertAnswer(publisher, MqttMessageType.PUBACK, 5);

            assertThat(reader.said()).isEqualTo("again one");
            assertThat(reader.said()).isEqualTo("again one");
        }
    }

    @Test
    void aMessageOfQosTwoIsPassedOnOnceUntilItIsReleased() throws Exception {
        try (Wire reader = subscriber("twice/#");
                Wire publisher = Wire.connected(broker.port(), "publisher")) {
            MqttPublishMessage message = Wire.publish("twice/a", MqttQoS.EXACTLY_ONCE, 6, "one");
            publisher.send(message.retainedDuplicate());
            assertAnswer(publisher, MqttMessageType.PUBREC, 6);
            publisher.send(Wire.repeated(message.retainedDuplicate()));
            assertAnswer(publisher, MqttMessageType.PUBREC, 6);
            publisher.send(release(6));
            assertAnswer(publisher, MqttMessageType.PUBCOMP, 6);
            publisher.send(message);
            publisher.send(Wire.publish("twice/a", MqttQoS.EXACTLY_ONCE, 7, "end"));

            assertThat(reader.said()).isEqualTo("twice/a one");
            assertThat(reader.said()).isEqualTo("twice/a one");
            assertThat(reader.said()).isEqualTo("twice/a end");
        }
    }

    @Test
    void aMessageOfQosTwoIsPassedOnOnceAlsoWhereItsConnectionBroke() throws Exception {
        MqttPublishMessage message = Wire.publish("broken", MqttQoS.EXACTLY_ONCE, 8, "one");
        try (Wire reader = subscriber("broken")) {
            try (Wire publisher = Wire.connected(broker.port(), "breaking", false)) {
                publisher.send(message.retainedDuplicate());
                assertAnswer(publisher, MqttMessageType.PUBREC, 8);
            }
            try (Wire publisher = Wire.connected(broker.port(), "breaking", false)) {
                publisher.send(Wire.repeated(message.retainedDuplicate()));
                assertAnswer(publisher, MqttMessageType.PUBREC, 8);
                publisher.send(release(8));
                assertAnswer(publisher, MqttMessageType.PUBCOMP, 8);
                publisher.send(Wire.publish("broken", MqttQoS.EXACTLY_ONCE, 8, "end"));
            }
            assertThat(reader.said()).isEqualTo("broken one");
            assertThat(reader.said()).isEqualTo("broken end");
        }
    }

    @Test
    void aCleanSessionKnowsNoMessagesOfTheOneBefore() throws Exception {
        try (Wire reader = subscriber("anew")) {
            for (String payload : List.of("first", "second")) {
                try (Wire publisher = Wire.connected(broker.port(), "anew")) {
                    publisher.send(Wire.publish("anew", MqttQoS.EXACTLY_ONCE, 9, payload));
                    assertAnswer(publisher, MqttMessageType.PUBREC, 9);
                }
            }
            assertThat(reader.said()).isEqualTo("anew first");
            assertThat(reader.said()).isEqualTo("anew second");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MqttQoS.class,
            names = {"AT_MOST_ONCE", "AT_LEAST_ONCE", "EXACTLY_ONCE"})
    void messagesAndAnswersKeepTheirOrder(MqttQoS qos) throws Exception {
        int many = 500;
        try (Wire reader = Wire.connected(broker.port(), "ordered");
                Wire publisher = Wire.connected(broker.port(), "publisher")) {
            reader.subscribed(qos, "ordered/#");
            List<Integer> sent = new ArrayList<>();
            for (int i = 1; i <= many; i++) {
                publisher.send(Wire.publish("ordered/" + i % 3, qos, i, "m" + i));
                sent.add(i);
            }
            List<Integer> seen = new ArrayList<>();
            while (seen.size() < many) {
                MqttMessage next = reader.next();
                if (next instanceof MqttPublishMessage message) {
                    String payload =
                            message.payload().toString(java.nio.charset.StandardCharsets.UTF_8);
                    seen.add(Integer.valueOf(payload.substring(1)));
                }
                answer(reader, next);
            }
            assertThat(seen).isEqualTo(sent);
            if (qos != MqttQoS.AT_MOST_ONCE) {
                for (int i = 1; i <= many; i++) {
                    assertAnswer(
                            publisher,
                            qos == MqttQoS.AT_LEAST_ONCE
                                    ? MqttMessageType.PUBACK
                                    : MqttMessageType.PUBREC,
                            i);
                }
            }
        }
    }

    /** As a subscriber answers: a message by its QoS, a release by its completion. */
    private static void answer(Wire reader, MqttMessage message) throws Exception {
        if (message instanceof MqttPublishMessage publish) {
            int packetId = publish.variableHeader().packetId();
            switch (publish.fixedHeader().qosLevel()) {
                case AT_LEAST_ONCE ->
                        reader.send(Wire.acknowledgement(MqttMessageType.PUBACK, packetId));
                case EXACTLY_ONCE ->
                        reader.send(Wire.acknowledgement(MqttMessageType.PUBREC, packetId));
                default -> {}
            }
        } else {
            int packetId = ((MqttMessageIdVariableHeader) message.variableHeader()).messageId();
            reader.send(Wire.acknowledgement(MqttMessageType.PUBCOMP, packetId));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // both QoS bits, also with the repeat flag
                "36 05 00 01 61 00 01",
                "3e 05 00 01 61 00 01",
                // a repeat flag at QoS 0
                "38 03 00 01 61",
                // a packet number of zero, or none
                "32 05 00 01 61 00 00",
                "34 05 00 01 61 00 00",
                "32 03 00 01 61",
                // a topic with a wildcard, a null, ill-formed text, none, more than there is
                "30 03 00 01 23",
                "30 03 00 01 2b",
                "30 05 00 03 61 2f 23",
                "30 03 00 01 00",
                "30 03 00 01 ff",
                "30 05 00 03 ed a0 80",
                "30 02 00 00",
                "30 03 00 09 61",
                "30 00"
            })
    void aPublishThatIsNotValidEndsItsConnection(String packet) throws Exception {
        try (Wire wire = Wire.connected(broker.port(), "invalid")) {
            wire.bytes(Raw.hex(packet));

            assertThat(wire.perhaps()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "41 02 00 01",
                "42 02 00 01",
                "48 02 00 01",
                "51 02 00 01",
                "54 02 00 01",
                "60 02 00 01",
                "61 02 00 01",
                "63 02 00 01",
                "64 02 00 01",
                "6a 02 00 01",
                "71 02 00 01",
                "72 02 00 01",
                "c1 00",
                "c2 00",
                "c8 00",
                "e1 00",
                "e2 00",
                "e8 00"
            })
    void aPacketWithAFlagThatIsReservedEndsItsConnection(String packet) throws Exception {
        try (Wire witness = subscriber("reserved/will");
                Wire wire = new Wire(broker.port())) {
            wire.bytes(
                    Raw.connect(
                            Raw.CLEAN | Raw.WILL,
                            Raw.text("reserved"),
                            Raw.text("reserved/will"),
                            Raw.text("gone")));
            wire.next();
            wire.bytes(Raw.hex(packet));

            assertThat(wire.perhaps()).isEmpty();
            assertThat(witness.said()).isEqualTo("reserved/will gone");
        }
    }
}
