package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.limits.Limits;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Large payloads, and many at once for one who is slow. */
@Timeout(120)
class PayloadsTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int FIXED_HEADER = 5;
    private static final int BIRTHS = 50;
    private static final String BIRTH = "spBv1.0/hall/NBIRTH/press";

    @TempDir Path directory;

    private BrokerAtHand broker(int messageBytes, int waitingBytes) {
        return BrokerAtHand.with(
                directory,
                new Limits(messageBytes, 20, 20, 20, waitingBytes, Duration.ofSeconds(10)),
                BrokerSettings.USUAL_QUEUES);
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        return noise;
    }

    private static MqttPublishMessage publish(String topic, int qos, byte[] payload) {
        return MqttMessageBuilders.publish()
                .topicName(topic)
                .qos(MqttQoS.valueOf(qos))
                .messageId(1)
                .payload(Unpooled.wrappedBuffer(payload))
                .build();
    }

    private static byte[] received(Wire subscriber) throws IOException {
        MqttPublishMessage message = subscriber.publication();
        acknowledge(subscriber, message);
        byte[] payload = ByteBufUtil.getBytes(message.payload());
        message.release();
        return payload;
    }

    private static void acknowledge(Wire subscriber, MqttPublishMessage message)
            throws IOException {
        if (message.fixedHeader().qosLevel() == MqttQoS.AT_LEAST_ONCE) {
            subscriber.send(
                    Wire.acknowledgement(
                            MqttMessageType.PUBACK, message.variableHeader().packetId()));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "10, 0", "10, 1"})
    void aLargePayloadArrivesByteForByteAtEverySubscriber(int megabytes, int qos) throws Exception {
        byte[] payload = noise(megabytes * MEGABYTE);
        try (BrokerAtHand broker = broker(11 * MEGABYTE, 4 * MEGABYTE);
                Wire publisher = Wire.connected(broker.port(), "publisher");
                Wire one = Wire.connected(broker.port(), "one");
                Wire other = Wire.connected(broker.port(), "other")) {
            one.subscribed(MqttQoS.valueOf(qos), "large");
            other.subscribed(MqttQoS.valueOf(qos), "large");
            publisher.send(publish("large", qos, payload));

            assertThat(received(one)).isEqualTo(payload);
            assertThat(received(other)).isEqualTo(payload);
            assertThat(broker.counted(Reason.SLOW_CONSUMER)).isZero();
        }
    }

    @Test
    void whileOneSendsSlowlyOrTooMuchAnExchangeOfOthersGoesOn() throws Exception {
        byte[] packet = new byte[10 * MEGABYTE];
        try (BrokerAtHand broker = broker(FIXED_HEADER + packet.length, 4 * MEGABYTE);
                Wire witness = Wire.witness(broker.port());
                Wire slow = Wire.connected(broker.port(), "slow");
                Wire large = Wire.connected(broker.port(), "large")) {
            // A PUBLISH to "a" with 10 MB behind its fixed header.
            slow.bytes(new byte[] {0x30, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x05, 0, 1, 'a'});
            slow.bytes(Arrays.copyOf(packet, packet.length / 2));
            assertThat(witness.echo("well")).isEqualTo("well");
            // The beginning of one of 11 MB.
            large.bytes(new byte[] {0x30, (byte) 0x80, (byte) 0x80, (byte) 0xc0, 0x05, 0, 1, 'a'});

            assertThat(large.isClosed()).isTrue();
            assertThat(broker.counted(Reason.TOO_LARGE)).isEqualTo(1);
            assertThat(witness.echo("well")).isEqualTo("well");
            slow.bytes(Arrays.copyOf(packet, packet.length / 2 - 3));
            assertThat(slow.subscribed(MqttQoS.AT_LEAST_ONCE, "anything")).containsExactly(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void birthsForOneWhoReadsNothingUntilAllAreSentArriveInOrder(int qos) throws Exception {
        try (BrokerAtHand broker = broker(MEGABYTE, 4 * MEGABYTE);
                Wire publisher = Wire.connected(broker.port(), "publisher");
                Wire host = Wire.connected(broker.port(), "host")) {
            host.subscribed(MqttQoS.valueOf(qos), "spBv1.0/#");
            List<byte[]> births = births(publisher, qos);

            for (byte[] birth : births) {
                assertThat(received(host)).isEqualTo(birth);
            }
        }
    }

    @Test
    void birthsThatFindNoRoomAreEachCounted() throws Exception {
        try (BrokerAtHand broker = broker(MEGABYTE, 65_536);
                Wire publisher = Wire.connected(broker.port(), "publisher");
                Wire host = Wire.connected(broker.port(), "host")) {
            host.subscribed(MqttQoS.AT_LEAST_ONCE, "spBv1.0/#");
            List<byte[]> sent = new ArrayList<>();
            while (broker.counted(Reason.SLOW_CONSUMER) == 0) {
                sent.addAll(births(publisher, 0));
            }
            publisher.send(publish("spBv1.0/end", 1, new byte[0]));

            List<byte[]> seen = new ArrayList<>();
            byte[] next = received(host);
            while (next.length > 0) {
                seen.add(next);
                next = received(host);
            }
            assertThat(seen.size() + broker.counted(Reason.SLOW_CONSUMER)).isEqualTo(sent.size());
            assertThat(sent).containsSubsequence(seen);
        }
    }

    /** Publishes births of 20 kB, and returns when the broker has them all. */
    private static List<byte[]> births(Wire publisher, int qos) throws IOException {
        List<byte[]> births =
                IntStream.range(0, BIRTHS).mapToObj(it -> noise(20_000 + it)).toList();
        for (byte[] birth : births) {
            publisher.send(publish(BIRTH, qos, birth));
        }
        publisher.send(Wire.publish("all", MqttQoS.AT_LEAST_ONCE, 9, "there"));
        for (int answers = qos == 0 ? 1 : BIRTHS + 1; answers > 0; answers--) {
            publisher.next();
        }
        return births;
    }
}
