package org.plantdeck.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.plantdeck.fixtures.FreePorts;
import org.plantdeck.signal.PartFailure;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

@Execution(ExecutionMode.CONCURRENT)
class EmbeddedBrokerTest {

    @TempDir Path directory;

    private EmbeddedBroker broker(String name, int port) {
        return EmbeddedBroker.of(
                BrokerSettings.open(name, "127.0.0.1", port, directory.resolve(name)));
    }

    private static MqttClient connect(
            int port, String id, boolean clean, BlockingQueue<String> seen) throws MqttException {
        MqttClient client = new MqttClient("tcp://127.0.0.1:" + port, id, new MemoryPersistence());
        client.setTimeToWait(30_000);
        MqttConnectOptions options = new MqttConnectOptions();
        options.setCleanSession(clean);
        client.setCallback(
                new org.eclipse.paho.client.mqttv3.MqttCallback() {
                    @Override
                    public void connectionLost(Throwable cause) {}

                    @Override
                    public void messageArrived(
                            String topic, org.eclipse.paho.client.mqttv3.MqttMessage message) {
                        seen.add(topic + " " + new String(message.getPayload(), UTF_8));
                    }

                    @Override
                    public void deliveryComplete(
                            org.eclipse.paho.client.mqttv3.IMqttDeliveryToken token) {}
                });
        client.connect(options);
        return client;
    }

    @Test
    void sessionsAndRetainedMessagesSurviveARestart() throws Exception {
        int port = FreePorts.one();
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (EmbeddedBroker broker = broker("local-broker", port)) {
            broker.start();
            MqttClient consumer = connect(port, "Historian", false, seen);
            consumer.subscribe("factory/#", 1);
            consumer.disconnect();
            MqttClient publisher = connect(port, "PLC1", true, seen);
            publisher.publish("factory/line1", "reading".getBytes(UTF_8), 1, false);
            publisher.publish("status/PLC1", "online".getBytes(UTF_8), 1, true);
            publisher.disconnect();
            broker.stop();
            assertThat(broker.isRunning()).isFalse();
            broker.start();
            MqttClient again = connect(port, "Historian", false, seen);
            assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("factory/line1 reading");
            again.subscribe("status/#", 1);
            assertThat(seen.poll(30, TimeUnit.SECONDS)).isEqualTo("status/PLC1 online");
            assertThat(broker.clientCount()).isEqualTo(1);
            again.disconnect();
        }
    }

    @Test
    void twoBrokersLiveInOneProcessAndShareNothing() throws Exception {
        int localPort = FreePorts.one();
        int cloudPort = FreePorts.one();
        try (EmbeddedBroker local = broker("local-broker", localPort);
                EmbeddedBroker cloud = broker("cloud-broker", cloudPort)) {
            local.start();
            cloud.start();
            BlockingQueue<String> onLocal = new LinkedBlockingQueue<>();
            BlockingQueue<String> onCloud = new LinkedBlockingQueue<>();
            MqttClient localClient = connect(localPort, "a", true, onLocal);
            MqttClient cloudClient = connect(cloudPort, "a", true, onCloud);
            localClient.subscribe("#", 1);
            cloudClient.subscribe("#", 1);
            localClient.publish("test", "here".getBytes(UTF_8), 1, false);
            cloudClient.publish("test", "there".getBytes(UTF_8), 1, false);
            assertThat(onLocal.poll(30, TimeUnit.SECONDS)).isEqualTo("test here");
            assertThat(onCloud.poll(30, TimeUnit.SECONDS)).isEqualTo("test there");
            assertThat(onLocal).isEmpty();
            localClient.disconnect();
            cloudClient.disconnect();
        }
    }

    @Test
    void aTakenPortIsNamedAndNothingStaysOpen() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                EmbeddedBroker broker = broker("local-broker", taken.getLocalPort())) {
            assertThatThrownBy(broker::start)
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining("local-broker.port " + taken.getLocalPort());
            assertThat(broker.isRunning()).isFalse();
        }
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.writeString(directory.resolve("local-broker"), "in the way");
        try (EmbeddedBroker broker = broker("local-broker", FreePorts.one())) {
            assertThatThrownBy(broker::start)
                    .isInstanceOf(PartFailure.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void aMessageOfHalfAMegabytePasses() throws Exception {
        int port = FreePorts.one();
        BlockingQueue<String> seen = new LinkedBlockingQueue<>();
        try (EmbeddedBroker broker = broker("local-broker", port)) {
            broker.start();
            MqttClient subscriber = connect(port, "", true, seen);
            subscriber.subscribe("test/#", 1);
            MqttClient publisher = connect(port, "", true, new LinkedBlockingQueue<>());
            publisher.publish("test/large", new byte[512 * 1024], 1, false);
            assertThat(seen.poll(30, TimeUnit.SECONDS)).startsWith("test/large");
            publisher.disconnect();
            subscriber.disconnect();
        }
    }
}
