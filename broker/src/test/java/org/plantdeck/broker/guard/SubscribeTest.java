package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;

/** Subscribing (MQTT 3.1.1, 3.8 and 3.9). */
@Timeout(60)
class SubscribeTest {

    private static final MqttQoS ZERO = MqttQoS.AT_MOST_ONCE;
    private static final MqttQoS ONE = MqttQoS.AT_LEAST_ONCE;
    private static final MqttQoS TWO = MqttQoS.EXACTLY_ONCE;

    @TempDir static Path directory;
    private static BrokerAtHand broker;

    @BeforeAll
    static void start() {
        broker = BrokerAtHand.ruled(directory, (user, topic) -> !topic.startsWith("forbidden"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    private static Wire connected(String id) throws Exception {
        return Wire.connected(broker.port(), id);
    }

    /** A message as a subscriber sees it: payload and quality of service. */
    private static String seen(Wire wire) throws Exception {
        MqttPublishMessage message = wire.publication();
        return message.payload().toString(UTF_8)
                + " "
                + message.fixedHeader().qosLevel().value()
                + (message.fixedHeader().isRetain() ? " retained" : "");
    }

    @Test
    void eachFilterIsAnsweredInItsPlaceUnderTheSameNumber() throws Exception {
        try (Wire wire = connected("answers")) {
            wire.bytes(
                    Raw.packet(
                            0x82,
                            Raw.number(4_711),
                            Raw.text("a/+"),
                            Raw.bytes(2),
                            Raw.text("forbidden/a"),
                            Raw.bytes(1),
                            Raw.text("b"),
                            Raw.bytes(0),
                            Raw.text("#"),
                            Raw.bytes(1)));

            assertThat(wire.raw(8)).isEqualTo(Raw.hex("90 06 12 67 02 80 00 01"));
        }
    }

    @Test
    void manyFiltersInOnePacketAreAsManyPacketsInTheirOrder() throws Exception {
        try (Wire wire = connected("sequence")) {
            wire.bytes(
                    Raw.packet(
                            0x82,
                            Raw.number(1),
                            Raw.text("sequence"),
                            Raw.bytes(2),
                            Raw.text("sequence"),
                            Raw.bytes(0)));
            assertThat(((MqttSubAckMessage) wire.next()).payload().reasonCodes())
                    .containsExactly(2, 0);
            wire.send(Wire.publish("sequence", ZERO, 0, "zero"));
            assertThat(seen(wire)).isEqualTo("zero 0");
            wire.send(Wire.publish("sequence", ONE, 2, "one"));
            MqttMessage next = wire.next();
            if (next.fixedHeader().messageType() == MqttMessageType.PUBACK) {
                next = wire.next();
            }
            assertThat(next.fixedHeader().qosLevel()).isEqualTo(ZERO);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0,0", "0,1,0", "0,2,0", "1,0,0", "1,1,1", "1,2,1", "2,0,0", "2,1,1", "2,2,2"})
    void aMessageComesAtTheLowerQos(int granted, int published, int delivered) throws Exception {
        try (Wire reader = connected("reader");
                Wire publisher = connected("publisher")) {
            reader.subscribed(MqttQoS.valueOf(granted), "lower");
            publisher.send(Wire.publish("lower", MqttQoS.valueOf(published), 1, "x"));

            assertThat(seen(reader)).isEqualTo("x " + delivered);
        }
    }

    @Test
    void aKeptMessageComesAtTheLowerQosToo() throws Exception {
        try (Wire publisher = connected("publisher");
                Wire reader = connected("reader")) {
            publisher.send(Wire.retained("lower/kept", 1, "kept"));
            publisher.next();
            reader.subscribed(ZERO, "lower/kept");
            assertThat(seen(reader)).isEqualTo("kept 0 retained");
            reader.subscribed(TWO, "lower/kept");
            assertThat(seen(reader)).isEqualTo("kept 1 retained");
        }
    }

    @Test
    void aSubscriptionTakesThePlaceOfTheSameFilter() throws Exception {
        try (Wire publisher = connected("publisher");
                Wire reader = connected("reader")) {
            publisher.send(Wire.retained("same", 1, "kept"));
            publisher.next();
            for (MqttQoS qos : List.of(ONE, TWO, ZERO)) {
                assertThat(reader.subscribed(qos, "same")).containsExactly(qos.value());
                assertThat(seen(reader))
                        .isEqualTo("kept " + Math.min(qos.value(), 1) + " retained");
                publisher.send(Wire.publish("same", TWO, 10 + qos.value(), "live"));
                assertThat(seen(reader)).isEqualTo("live " + qos.value());
            }
        }
    }

    @Test
    void replacingASubscriptionLosesNothing() throws Exception {
        int many = 2_000;
        try (Wire publisher = connected("publisher");
                Wire reader = connected("reader")) {
            reader.subscribed(ZERO, "flow", "change");
            MqttMessage[] messages = new MqttMessage[many];
            MqttMessage[] changes = new MqttMessage[many / 10];
            for (int i = 0; i < many; i++) {
                messages[i] = Wire.publish("flow", ZERO, 0, "m" + i);
            }
            for (int i = 0; i < changes.length; i++) {
                changes[i] = Wire.subscribe(i + 1, i % 2 == 0 ? ONE : ZERO, "flow");
            }
            reader.send(changes);
            publisher.send(messages);
            int acknowledged = 0;
            int next = 0;
            while (next < many || acknowledged < changes.length) {
                MqttMessage message = reader.next();
                if (message instanceof MqttPublishMessage publish) {
                    assertThat(publish.payload().toString(UTF_8)).isEqualTo("m" + next);
                    next++;
                } else {
                    acknowledged++;
                }
            }
        }
    }

    @Test
    void overlappingSubscriptionsGiveTheHighestQos() throws Exception {
        try (Wire publisher = connected("publisher");
                Wire reader = connected("reader")) {
            reader.send(
                    MqttMessageBuilders.subscribe()
                            .messageId(1)
                            .addSubscription(ZERO, "over/#")
                            .addSubscription(TWO, "over/+/c")
                            .addSubscription(ONE, "over/b/c")
                            .addSubscription(ZERO, "end")
                            .build());
            reader.next();
            publisher.send(Wire.publish("over/b/c", TWO, 1, "once"));
            publisher.next();
            publisher.send(Wire.publish("end", ZERO, 0, "end"));

            assertThat(seen(reader)).isEqualTo("once 2");
            assertThat(seen(reader)).isEqualTo("end 0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // flags of the header
                "80 06 00 01 00 01 61 00",
                "81 06 00 01 00 01 61 00",
                "83 06 00 01 00 01 61 00",
                "86 06 00 01 00 01 61 00",
                "8a 06 00 01 00 01 61 00",
                "a0 05 00 01 00 01 61",
                "a3 05 00 01 00 01 61",
                "aa 05 00 01 00 01 61",
                // a packet number of zero, or no filter
                "82 06 00 00 00 01 61 00",
                "82 02 00 01",
                "82 00",
                "a2 05 00 00 00 01 61",
                "a2 02 00 01",
                // a QoS of three, and the bits beside it
                "82 06 00 01 00 01 61 03",
                "82 06 00 01 00 01 61 04",
                "82 06 00 01 00 01 61 09",
                "82 06 00 01 00 01 61 21",
                "82 06 00 01 00 01 61 40",
                "82 06 00 01 00 01 61 80",
                // a filter that is empty, ill-formed, null or longer than the packet; no QoS
                "82 05 00 01 00 00 00",
                "82 06 00 01 00 01 ff 00",
                "82 08 00 01 00 03 ed a0 80 00",
                "82 06 00 01 00 01 00 00",
                "82 06 00 01 00 09 61 00",
                "82 05 00 01 00 01 61",
                "a2 04 00 01 00 00",
                "a2 05 00 01 00 01 ff",
                "a2 05 00 01 00 01 00",
                "a2 05 00 01 00 09 61"
            })
    void aPacketThatIsNotValidEndsItsConnection(String packet) throws Exception {
        try (Wire wire = connected("invalid")) {
            wire.bytes(Raw.hex(packet));

            assertThat(wire.perhaps()).isEmpty();
        }
    }
}
