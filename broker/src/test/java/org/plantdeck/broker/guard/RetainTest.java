package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
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

import java.nio.file.Path;

/** Messages that are kept for later subscribers (MQTT 3.1.1, 3.3.1.3). */
@Timeout(60)
class RetainTest {

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

    private static void keep(String topic, MqttQoS qos, String payload) throws Exception {
        publish(topic, qos, true, payload);
    }

    private static void publish(String topic, MqttQoS qos, boolean retain, String payload)
            throws Exception {
        try (Wire publisher = Wire.connected(broker.port(), "publisher")) {
            publisher.send(
                    MqttMessageBuilders.publish()
                            .topicName(topic)
                            .qos(qos)
                            .messageId(1)
                            .retained(retain)
                            .payload(Unpooled.copiedBuffer(payload, UTF_8))
                            .build(),
                    Wire.publish("done", MqttQoS.AT_LEAST_ONCE, 2, ""));
            while (publisher.next().fixedHeader().messageType() != MqttMessageType.PUBACK) {
                // the answers to the first come before
            }
        }
    }

    /** What a new subscriber is given first; "end" where nothing is kept. */
    private static String kept(String topic) throws Exception {
        try (Wire reader = Wire.connected(broker.port(), "reader")) {
            reader.subscribed(MqttQoS.AT_MOST_ONCE, topic);
            reader.send(Wire.publish(topic, MqttQoS.AT_MOST_ONCE, 0, "end"));
            String said = reader.said();
            return said.substring(topic.length() + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MqttQoS.class,
            names = {"AT_MOST_ONCE", "AT_LEAST_ONCE", "EXACTLY_ONCE"})
    void theLastMessageOfATopicIsKeptWithItsQos(MqttQoS qos) throws Exception {
        String topic = "kept/" + qos;
        keep(topic, qos, "first");
        keep(topic, qos, "last");
        try (Wire reader = Wire.connected(broker.port(), "reader")) {
            reader.subscribed(MqttQoS.EXACTLY_ONCE, topic);
            MqttPublishMessage message = reader.publication();

            assertThat(message.payload().toString(UTF_8)).isEqualTo("last");
            assertThat(message.fixedHeader().qosLevel()).isEqualTo(qos);
            assertThat(message.fixedHeader().isRetain()).isTrue();
        }
    }

    @Test
    void aMessageOfQosZeroTakesThePlaceOfTheKeptOne() throws Exception {
        keep("replaced", MqttQoS.AT_LEAST_ONCE, "first");
        keep("replaced", MqttQoS.AT_MOST_ONCE, "last");

        assertThat(kept("replaced")).isEqualTo("last retained");
    }

    @ParameterizedTest
    @EnumSource(
            value = MqttQoS.class,
            names = {"AT_MOST_ONCE", "AT_LEAST_ONCE", "EXACTLY_ONCE"})
    void anEmptyMessageEndsWhatIsKeptAndIsPassedOn(MqttQoS qos) throws Exception {
        String topic = "ended/" + qos;
        keep(topic, MqttQoS.AT_LEAST_ONCE, "first");
        try (Wire subscriber = Wire.connected(broker.port(), "subscriber")) {
            subscriber.subscribed(MqttQoS.AT_MOST_ONCE, topic);
            assertThat(subscriber.said()).isEqualTo(topic + " first retained");
            keep(topic, qos, "");

            assertThat(subscriber.said()).isEqualTo(topic + " ");
            assertThat(kept(topic)).isEqualTo("end");
        }
    }

    @Test
    void anEmptyMessageIsNotKeptWhereThereWasNone() throws Exception {
        keep("empty", MqttQoS.AT_LEAST_ONCE, "");

        assertThat(kept("empty")).isEqualTo("end");
    }

    @Test
    void aMessageThatIsNotToBeKeptChangesNothing() throws Exception {
        publish("unchanged", MqttQoS.AT_LEAST_ONCE, false, "passing");
        assertThat(kept("unchanged")).isEqualTo("end");
        keep("unchanged", MqttQoS.AT_LEAST_ONCE, "kept");
        publish("unchanged", MqttQoS.AT_LEAST_ONCE, false, "passing");
        publish("unchanged", MqttQoS.AT_LEAST_ONCE, false, "");

        assertThat(kept("unchanged")).isEqualTo("kept retained");
    }

    @Test
    void whoIsSubscribedAlreadyGetsItWithoutTheFlag() throws Exception {
        try (Wire subscriber = Wire.connected(broker.port(), "subscriber")) {
            subscriber.subscribed(MqttQoS.AT_MOST_ONCE, "live");
            keep("live", MqttQoS.AT_LEAST_ONCE, "news");

            assertThat(subscriber.said()).isEqualTo("live news");
        }
    }
}
