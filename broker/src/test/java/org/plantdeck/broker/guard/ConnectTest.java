package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/** What a CONNECT must look like, and how it is answered (MQTT 3.1.1, 3.1 and 3.2). */
@Timeout(60)
class ConnectTest {

    private static final byte[] ACCEPTED = Raw.hex("20 02 00 00");
    private static final byte[] WRONG_LEVEL = Raw.hex("20 02 00 01");
    private static final byte[] WRONG_IDENTIFIER = Raw.hex("20 02 00 02");
    private static final byte[] NOT_ALLOWED = Raw.hex("20 02 00 05");

    @TempDir static Path directory;
    private static BrokerAtHand broker;

    @BeforeAll
    static void start() {
        broker =
                BrokerAtHand.ruled(
                        directory,
                        (user, topic) -> user.equals("guest") || topic.startsWith(user + "/"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    /** All that the broker says to some bytes before it closes the connection. */
    private static byte[] answer(byte[] packet) throws Exception {
        try (Wire wire = new Wire(broker.port())) {
            wire.bytes(packet);
            return wire.raw(Integer.MAX_VALUE);
        }
    }

    private static void assertClosedWithoutAWord(byte[]... packets) throws Exception {
        for (byte[] packet : packets) {
            assertThat(answer(packet)).as(java.util.HexFormat.of().formatHex(packet)).isEmpty();
        }
    }

    @Test
    void anythingButAConnectEndsANewConnection() throws Exception {
        assertClosedWithoutAWord(
                Raw.hex("c0 00"),
                Raw.hex("e0 00"),
                Raw.hex("30 03 00 01 61"),
                Raw.hex("82 06 00 01 00 01 61 00"));
    }

    @Test
    void aSecondConnectEndsTheConnection() throws Exception {
        try (Wire wire = new Wire(broker.port())) {
            byte[] connect = Raw.connect(Raw.CLEAN, Raw.text("twice"));
            wire.bytes(connect);
            assertThat(wire.raw(4)).isEqualTo(ACCEPTED);
            wire.bytes(connect);

            assertThat(wire.raw(1)).isEmpty();
        }
    }

    @Test
    void aProtocolOfAnotherNameIsRefused() throws Exception {
        byte[] rest = Raw.joined(Raw.bytes(4, 2), Raw.number(60), Raw.text("named"));

        assertThat(answer(Raw.packet(0x10, Raw.text("MQTX"), rest))).isEqualTo(WRONG_LEVEL);
        assertThat(answer(Raw.packet(0x10, Raw.text("mqtt"), rest))).isEqualTo(WRONG_LEVEL);
        assertThat(answer(Raw.packet(0x10, Raw.text("MQIsdp"), rest))).isEqualTo(WRONG_LEVEL);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 6, 127, 255})
    void anUnknownLevelIsAnsweredWithItsCode(int level) throws Exception {
        assertThat(
                        answer(
                                Raw.packet(
                                        0x10,
                                        Raw.text("MQTT"),
                                        Raw.bytes(level, 2),
                                        Raw.number(60),
                                        Raw.text("level"))))
                .isEqualTo(WRONG_LEVEL);
    }

    @Test
    void theReservedFlagMustBeZero() throws Exception {
        assertClosedWithoutAWord(Raw.connect(Raw.CLEAN | 1, Raw.text("reserved")));
    }

    @Test
    void flagsOfAWillNeedAWill() throws Exception {
        assertClosedWithoutAWord(
                Raw.connect(Raw.CLEAN | 0x08, Raw.text("will")),
                Raw.connect(Raw.CLEAN | 0x10, Raw.text("will")),
                Raw.connect(Raw.CLEAN | Raw.WILL_RETAINED, Raw.text("will")));
    }

    @Test
    void aWillHasNoQosOfThree() throws Exception {
        assertClosedWithoutAWord(
                Raw.connect(
                        Raw.CLEAN | Raw.WILL | 0x18,
                        Raw.text("will"),
                        Raw.text("test/will"),
                        Raw.text("gone")));
    }

    @Test
    void aPasswordNeedsAUserName() throws Exception {
        assertClosedWithoutAWord(
                Raw.connect(Raw.CLEAN | Raw.PASSWORD, Raw.text("alone"), Raw.text("secret")));
    }

    @Test
    void whatTheFlagsAnnounceIsThereAndNothingElse() throws Exception {
        byte[] id = Raw.text("announced");
        assertClosedWithoutAWord(
                Raw.connect(Raw.CLEAN),
                Raw.connect(Raw.CLEAN | Raw.USER, id),
                Raw.connect(Raw.CLEAN | Raw.USER | Raw.PASSWORD, id, Raw.text("guest")),
                Raw.connect(Raw.CLEAN | Raw.WILL, id),
                Raw.connect(Raw.CLEAN | Raw.WILL, id, Raw.text("test/will")),
                Raw.connect(Raw.CLEAN, id, Raw.text("guest")),
                Raw.connect(Raw.CLEAN | Raw.USER, id, Raw.text("guest"), Raw.text("secret")),
                Raw.connect(Raw.CLEAN, id, Raw.text("test/will"), Raw.text("gone")));
    }

    @Test
    void textInAConnectIsWellFormed() throws Exception {
        byte[] id = Raw.text("text");
        byte[] overlong = Raw.counted(Raw.bytes('a', 0xc0, 0x80));
        byte[] surrogate = Raw.counted(Raw.bytes(0xed, 0xa0, 0x80));
        byte[] nothing = Raw.text("a\u0000b");
        for (byte[] wrong : List.of(overlong, surrogate, nothing)) {
            assertClosedWithoutAWord(
                    Raw.connect(Raw.CLEAN, wrong),
                    Raw.connect(Raw.CLEAN | Raw.USER, id, wrong),
                    Raw.connect(Raw.CLEAN | Raw.WILL, id, wrong, Raw.text("gone")));
        }
    }

    @Test
    void theFieldsComeInTheirOrder() throws Exception {
        try (Wire watcher = Wire.connected(broker.port(), "watcher")) {
            watcher.subscribed(MqttQoS.AT_MOST_ONCE, "otto/#");
            try (Wire wire = new Wire(broker.port())) {
                wire.bytes(
                        Raw.connect(
                                Raw.CLEAN | Raw.WILL | Raw.USER | Raw.PASSWORD,
                                Raw.text("ordered"),
                                Raw.text("otto/will"),
                                Raw.text("gone"),
                                Raw.text("otto"),
                                Raw.text("secret")));
                assertThat(wire.raw(4)).isEqualTo(ACCEPTED);
            }
            assertThat(watcher.said()).isEqualTo("otto/will gone");
        }
    }

    @Test
    void anIdentifierOfTwentyThreeLettersIsTaken() throws Exception {
        for (String id :
                List.of(
                        "a",
                        "0123456789abcdefghijklm",
                        "nopqrstuvwxyzABCDEFGHIJ",
                        "KLMNOPQRSTUVWXYZ")) {
            try (Wire wire = new Wire(broker.port())) {
                wire.bytes(Raw.connect(0, Raw.text(id)));
                assertThat(wire.raw(4)).isEqualTo(ACCEPTED);
            }
        }
    }

    @Test
    void anEmptyIdentifierIsReplacedByOneOfItsOwn() throws Exception {
        try (Wire one = Wire.connected(broker.port(), "");
                Wire other = Wire.connected(broker.port(), "")) {
            one.subscribed(MqttQoS.AT_MOST_ONCE, "test/empty");
            other.subscribed(MqttQoS.AT_MOST_ONCE, "test/empty");
            other.send(Wire.publish("test/empty", MqttQoS.AT_MOST_ONCE, 0, "both"));

            assertThat(one.said()).isEqualTo("test/empty both");
            assertThat(other.said()).isEqualTo("test/empty both");
        }
    }

    @Test
    void anEmptyIdentifierNeedsACleanSession() throws Exception {
        assertThat(answer(Raw.connect(0, Raw.text("")))).isEqualTo(WRONG_IDENTIFIER);
    }

    @Test
    void anIdentifierThatIsNotTakenIsToldSo() throws Exception {
        assertThat(answer(Raw.connect(Raw.CLEAN, Raw.text("x".repeat(257)))))
                .isEqualTo(WRONG_IDENTIFIER);
    }

    @Test
    void aRefusalNamesNoSessionAndCloses() throws Exception {
        Wire.connected(broker.port(), "stored", false).close();

        assertThat(
                        answer(
                                Raw.connect(
                                        Raw.WILL,
                                        Raw.text("stored"),
                                        Raw.text("test/+"),
                                        Raw.text("gone"))))
                .isEqualTo(NOT_ALLOWED);
    }

    @Test
    void whatFollowsARefusedConnectIsNotLookedAt() throws Exception {
        try (Wire watcher = Wire.connected(broker.port(), "watcher")) {
            watcher.subscribed(MqttQoS.AT_LEAST_ONCE, "test/refused");
            assertThat(
                            answer(
                                    Raw.joined(
                                            Raw.connect(0, Raw.text("")),
                                            Raw.packet(
                                                    0x30,
                                                    Raw.text("test/refused"),
                                                    "secret".getBytes(UTF_8)))))
                    .isEqualTo(WRONG_IDENTIFIER);
            watcher.send(Wire.publish("test/refused", MqttQoS.AT_MOST_ONCE, 0, "end"));

            assertThat(watcher.said()).isEqualTo("test/refused end");
        }
    }

    @Test
    void mqttThreeOneIsSpoken() throws Exception {
        try (Wire old = new Wire(broker.port());
                Wire recent = Wire.connected(broker.port(), "recent")) {
            old.bytes(
                    Raw.packet(
                            0x10,
                            Raw.text("MQIsdp"),
                            Raw.bytes(3, Raw.CLEAN),
                            Raw.number(60),
                            Raw.text("old")));
            assertThat(old.raw(4)).isEqualTo(ACCEPTED);
            assertThat(old.subscribed(MqttQoS.EXACTLY_ONCE, "test/old")).containsExactly(2);
            recent.subscribed(MqttQoS.AT_LEAST_ONCE, "test/recent");
            recent.send(Wire.publish("test/old", MqttQoS.AT_MOST_ONCE, 0, "to the old"));
            assertThat(old.said()).isEqualTo("test/old to the old");
            old.send(Wire.publish("test/recent", MqttQoS.AT_LEAST_ONCE, 9, "to the recent"));

            assertThat(old.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBACK);
            assertThat(recent.said()).isEqualTo("test/recent to the recent");
            old.send(MqttMessage.DISCONNECT);
            assertThat(old.isClosed()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "an identifier of more than 23"})
    void mqttThreeOneHasIdentifiersOfOneToTwentyThreeLetters(String id) throws Exception {
        byte[] header = Raw.joined(Raw.text("MQIsdp"), Raw.bytes(3, Raw.CLEAN), Raw.number(60));

        assertThat(answer(Raw.packet(0x10, header, Raw.text(id)))).isEqualTo(WRONG_IDENTIFIER);
    }
}
