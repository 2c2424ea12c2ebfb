package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.broker.limits.QueueLimits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** What MQTT promises and Moquette alone does not keep. */
@Timeout(120)
class PromisesTest {

    @TempDir Path directory;

    private static void acknowledge(Wire wire, MqttPublishMessage message) throws Exception {
        int packetId = message.variableHeader().packetId();
        switch (message.fixedHeader().qosLevel()) {
            case AT_LEAST_ONCE -> wire.send(Wire.acknowledgement(MqttMessageType.PUBACK, packetId));
            case EXACTLY_ONCE -> {
                wire.send(Wire.acknowledgement(MqttMessageType.PUBREC, packetId));
                assertThat(wire.next().fixedHeader().messageType())
                        .isEqualTo(MqttMessageType.PUBREL);
                wire.send(Wire.acknowledgement(MqttMessageType.PUBCOMP, packetId));
            }
            default -> {}
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MqttQoS.class,
            names = {"AT_MOST_ONCE", "AT_LEAST_ONCE"})
    void everyRetainedMessageSaysSoAndNoneThatIsLive(MqttQoS qos) throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire publisher = Wire.connected(broker.port(), "publisher");
                Wire subscriber = Wire.connected(broker.port(), "subscriber")) {
            int many = 60;
            for (int i = 1; i <= many; i++) {
                publisher.send(Wire.retained("status/" + i, i, "online"));
                publisher.next();
            }
            subscriber.subscribed(qos, "status/#");
            List<String> seen = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                MqttPublishMessage message = subscriber.publication();
                assertThat(message.fixedHeader().isRetain()).isTrue();
                seen.add(message.variableHeader().topicName());
                acknowledge(subscriber, message);
            }
            publisher.send(Wire.retained("status/1", 100, "offline"));

