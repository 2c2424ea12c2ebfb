package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;

/** When a last will is published and how (MQTT 3.1.1, 3.1.2.5 to 3.1.2.7). */
@Timeout(60)
class WillTest {

    @TempDir Path directory;
    private BrokerAtHand broker;
    private Wire watcher;

    @BeforeEach
    void start() throws Exception {
        broker = BrokerAtHand.usual(directory);
        watcher = Wire.connected(broker.port(), "watcher");
        watcher.subscribed(MqttQoS.EXACTLY_ONCE, "will/#");
    }

    @AfterEach
    void stop() throws Exception {
        watcher.close();
        broker.close();
    }

    private static MqttMessage connect(String id, MqttQoS qos, boolean retain, String message) {
        return Wire.connect(
                id,
                it ->
                        it.willFlag(true)
                                .willQoS(qos)
                                .willRetain(retain)
                                .willTopic("will/" + id)
                                .willMessage(message.getBytes(UTF_8)));
    }

    /** A client with a last will that is let in. */
    private Wire mortal(String id, MqttQoS qos, boolean retain, String message) throws Exception {
        Wire wire = new Wire(broker.port());
        wire.send(connect(id, qos, retain, message));
        MqttConnAckMessage answer = (MqttConnAckMessage) wire.next();
        assertThat(answer.variableHeader().connectReturnCode().byteValue()).isZero();
        return wire;
    }

    private Wire mortal(String id) throws Exception {
        return mortal(id, MqttQoS.AT_MOST_ONCE, false, "gone");
    }

    @Test
    void aWillOnATopicOfTheBrokerIsRefused() throws Exception {
        try (Wire wire = new Wire(broker.port())) {
            wire.send(
                    Wire.connect(
                            "disguised",
                            it ->
                                    it.willFlag(true)
                                            .willTopic("$SYS/broker/uptime")
                                            .willMessage("0 seconds".getBytes(UTF_8))));
            assertThat(wire.answer()).isEqualTo(5);
        }
    }

    /** A will that must not come would come before this. */
    private void assertNothingElse() throws Exception {
        try (Wire last = mortal("last")) {
            last.bytes(Raw.hex("00 00"));
            assertThat(last.isClosed()).isTrue();
        }
        assertThat(watcher.said()).isEqualTo("will/last gone");
    }

    @ParameterizedTest
    @EnumSource(
            value = MqttQoS.class,
            names = {"AT_MOST_ONCE", "AT_LEAST_ONCE", "EXACTLY_ONCE"})
    void aConnectionThatBreaksLeavesItsWill(MqttQoS qos) throws Exception {
        mortal("broken", qos, false, "gone").close();

        MqttPublishMessage will = watcher.publication();
        assertThat(will.variableHeader().topicName()).isEqualTo("will/broken");
        assertThat(will.payload().toString(UTF_8)).isEqualTo("gone");
        assertThat(will.fixedHeader().qosLevel()).isEqualTo(qos);
        assertThat(will.fixedHeader().isRetain()).isFalse();
    }

    @Test
    void aWillMayBeEmpty() throws Exception {
        mortal("empty", MqttQoS.AT_LEAST_ONCE, false, "").close();

        assertThat(watcher.said()).isEqualTo("will/empty ");
    }

    @Test
    void aConnectionThatIsEndedForWhatCameLeavesItsWill() throws Exception {
        try (Wire rude = mortal("rude")) {
            rude.bytes(Raw.hex("f0 00"));

            assertThat(watcher.said()).isEqualTo("will/rude gone");
        }
    }

    @Test
    void aConnectionThatIsTakenOverLeavesItsWill() throws Exception {
        try (Wire earlier = mortal("taken");
                Wire later = Wire.connected(broker.port(), "taken")) {
            assertThat(earlier.isClosed()).isTrue();
            assertThat(watcher.said()).isEqualTo("will/taken gone");
            later.send(MqttMessage.DISCONNECT);
            assertThat(later.isClosed()).isTrue();
        }
        assertNothingElse();
    }

    @Test
    void whoSaysGoodbyeLeavesNoWill() throws Exception {
        try (Wire polite = mortal("polite")) {
            polite.send(MqttMessage.DISCONNECT);
            assertThat(polite.isClosed()).isTrue();
        }
        assertNothingElse();
    }

    @Test
    void aGoodbyeInTheSameBreathLeavesNoWill() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (Wire hasty = new Wire(broker.port())) {
                hasty.send(
                        connect("hasty", MqttQoS.AT_MOST_ONCE, false, "gone"),
                        MqttMessage.DISCONNECT);
            }
        }
        assertNothingElse();
    }

    @Test
    void aGoodbyeBehindABurstLeavesNoWill() throws Exception {
        MqttMessage[] burst = new MqttMessage[1_001];
        for (int i = 0; i < 1_000; i++) {
            burst[i] = Wire.publish("burst", MqttQoS.AT_LEAST_ONCE, i + 1, "fast");
        }
        burst[1_000] = MqttMessage.DISCONNECT;
        try (Wire busy = mortal("busy")) {
            busy.send(burst);
            assertThat(busy.isClosed()).isTrue();
        }
        assertNothingElse();
    }

    @Test
    void aWillIsPublishedOnce() throws Exception {
        mortal("once").close();
        assertThat(watcher.said()).isEqualTo("will/once gone");
        Wire.connected(broker.port(), "once").close();
        assertNothingElse();
    }

    @Test
    void whoHasNoWillLeavesNone() throws Exception {
        Wire.connected(broker.port(), "none").close();
        assertNothingElse();
    }

    @Test
    void whoIsNotLetInLeavesNoWill() throws Exception {
        try (Wire refused = new Wire(broker.port())) {
            refused.bytes(
                    Raw.connect(
                            Raw.WILL, Raw.text(""), Raw.text("will/refused"), Raw.text("gone")));
            assertThat(refused.raw(Integer.MAX_VALUE)).isEqualTo(Raw.hex("20 02 00 02"));
        }
        assertNothingElse();
    }

    @Test
    void aWillIsRetainedWhereThatIsAskedForOnly() throws Exception {
        mortal("passing", MqttQoS.AT_LEAST_ONCE, false, "gone").close();
        assertThat(watcher.said()).isEqualTo("will/passing gone");
        mortal("staying", MqttQoS.AT_LEAST_ONCE, true, "gone").close();
        assertThat(watcher.said()).isEqualTo("will/staying gone");
        try (Wire late = Wire.connected(broker.port(), "late")) {
            late.subscribed(MqttQoS.AT_LEAST_ONCE, "will/passing", "will/staying");

            assertThat(late.said()).isEqualTo("will/staying gone retained");
        }
    }
}
