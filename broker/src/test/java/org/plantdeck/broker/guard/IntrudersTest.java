package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.limits.Limits;

import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/** Packets nobody should send, and clients that want what is not theirs. */
@Timeout(120)
class IntrudersTest {

    private static final Limits IMPATIENT =
            new Limits(100_000, 3, 3, 5, 200_000, Duration.ofSeconds(2));

    @TempDir Path directory;

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static void assertCutOff(Wire wire, String packet) throws Exception {
        try {
            assertThat(wire.isClosed()).isTrue();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("nothing came of " + packet, e);
        }
    }

    @Test
    void noPacketEndsMoreThanItsOwnConnection() throws Exception {
        List<String> first =
                List.of(
                        "00 00",
                        "f0 00",
                        "30 03 00 01 61",
                        "c0 00",
                        "10 ff ff ff ff 7f",
                        "10 00",
                        "10 04 00 04 4d 51",
                        "10 0c 00 04 4d 51 54 54 04 03 00 3c 00 00",
                        "20 02 00 00",
                        "47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31 0d 0a 0d 0a");
        List<String> later =
                List.of(
                        "10 0d 00 04 4d 51 54 54 04 02 00 3c 00 01 78",
                        "30 02 00 00",
                        "30 03 00 01 23",
                        "30 04 00 02 61 2b",
                        "30 03 00 01 00",
                        "36 05 00 01 61 00 01",
                        "32 05 00 01 61 00 00",
                        "80 05 00 01 00 00 00",
                        "82 02 00 01",
                        "82 09 00 01 00 04 61 2f 23 62 01",
                        "82 06 00 01 00 01 61 03",
                        "a2 02 00 01",
                        "20 02 00 00",
                        "90 03 00 01 00",
                        "d0 00",
                        "30 ff ff ff ff ff");
        try (BrokerAtHand broker =
                        BrokerAtHand.with(
                                directory.resolve("first"),
                                IMPATIENT,
                                BrokerSettings.USUAL_QUEUES);
                Wire witness = Wire.witness(broker.port())) {
            for (String packet : first) {
                try (Wire wire = new Wire(broker.port())) {
                    wire.bytes(hex(packet));
                    assertCutOff(wire, packet);
                }
                assertThat(witness.echo("well")).isEqualTo("well");
            }
            assertThat(broker.counted(Reason.FAILURE)).isZero();
        }
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire witness = Wire.witness(broker.port())) {
            for (String packet : later) {
                try (Wire wire = Wire.connected(broker.port(), "intruder")) {
                    wire.bytes(hex(packet));
                    assertCutOff(wire, packet);
                }
                assertThat(witness.echo("well")).isEqualTo("well");
            }
            assertThat(broker.counted(Reason.FAILURE)).isZero();
            assertThat(broker.counted(Reason.MALFORMED)).isPositive();
        }
    }

    @Test
    void harmlessOddPacketsChangeNothing() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire wire = Wire.connected(broker.port(), "odd")) {
            assertThat(wire.subscribed(MqttQoS.AT_LEAST_ONCE, "$share/group/a", "a"))
                    .containsExactly(128, 1);
            wire.send(
                    Wire.acknowledgement(MqttMessageType.PUBACK, 77),
                    Wire.acknowledgement(MqttMessageType.PUBREC, 78),
                    Wire.acknowledgement(MqttMessageType.PUBCOMP, 79),
                    Wire.publish("$SYS/mine", MqttQoS.AT_LEAST_ONCE, 5, "x"),
                    MqttMessage.PINGREQ);

            assertThat(List.of(wire.next(), wire.next()))
                    .extracting(it -> it.fixedHeader().messageType())
                    .containsExactlyInAnyOrder(MqttMessageType.PUBACK, MqttMessageType.PINGRESP);
            assertThat(broker.counted(Reason.PUBLISH_DENIED)).isEqualTo(1);
            assertThat(broker.counted(Reason.SUBSCRIPTION_REFUSED)).isEqualTo(1);
        }
    }

    @Test
    void anotherProtocolVersionIsRefusedWithItsReason() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire five = new Wire(broker.port());
                Wire six = new Wire(broker.port());
                Wire three = new Wire(broker.port())) {
            five.send(Wire.connect("five", it -> it.protocolVersion(MqttVersion.MQTT_5)));
            six.bytes(hex("10 0d 00 04 4d 51 54 54 06 02 00 3c 00 01 78"));
            three.send(Wire.connect("three", it -> it.protocolVersion(MqttVersion.MQTT_3_1)));

            assertThat(six.answer()).isEqualTo(1);
            assertThat(three.answer()).isZero();
            assertThat(five.raw(5)).isEqualTo(hex("20 03 00 84 00"));
            assertThat(five.isClosed()).isTrue();
            assertThat(broker.counted(Reason.VERSION)).isEqualTo(2);
        }
    }

    @Test
    void nobodySeesOrChangesWhatIsNotTheirs() throws Exception {
        try (BrokerAtHand broker =
                        BrokerAtHand.ruled(
                                directory,
                                (user, topic) ->
                                        topic.startsWith(user + "/") || user.equals("all"));
                Wire all = new Wire(broker.port());
                Wire intruder = new Wire(broker.port())) {
            all.send(Wire.connect("owner", it -> it.username("all").password(new byte[1])));
            assertThat(all.answer()).isZero();
            intruder.send(Wire.connect("intruder", it -> it.username("me").password(new byte[1])));
            assertThat(intruder.answer()).isZero();
            all.subscribed(MqttQoS.AT_LEAST_ONCE, "#");
            assertThat(intruder.subscribed(MqttQoS.AT_LEAST_ONCE, "#", "secret/a"))
                    .containsExactly(1, 128);
            all.send(
                    Wire.publish("secret/a", MqttQoS.AT_LEAST_ONCE, 1, "hidden"),
                    Wire.publish("secret/b", MqttQoS.EXACTLY_ONCE, 2, "hidden"),
                    Wire.retained("secret/c", 3, "hidden"),
                    Wire.publish("me/a", MqttQoS.AT_LEAST_ONCE, 4, "shown"));
            assertThat(intruder.said()).isEqualTo("me/a shown");
            intruder.send(
                    Wire.publish("secret/a", MqttQoS.AT_LEAST_ONCE, 9, "forged"),
                    Wire.retained("secret/c", 10, ""),
                    Wire.publish("me/b", MqttQoS.AT_LEAST_ONCE, 11, "own"));

            List<String> seen = new java.util.ArrayList<>();
            while (!seen.contains("me/b own")) {
                MqttMessage next = all.next();
                if (next instanceof io.netty.handler.codec.mqtt.MqttPublishMessage message) {
                    seen.add(
                            message.variableHeader().topicName()
                                    + " "
                                    + message.payload().toString(UTF_8));
                }
            }
            assertThat(seen).doesNotContain("secret/a forged", "secret/c ");
            assertThat(broker.counted(Reason.PUBLISH_DENIED)).isEqualTo(2);
            // The retained one also comes by itself where the subscription has just begun.
            assertThat(broker.counted(Reason.DELIVERY_DENIED)).isBetween(3L, 4L);
            try (Wire thief = new Wire(broker.port());
                    Wire will = new Wire(broker.port())) {
                thief.send(Wire.connect("owner", it -> it.username("me").password(new byte[1])));
                assertThat(thief.answer()).isEqualTo(2);
                will.send(
                        Wire.connect(
                                "w",
                                it ->
                                        it.username("me")
                                                .password(new byte[1])
                                                .willFlag(true)
                                                .willTopic("secret/w")
                                                .willMessage("x".getBytes(UTF_8))));
                assertThat(will.answer()).isEqualTo(5);
            }
        }
    }

    @Test
    void aLastWillIsPublishedAndKept() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire watcher = Wire.connected(broker.port(), "watcher")) {
            watcher.subscribed(MqttQoS.AT_LEAST_ONCE, "status/#");
            for (boolean polite : new boolean[] {true, false}) {
                try (Wire part = new Wire(broker.port())) {
                    part.send(
                            Wire.connect(
                                    "part",
                                    it ->
                                            it.willFlag(true)
                                                    .willRetain(true)
                                                    .willQoS(MqttQoS.AT_LEAST_ONCE)
                                                    .willTopic("status/part" + polite)
                                                    .willMessage("offline".getBytes(UTF_8))));
                    assertThat(part.answer()).isZero();
                    if (polite) {
                        part.send(MqttMessage.DISCONNECT);
                        part.isClosed();
                    }
                }
            }
            assertThat(watcher.said()).isEqualTo("status/partfalse offline");
            try (Wire late = Wire.connected(broker.port(), "late")) {
                late.subscribed(MqttQoS.AT_LEAST_ONCE, "status/#");
                assertThat(late.said()).isEqualTo("status/partfalse offline retained");
            }
        }
    }
}
