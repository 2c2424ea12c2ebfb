package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.moquette.broker.MoquetteCore;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.broker.BrokerSettings;
import org.plantdeck.signal.brokers.ClientFigures;
import org.plantdeck.signal.brokers.TopicFigures;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** What a broker tells of its clients and topics, and what is done about them. */
class StatisticsTest {

    @TempDir Path directory;

    private static Statistics of(BrokerAtHand broker) {
        return broker.broker().statistics().orElseThrow();
    }

    private static void publish(Wire wire, String topic, int count) throws Exception {
        for (int i = 1; i <= count; i++) {
            wire.send(Wire.publish(topic, MqttQoS.AT_LEAST_ONCE, i, "reading " + i));
            wire.next();
        }
    }

    private static void awaitSaid(Wire wire, String wanted) throws Exception {
        String said = wire.said();
        while (!said.startsWith(wanted)) {
            said = wire.said();
        }
    }

    private static ClientFigures client(Statistics statistics, String clientId) {
        return statistics.clients().stream()
                .filter(it -> it.clientId().equals(clientId))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aClientIsKnownByWhoWhereSinceWhenAndWhatItDoes() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire press = new Wire(broker.port())) {
            press.send(
                    Wire.connect("press", it -> it.username("otto").password("x".getBytes(UTF_8))));
            press.next();
            press.subscribed(MqttQoS.AT_LEAST_ONCE, "factory/#", "status/+");
            publish(press, "elsewhere", 2);
            ClientFigures figures = client(of(broker), "press");
            assertThat(figures.user()).isEqualTo("otto");
            assertThat(figures.address()).startsWith("127.0.0.1:");
            assertThat(figures.protocol()).isEqualTo("MQTT 3.1.1");
            assertThat(figures.since()).endsWith("Z");
            assertThat(figures.connected()).isTrue();
            assertThat(figures.subscriptions()).isEqualTo(2);
            assertThat(figures.received()).isEqualTo(2);
            assertThat(figures.sent()).isZero();
        }
    }

    @Test
    void aSessionThatWaitsForItsClientIsSeenWithWhatItHolds() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire watcher = Wire.connected(broker.port(), "watcher")) {
            try (Wire sleeper = Wire.connected(broker.port(), "sleeper", false)) {
                sleeper.subscribed(MqttQoS.AT_LEAST_ONCE, "factory/#");
                sleeper.send(MqttMessage.DISCONNECT);
                sleeper.isClosed();
            }
            watcher.subscribed(MqttQoS.AT_MOST_ONCE, "$SYS/broker/store/messages/count");
            try (Wire press = Wire.connected(broker.port(), "press")) {
                publish(press, "factory/line1", 3);
                awaitSaid(watcher, "$SYS/broker/store/messages/count 3");
            }
            ClientFigures figures = client(of(broker), "sleeper");
            assertThat(figures.connected()).isFalse();
            assertThat(figures.waiting()).isEqualTo(3);
            assertThat(figures.subscriptions()).isEqualTo(1);
            assertThat(figures.user()).isEmpty();
        }
    }

    @Test
    void whatIsInFlightIsCounted() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire silent = Wire.connected(broker.port(), "silent");
                Wire press = Wire.connected(broker.port(), "press")) {
            silent.subscribed(MqttQoS.AT_LEAST_ONCE, "factory/#");
            publish(press, "factory/line1", 5);
            for (int i = 0; i < 5; i++) {
                silent.said();
            }
            ClientFigures figures = client(of(broker), "silent");
            assertThat(figures.inFlight()).isEqualTo(5);
            assertThat(figures.sent()).isEqualTo(5);
        }
    }

    @Test
    void topicsAreCountedAndThoseWithARetainedMessageSaySo() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire press = Wire.connected(broker.port(), "press")) {
            publish(press, "factory/line1", 4);
            press.send(Wire.retained("status/press", 9, "online"));
            press.next();
            List<TopicFigures> topics = of(broker).topics();
            assertThat(topics)
                    .extracting(TopicFigures::topic, TopicFigures::messages, TopicFigures::bytes)
                    .containsExactlyInAnyOrder(
                            tuple("factory/line1", 4L, 36L), tuple("status/press", 1L, 6L));
            assertThat(topics)
                    .filteredOn(TopicFigures::hasRetained)
                    .extracting(TopicFigures::topic, TopicFigures::retainedBytes)
                    .containsExactly(tuple("status/press", 6));
        }
    }

    @Test
    void ratesAndReasonsAreSaidOnStatusTopics() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire watcher = Wire.connected(broker.port(), "watcher");
                Wire press = Wire.connected(broker.port(), "press")) {
            watcher.subscribed(
                    MqttQoS.AT_MOST_ONCE,
                    "$SYS/broker/reasons/malformed",
                    "$SYS/broker/detail/clients",
                    "$SYS/broker/rate/publish/received");
            publish(press, "factory/line1", 3);
            try (Wire broken = new Wire(broker.port())) {
                broken.bytes(new byte[] {0x30, 2, 0, 0});
                broken.isClosed();
            }
            Set<String> awaited =
                    new HashSet<>(
                            Set.of(
                                    "$SYS/broker/reasons/malformed 1",
                                    "$SYS/broker/detail/clients [{\"client_id\":\"press\"",
                                    "$SYS/broker/rate/publish/received"));
            while (!awaited.isEmpty()) {
                String said = watcher.said();
                awaited.removeIf(it -> said.startsWith(it) && !said.endsWith(" 0.00"));
            }
        }
    }

    @Test
    void statusTopicsAreRetainedAndEndWithTheBroker() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire watcher = Wire.connected(broker.port(), "watcher")) {
            watcher.subscribed(MqttQoS.AT_MOST_ONCE, "$SYS/broker/#", "#");
            watcher.said();
            try (Wire late = Wire.connected(broker.port(), "late")) {
                late.subscribed(MqttQoS.AT_MOST_ONCE, "$SYS/broker/version");
                assertThat(late.said()).isEqualTo("$SYS/broker/version PlantDeck retained");
            }
            broker.broker().stop();
            broker.broker().start();
            try (Wire next = Wire.connected(broker.port(), "next")) {
                next.subscribed(MqttQoS.AT_MOST_ONCE, "$SYS/broker/uptime");
                assertThat(next.said()).doesNotEndWith("retained");
            }
        }
    }

    @Test
    void aClientThatIsDisconnectedLeavesItsLastWill() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire watcher = Wire.connected(broker.port(), "watcher");
                Wire press = new Wire(broker.port())) {
            watcher.subscribed(MqttQoS.AT_MOST_ONCE, "status/#");
            press.send(
                    Wire.connect(
                            "press",
                            it ->
                                    it.willFlag(true)
                                            .willTopic("status/press")
                                            .willMessage("offline".getBytes(UTF_8))));
            press.next();
            assertThat(of(broker).disconnect("nobody")).isFalse();
            assertThat(of(broker).disconnect("press")).isTrue();
            assertThat(press.isClosed()).isTrue();
            assertThat(watcher.said()).isEqualTo("status/press offline");
        }
    }

    @Test
    void retainedMessagesAreClearedByFilterAndComeBackWhereNothingNewerIs() throws Exception {
        try (BrokerAtHand broker = BrokerAtHand.usual(directory);
                Wire watcher = Wire.connected(broker.port(), "watcher");
                Wire press = Wire.connected(broker.port(), "press")) {
            for (int i = 1; i <= 3; i++) {
                press.send(Wire.retained("status/press" + i, i, "online"));
                press.next();
            }
            press.send(Wire.retained("recipe", 4, "bread"));
            press.next();
            watcher.subscribed(MqttQoS.AT_MOST_ONCE, "status/#");
            for (int i = 1; i <= 3; i++) {
                watcher.said();
            }
            List<Statistics.Retained> cleared = of(broker).clearRetained("status/+");
            assertThat(cleared).hasSize(3);
            assertThat(watcher.said()).startsWith("status/press").endsWith(" ");
            assertThat(of(broker).retained("#"))
                    .extracting(Statistics.Retained::topic)
                    .containsExactly("recipe");
            press.send(Wire.retained("status/press1", 5, "changed"));
            press.next();
            assertThat(cleared.stream().filter(of(broker)::restore)).hasSize(2);
            assertThat(of(broker).retained("status/press1"))
                    .extracting(it -> new String(it.payload(), UTF_8))
                    .containsExactly("changed");
            assertThat(of(broker).retained("#")).hasSize(4);
            assertThatThrownBy(() -> of(broker).clearRetained("status/a#"))
                    .hasMessage("status/a# is no topic filter");
        }
    }

    @Test
    void topicsWithoutEndAreCountedTogetherFromSomeOn() {
        TopicMeters topics = new TopicMeters();
        for (int i = 0; i < TopicMeters.TOPICS_MAX + 5; i++) {
            topics.count("topic/" + i, 1);
        }
        assertThat(topics.all()).hasSize(TopicMeters.TOPICS_MAX);
        assertThat(topics.others()).isEqualTo(5);
    }

    @Test
    void aRateSettlesOnWhatIsSteadyAndFallsToNothing() {
        Meter meter = new Meter();
        for (int i = 0; i < 60; i++) {
            meter.add(20);
            meter.tick(2);
        }
        assertThat(meter.perSecond()).isBetween(9.99, 10.01);
        for (int i = 0; i < 60; i++) {
            meter.tick(2);
        }
        assertThat(meter.perSecond()).isZero();
    }

    @Test
    void aStoreThatCannotBeWrittenIsSaidWithItsFirstCause() {
        Gate gate =
                new Gate(
                        "local-broker",
                        BrokerSettings.USUAL_LIMITS,
                        _ -> new CompletableFuture<>(),
                        InstantSource.system(),
                        its ->
                                new MoquetteCore(
                                        new MoquetteCore.Wiring(
                                                directory.resolve("broker.mv"),
                                                BrokerSettings.USUAL_QUEUES,
                                                16,
                                                its::maySubscribe,
                                                its)));
        try (MoquetteCore core = gate.core()) {
            Statistics statistics = new Statistics(gate);
            assertThat(core.sleeping()).isEmpty();
            assertThat(statistics.storeTrouble()).isEmpty();
            gate.storeFailed(
                    new IOException("writing", new IOException("No space left on device")));
            gate.storeFailed(new IOException("closed"));
            assertThat(statistics.storeTrouble()).isEqualTo("No space left on device");
        }
    }
}
