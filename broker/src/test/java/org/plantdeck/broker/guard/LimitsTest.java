package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.limits.Limits;
import org.plantdeck.broker.limits.QueueLimits;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** More than one client may take. */
@Timeout(120)
class LimitsTest {

    private static final Limits LIMITS =
            new Limits(100_000, 3, 3, 5, 200_000, Duration.ofSeconds(10));
    private static final Limits IMPATIENT =
            new Limits(100_000, 3, 3, 5, 200_000, Duration.ofSeconds(2));

    @TempDir Path directory;

    @Test
    void whoSaysNothingIsCutOff() throws Exception {
        try (BrokerAtHand broker =
                        BrokerAtHand.with(directory, IMPATIENT, new QueueLimits(10, 10, false));
                Wire silent = new Wire(broker.port())) {
            assertThat(silent.isClosed()).isTrue();
            assertThat(broker.counted(Reason.CONNECT_TIMEOUT)).isEqualTo(1);
        }
    }

    @Test
    void tooMuchIsRefusedAndOthersNoticeNothing() throws Exception {
        try (BrokerAtHand broker =
                        BrokerAtHand.with(directory, LIMITS, new QueueLimits(10, 10, false));
                Wire witness = Wire.witness(broker.port());
                Wire large = Wire.connected(broker.port(), "large")) {
            assertThat(large.subscribed(MqttQoS.AT_MOST_ONCE, "1", "2", "3", "4", "5"))
                    .containsOnly(0);
            large.send(Wire.subscribe(2, MqttQoS.AT_MOST_ONCE, "6"));
            assertThat(
                            ((io.netty.handler.codec.mqtt.MqttSubAckMessage) large.next())
                                    .payload()
                                    .reasonCodes())
                    .containsExactly(128);
            try (Wire third = Wire.connected(broker.port(), "third");
                    Wire fourth = new Wire(broker.port())) {
                fourth.send(Wire.connect("fourth", it -> it));
                assertThat(fourth.answer()).isEqualTo(3);
                third.send(MqttMessage.DISCONNECT);
            }
            large.send(Wire.publish("a", MqttQoS.AT_MOST_ONCE, 0, "x".repeat(100_001)));

            assertThat(large.isClosed()).isTrue();
            assertThat(broker.counted(Reason.TOO_LARGE)).isEqualTo(1);
            assertThat(broker.counted(Reason.TOO_MANY_CONNECTIONS)).isEqualTo(1);
            assertThat(witness.echo("well")).isEqualTo("well");
        }
    }

    @Test
    void connectionsThatNeverSayWhoTheyAreHaveAnEndToo() throws Exception {
        List<Wire> waiting = new ArrayList<>();
        Limits patient = new Limits(100_000, 3, 3, 5, 200_000, Duration.ofMinutes(2));
        try (BrokerAtHand broker =
                BrokerAtHand.with(directory, patient, new QueueLimits(10, 10, false))) {
            for (int i = 0; i < patient.connections() + 1_002; i++) {
                waiting.add(new Wire(broker.port()));
            }
            while (broker.counted(Reason.TOO_MANY_CONNECTIONS) < 2) {
                Thread.onSpinWait();
            }
            assertThat(broker.counted(Reason.TOO_MANY_CONNECTIONS)).isEqualTo(2);
        } finally {
            for (Wire wire : waiting) {
                wire.close();
            }
        }
    }

    @Test
    void whoDoesNotReadLosesCountedMessagesAndSlowsNobody() throws Exception {
        try (BrokerAtHand broker =
                        BrokerAtHand.with(
                                directory,
                                new Limits(1_000_000, 9, 9, 9, 200_000, Duration.ofSeconds(10)),
                                new QueueLimits(10, 10, false));
                Wire publisher = Wire.connected(broker.port(), "publisher");
                Wire deaf = Wire.connected(broker.port(), "deaf");
                Wire reader = Wire.connected(broker.port(), "reader")) {
            deaf.subscribed(MqttQoS.AT_MOST_ONCE, "a");
            reader.subscribed(MqttQoS.AT_MOST_ONCE, "a");
            String much = "x".repeat(50_000);
            int sent = 0;
            while (broker.counted(Reason.SLOW_CONSUMER) < 20) {
                publisher.send(Wire.publish("a", MqttQoS.AT_MOST_ONCE, 0, much));
                sent++;
                assertThat(reader.publication().payload().readableBytes()).isEqualTo(50_000);
            }
            assertThat(sent).isGreaterThan(20);
        }
    }
}
