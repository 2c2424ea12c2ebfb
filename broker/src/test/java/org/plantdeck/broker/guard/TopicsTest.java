package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Which filter matches which topic (MQTT 3.1.1, 4.7), for live and for kept messages. */
@Timeout(60)
class TopicsTest {

    @TempDir static Path directory;
    private static final AtomicInteger TIMES = new AtomicInteger();
    private static BrokerAtHand broker;

    @BeforeAll
    static void start() {
        broker = BrokerAtHand.usual(directory);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    /** Whether a filter brings a live message and a kept one; both are to agree. */
    private static boolean matches(String filter, String topic) throws Exception {
        int time = TIMES.incrementAndGet();
        try (Wire reader = Wire.connected(broker.port(), "reader" + time)) {
            reader.subscribed(MqttQoS.AT_MOST_ONCE, filter, "the end");
            reader.send(
                    Wire.retained(topic, 1, "x"),
                    Wire.publish("the end", MqttQoS.AT_MOST_ONCE, 0, "x"));
            boolean live = first(reader).equals(topic);
            try (Wire late = Wire.connected(broker.port(), "late" + time)) {
                late.subscribed(MqttQoS.AT_MOST_ONCE, filter, "the end");
                late.send(Wire.publish("the end", MqttQoS.AT_MOST_ONCE, 0, "x"));
                assertThat(first(late).equals(topic)).as("as a kept one").isEqualTo(live);
            } finally {
                reader.send(Wire.retained(topic, 2, ""), MqttMessage.PINGREQ);
                while (reader.next().fixedHeader().messageType() != MqttMessageType.PINGRESP) {
                    // what came before
                }
            }
            return live;
        }
    }

    private static String first(Wire wire) throws Exception {
        while (true) {
            if (wire.next() instanceof MqttPublishMessage message) {
                return message.variableHeader().topicName();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sport/tennis/player1/#, sport/tennis/player1",
        "sport/tennis/player1/#, sport/tennis/player1/score/wimbledon",
        "sport/#, sport",
        "#, sport/tennis",
        "#, /",
        "+, sport",
        "sport/+, sport/",
        "sport/tennis/+, sport/tennis/player1",
        "+/tennis/#, sport/tennis/player1",
        "+/tennis/#, /tennis",
        "sport/+/player1, sport/tennis/player1",
        "+/+, /finance",
        "/+, /finance",
        "+/+, /",
        "/, /",
        "a//b, a//b",
        "a/+/b, a//b",
        "a/#, a//b",
        "a/, a/",
        "Account payable, Account payable",
        "'a b/+', 'a b/ '"
    })
    void aFilterMatches(String filter, String topic) throws Exception {
        assertThat(matches(filter, topic)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "sport/tennis/#, sport/tennisplayer",
        "sport/+, sport",
        "sport/+, sport/tennis/player1",
        "+, /finance",
        "+, sport/tennis",
        "/finance, finance",
        "finance, /finance",
        "finance, finance/",
        "finance/, finance",
        "ACCOUNTS, Accounts",
        "a/b, a//b",
        "a//b, a/b",
        "'a b', ab",
        "'a', ' a'",
        "'a', 'a '"
    })
    void aFilterDoesNotMatch(String filter, String topic) throws Exception {
        assertThat(matches(filter, topic)).isFalse();
    }

    @Test
    void textIsTakenAsItCameLetterByLetter() throws Exception {
        String composed = "caf\u00e9";
        String decomposed = "cafe\u0301";
        String marked = "\ufeffa";
        assertThat(matches(composed, composed)).isTrue();
        assertThat(matches(composed, decomposed)).isFalse();
        assertThat(matches(marked, marked)).isTrue();
        assertThat(matches("a", marked)).isFalse();
        assertThat(matches("+", marked)).isTrue();
        assertThat(matches("\ufffd", "\ufffd")).isTrue();
        assertThat(matches("\ud83c\udfed/+", "\ud83c\udfed/\u5de5\u5ee0")).isTrue();
    }

    @Test
    void theLongestTopicThereCanBeIsTaken() throws Exception {
        String longest = "x".repeat(65_535);

        assertThat(matches(longest, longest)).isTrue();
    }

    @Test
    void noWildcardInFrontShowsATopicOfTheBroker() throws Exception {
        try (Wire reader = Wire.connected(broker.port(), "reader");
                Wire curious = Wire.connected(broker.port(), "curious")) {
            reader.subscribed(MqttQoS.AT_LEAST_ONCE, "#", "+/broker/uptime", "+/#", "the end");
            curious.subscribed(MqttQoS.AT_LEAST_ONCE, "$SYS/+/uptime");
            while (curious.publication().fixedHeader().isRetain()) {
                // what is kept comes first
            }
            reader.send(Wire.publish("the end", MqttQoS.AT_MOST_ONCE, 0, "x"));
            assertThat(first(reader)).isEqualTo("the end");
            reader.subscribed(MqttQoS.AT_LEAST_ONCE, "+/#", "#");
            reader.send(Wire.publish("the end", MqttQoS.AT_MOST_ONCE, 0, "x"));
            assertThat(first(reader)).isEqualTo("the end");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sport/tennis#",
                "sport/tennis/#/ranking",
                "#/a",
                "##",
                "sport+",
                "+a",
                "a/+b",
                "a/b+/c",
                "a/#b",
                "++"
            })
    void aWildcardStandsAloneInItsLevelAndTheManyLevelOneLast(String filter) throws Exception {
        try (Wire wire = Wire.connected(broker.port(), "wild")) {
            wire.send(Wire.subscribe(1, MqttQoS.AT_MOST_ONCE, "fine", filter));

            assertThat(wire.perhaps()).isEmpty();
        }
        try (Wire wire = Wire.connected(broker.port(), "wild")) {
            wire.bytes(Raw.packet(0xa2, Raw.number(1), Raw.text(filter)));

            assertThat(wire.perhaps()).isEmpty();
        }
    }
}