            assertThat(subscriber.said()).isEqualTo("status/1 offline");
            assertThat(seen)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, many).mapToObj(it -> "status/" + it).toList());
        }
    }

    @Test
    void aRetainedMessageOfQosTwoArrivesOnceWithItsFlag() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire publisher = Wire.connected(broker.port(), "publisher");
                Wire subscriber = Wire.connected(broker.port(), "subscriber")) {
            MqttPublishMessage message = Wire.publish("a", MqttQoS.EXACTLY_ONCE, 7, "once");
            publisher.send(message.retainedDuplicate(), Wire.repeated(message));
            assertThat(publisher.next().fixedHeader().messageType())
                    .isEqualTo(MqttMessageType.PUBREC);
            subscriber.subscribed(MqttQoS.EXACTLY_ONCE, "a", "b");
            publisher.send(Wire.publish("a", MqttQoS.EXACTLY_ONCE, 8, "twice"));
            MqttPublishMessage first = subscriber.publication();
            acknowledge(subscriber, first);
            publisher.send(Wire.publish("b", MqttQoS.AT_MOST_ONCE, 0, "end"));

            assertThat(first.payload().toString(UTF_8)).isEqualTo("twice");
            assertThat(subscriber.said()).isEqualTo("b end");
        }
    }

    @Test
    void whatComesWithTheConnectIsNotLost() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire wire = new Wire(broker.port())) {
            wire.send(
                    Wire.connect("hasty", it -> it),
                    Wire.subscribe(1, MqttQoS.AT_LEAST_ONCE, "a"),
                    Wire.publish("a", MqttQoS.AT_MOST_ONCE, 0, "at once"));

            assertThat(wire.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.CONNACK);
            assertThat(wire.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.SUBACK);
            assertThat(wire.said()).isEqualTo("a at once");
        }
    }

    @Test
    void aRepeatedPublishThatIsNewToTheBrokerArrives() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire publisher = Wire.connected(broker.port(), "publisher");
                Wire subscriber = Wire.connected(broker.port(), "subscriber")) {
            subscriber.subscribed(MqttQoS.AT_LEAST_ONCE, "a");
            publisher.send(
                    Wire.repeated(Wire.publish("a", MqttQoS.AT_LEAST_ONCE, 3, "lost before")));

            assertThat(subscriber.said()).isEqualTo("a lost before");
        }
    }

    @Test
    void whatWasInFlightComesAgainFirstUnderItsNumber() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire publisher = Wire.connected(broker.port(), "publisher")) {
            try (Wire first = Wire.connected(broker.port(), "Historian", false)) {
                first.subscribed(MqttQoS.AT_LEAST_ONCE, "a");
                for (int i = 1; i <= 3; i++) {
                    publisher.send(Wire.publish("a", MqttQoS.AT_LEAST_ONCE, i, "m" + i));
                    assertThat(first.said()).isEqualTo("a m" + i);
                }
                first.send(Wire.acknowledgement(MqttMessageType.PUBACK, 1));
                first.send(MqttMessage.DISCONNECT);
                assertThat(first.isClosed()).isTrue();
            }
            publisher.send(Wire.publish("a", MqttQoS.AT_LEAST_ONCE, 4, "m4"));
            try (Wire again = Wire.connected(broker.port(), "Historian", false)) {
                MqttPublishMessage next = again.publication();
                assertThat(next.variableHeader().packetId()).isEqualTo(2);
                assertThat(next.fixedHeader().isDup()).isTrue();
                assertThat(again.said()).isEqualTo("a m3 again");
                MqttPublishMessage last = again.publication();
                assertThat(last.variableHeader().packetId()).isEqualTo(4);
                assertThat(last.fixedHeader().isDup()).isFalse();
            }
        }
    }

    @Test
    void whatIsInFlightOutlivesAnOrderlyRestart() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory)) {
            try (Wire first = Wire.connected(broker.port(), "Historian", false);
                    Wire publisher = Wire.connected(broker.port(), "publisher")) {
                first.subscribed(MqttQoS.AT_LEAST_ONCE, "a");
                for (int i = 1; i <= 30; i++) {
                    publisher.send(Wire.publish("a", MqttQoS.AT_LEAST_ONCE, i, "m" + i));
                    publisher.next();
                }
            }
            broker.broker().stop();
            broker.broker().start();
            List<String> seen = new ArrayList<>();
            try (Wire again = Wire.connected(broker.port(), "Historian", false)) {
                for (int i = 1; i <= 30; i++) {
                    MqttPublishMessage message = again.publication();
                    seen.add(message.payload().toString(UTF_8));
                    acknowledge(again, message);
                }
            }
            assertThat(seen)
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 30).mapToObj(it -> "m" + it).toList());
        }
    }

    @Test
    void aBurstOfSevenPublishersArrivesWhole() throws Exception {
        int each = 3_000;
        int publishers = 7;
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire subscriber = Wire.connected(broker.port(), "subscriber")) {
            subscriber.subscribed(MqttQoS.AT_LEAST_ONCE, "burst/#");
            List<CompletableFuture<Void>> senders = new ArrayList<>();
            for (int p = 0; p < publishers; p++) {
                String name = "p" + p;
                senders.add(CompletableFuture.runAsync(() -> burst(broker.port(), name, each)));
            }
            Set<String> seen = new HashSet<>();
            while (seen.size() < each * publishers) {
                MqttPublishMessage message = subscriber.publication();
                seen.add(message.payload().toString(UTF_8));
                acknowledge(subscriber, message);
                message.release();
            }
            CompletableFuture.allOf(senders.toArray(CompletableFuture[]::new)).join();
            assertThat(broker.counted(Reason.QUEUE_FULL)).isZero();
            assertThat(broker.counted(Reason.LOOP_FULL)).isZero();
        }
    }

    private static void burst(int port, String name, int count) {
        try (Wire publisher = Wire.connected(port, name)) {
            for (int i = 1; i <= count; i++) {
                publisher.send(
                        Wire.publish("burst/" + name, MqttQoS.AT_LEAST_ONCE, i, name + " " + i));
            }
            for (int i = 1; i <= count; i++) {
                publisher.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFullQueueRefusesTheNewestAndCountsIt() throws Exception {
        assertThat(outOfAFullQueue(false))
                .containsExactly("m1", "m2", "m3", "m4", "m5", "m6", "m7");
    }

    @Test
    void aFullQueueGivesUpTheOldestWhereThatIsWanted() throws Exception {
        assertThat(outOfAFullQueue(true))
                .containsExactly("m1", "m2", "m6", "m7", "m8", "m9", "m10");
    }

    /** Ten messages for a session with two in flight and room for five; three find none. */
    private List<String> outOfAFullQueue(boolean dropOldest) throws Exception {
        QueueLimits queues = new QueueLimits(5, 2, dropOldest);
        try (BrokerAtHand broker =
                        BrokerAtHand.with(directory, BrokerSettings.USUAL_LIMITS, queues);
                Wire publisher = Wire.connected(broker.port(), "publisher");
                Wire subscriber = Wire.connected(broker.port(), "subscriber")) {
            subscriber.subscribed(MqttQoS.AT_LEAST_ONCE, "a");
            for (int i = 1; i <= 10; i++) {
                publisher.send(Wire.publish("a", MqttQoS.AT_LEAST_ONCE, i, "m" + i));
                publisher.next();
            }
            List<String> seen = new ArrayList<>();
            for (int i = 1; i <= 7; i++) {
                MqttPublishMessage message = subscriber.publication();
                seen.add(message.payload().toString(UTF_8));
                acknowledge(subscriber, message);
            }
            assertThat(broker.counted(Reason.QUEUE_FULL)).isEqualTo(3);
            return seen;
        }
    }
}
