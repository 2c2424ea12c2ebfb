package org.plantdeck.broker.guard;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttQoS;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Signs of life (MQTT 3.1.1, 3.1.2.10 and 3.12). */
@Timeout(60)
class KeepAliveTest {

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

    private static Wire living(String id, int keepAliveSeconds) throws Exception {
        Wire wire = new Wire(broker.port());
        wire.send(
                Wire.connect(
                        id,
                        it ->
                                it.keepAlive(keepAliveSeconds)
                                        .willFlag(true)
                                        .willTopic("silent/" + id)
                                        .willMessage("gone".getBytes(UTF_8))));
        assertThat(wire.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.CONNACK);
        return wire;
    }

    private static void assertAnswered(Wire wire) throws Exception {
        wire.send(MqttMessage.PINGREQ);
        assertThat(wire.next().fixedHeader().messageType()).isEqualTo(MqttMessageType.PINGRESP);
    }

    @Test
    void aPingIsAnswered() throws Exception {
        try (Wire wire = Wire.connected(broker.port(), "pinging")) {
            assertAnswered(wire);
            assertAnswered(wire);
        }
    }

    @Test
    void whoIsSilentIsCutOffAsIfTheNetworkHadFailed() throws Exception {
        try (Wire watcher = Wire.connected(broker.port(), "watcher");
                Wire silent = living("short", 1);
                Wire patient = living("long", 60);
                Wire without = living("none", 0)) {
            watcher.subscribed(MqttQoS.AT_MOST_ONCE, "silent/#");

            assertThat(silent.isClosed()).isTrue();
            assertThat(watcher.said()).isEqualTo("silent/short gone");
            assertThat(broker.counted(Reason.KEEP_ALIVE)).isEqualTo(1);
            assertAnswered(patient);
            assertAnswered(without);
        }
    }
}
