package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Ending a subscription (MQTT 3.1.1, 3.10 and 3.11). */
@Timeout(60)
class UnsubscribeTest {

    private static final byte[] ANSWER = Raw.hex("b0 02 12 67");

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

    private static byte[] unsubscribe(String... filters) {
        byte[] payload = {};
        for (String filter : filters) {
            payload = Raw.joined(payload, Raw.text(filter));
        }
        return Raw.packet(0xa2, Raw.number(0x1267), payload);
    }

    @Test
    void oneAnswerUnderTheSameNumberEndsAllThatIsNamed() throws Exception {
        try (Wire wire = Wire.connected(broker.port(), "many")) {
            wire.subscribed(MqttQoS.AT_MOST_ONCE, "many/a", "many/b", "many/c");
            wire.bytes(unsubscribe("many/a", "many/unknown", "many/b"));
            assertThat(wire.raw(4)).isEqualTo(ANSWER);
            for (String topic : new String[] {"many/a", "many/b", "many/c"}) {
                wire.send(Wire.publish(topic, MqttQoS.AT_MOST_ONCE, 0, "x"));
            }
            assertThat(wire.said()).isEqualTo("many/c x");
        }
    }

    @Test
    void whatIsNotSubscribedIsAnsweredToo() throws Exception {
        try (Wire wire = Wire.connected(broker.port(), "unknown")) {
            wire.bytes(unsubscribe("nothing/+/of/#"));

            assertThat(wire.raw(4)).isEqualTo(ANSWER);
        }
    }

    @Test
    void onlyTheVeryFilterEnds() throws Exception {
        try (Wire wire = Wire.connected(broker.port(), "exact")) {
            wire.subscribed(MqttQoS.AT_MOST_ONCE, "exact/+", "exact/a");
            wire.bytes(unsubscribe("exact/#", "Exact/a", "exact/a/", "exact", "+/a"));
            assertThat(wire.raw(4)).isEqualTo(ANSWER);
            wire.bytes(unsubscribe("exact/a"));
            assertThat(wire.raw(4)).isEqualTo(ANSWER);
            wire.send(Wire.publish("exact/a", MqttQoS.AT_MOST_ONCE, 0, "by the wildcard"));
            assertThat(wire.said()).isEqualTo("exact/a by the wildcard");
            wire.bytes(unsubscribe("exact/+"));
            assertThat(wire.raw(4)).isEqualTo(ANSWER);
            wire.subscribed(MqttQoS.AT_MOST_ONCE, "end");
            wire.send(
                    Wire.publish("exact/a", MqttQoS.AT_MOST_ONCE, 0, "no more"),
                    Wire.publish("end", MqttQoS.AT_MOST_ONCE, 0, "x"));
            assertThat(wire.said()).isEqualTo("end x");
        }
    }

    @Test
    void whatIsOnItsWayIsBroughtToItsEnd() throws Exception {
        try (Wire reader = Wire.connected(broker.port(), "started", false);
                Wire publisher = Wire.connected(broker.port(), "publisher")) {
            reader.subscribed(MqttQoS.EXACTLY_ONCE, "started");
            publisher.send(
                    Wire.publish("started", MqttQoS.EXACTLY_ONCE, 1, "two"),
                    Wire.publish("started", MqttQoS.AT_LEAST_ONCE, 2, "one"));
            MqttPublishMessage two = reader.publication();
            reader.publication();
            reader.bytes(unsubscribe("started"));
            assertThat(reader.raw(4)).isEqualTo(ANSWER);
            reader.send(
                    Wire.acknowledgement(MqttMessageType.PUBREC, two.variableHeader().packetId()));
            assertThat(reader.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PUBREL);
            reader.send(
                    Wire.acknowledgement(MqttMessageType.PUBCOMP, two.variableHeader().packetId()));
        }
        try (Wire reader = Wire.connected(broker.port(), "started", false)) {
            assertThat(reader.said()).isEqualTo("started one again");
        }
    }
}
