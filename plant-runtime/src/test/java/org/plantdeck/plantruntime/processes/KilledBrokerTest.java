package org.plantdeck.plantruntime.processes;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What outlives a broker that is killed while publishers load it. */
@Timeout(240)
final class KilledBrokerTest {

    private static final int PUBLISHERS = 3;
    private static final int RETAINED = 300;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir private Path temporary;

    /** One thing a client was given. */
    private record Given(String topic, String text) {}

    private static MqttClient client(Ground ground, String id, boolean clean) throws MqttException {
        MqttClient client = new MqttClient(ground.local().toString(), id, new MemoryPersistence());
        client.setTimeToWait(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        connect(client, clean);
        return client;
    }

    private static void connect(MqttClient client, boolean clean) throws MqttException {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setCleanSession(clean);
        // Paho says that one is through before it counts it as such.
        options.setMaxInflight(RETAINED);
        client.connect(options);
    }

    /** A session that stays when its client goes. */
    private static void sleep(Ground ground) throws MqttException {
        try (MqttClient sleeper = client(ground, "sleeper", false)) {
            sleeper.subscribe("test/load/#", 1);
            sleeper.disconnect();
        }
    }

    private static void retain(MqttClient client) throws MqttException {
        for (int i = 0; i < RETAINED; i++) {
            client.publish("test/kept/" + i, ("kept " + i).getBytes(UTF_8), 1, true);
        }
    }

    /** Returns when the broker has saved what it had acknowledged before. */
    private void awaitSave(Ground ground, MqttClient client) throws Exception {
        Path folder = ground.data().resolve("local-broker");
        // The second is not in the file before the save of the first has come to its end.
        for (int i = 0; i < 2; i++) {
            String mark = "mark " + UUID.randomUUID();
            try (WatchService changes = folder.getFileSystem().newWatchService()) {
                folder.register(changes, StandardWatchEventKinds.ENTRY_MODIFY);
                client.publish("test/load/mark", mark.getBytes(UTF_8), 1, false);
                while (!Files.readString(folder.resolve("broker.mv"), ISO_8859_1).contains(mark)) {
                    WatchKey change = changes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    assertThat(change).as("a save").isNotNull();
                    change.pollEvents();
                    change.reset();
                }
            }
        }
    }

    /** What a client with a lasting session, or a subscription, is given before a last word. */
    private static Map<String, List<String>> given(Ground ground, MqttClient client, String filter)
            throws Exception {
        BlockingQueue<Given> given = new LinkedBlockingQueue<>();
        client.setCallback(new Takes((topic, text) -> given.add(new Given(topic, text))));
        connect(client, false);
        client.subscribe(filter, 1);
        String end = filter.replace("#", "end");
        try (MqttClient other = client(ground, "other", true)) {
            other.publish(end, new byte[0], 1, false);
            other.disconnect();
        }
        Map<String, List<String>> all = new TreeMap<>();
        Given next = given.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (next != null && !next.topic().equals(end)) {
            all.computeIfAbsent(next.topic(), _ -> new ArrayList<>()).add(next.text());
            next = given.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        assertThat(next).as("the last word, behind " + all.keySet()).isNotNull();
        client.disconnect();
        return all;
    }

    @Test
    void allThatWasAcknowledgedBeforeASaveOutlivesAKill(TestReporter reporter) throws Exception {
        List<Load> loads = new ArrayList<>();
        try (Ground ground = new Ground(temporary)) {
            ground.run("local-broker");
            sleep(ground);
            try (MqttClient client = client(ground, "marks", true)) {
                retain(client);
                for (int i = 0; i < PUBLISHERS; i++) {
                    loads.add(Load.on(ground.local(), "test/load/" + i));
                }
                awaitSave(ground, client);
                List<Integer> before = loads.stream().map(Load::acknowledged).toList();
                awaitSave(ground, client);
                ground.kill("local-broker");
                for (Load load : loads) {
                    load.awaitEnd();
                }
                ground.run("local-broker");
                assertLoadIsKept(ground, loads, before, reporter);
                assertRetainedAreKept(ground);
            }
        } finally {
            for (Load load : loads) {
                load.close();
            }
        }
    }

    private static void assertLoadIsKept(
            Ground ground, List<Load> loads, List<Integer> before, TestReporter reporter)
            throws Exception {
        try (MqttClient sleeper =
                new MqttClient(ground.local().toString(), "sleeper", new MemoryPersistence())) {
            Map<String, List<String>> given = given(ground, sleeper, "test/load/#");
            int acknowledged = 0;
            int lost = 0;
            for (int i = 0; i < loads.size(); i++) {
                Load load = loads.get(i);
                List<String> its = given.getOrDefault(load.topic(), List.of());
                assertThat(its).hasSizeGreaterThanOrEqualTo(before.get(i));
                assertThat(its)
                        .containsExactlyElementsOf(
                                IntStream.range(0, its.size())
                                        .mapToObj(Integer::toString)
                                        .toList());
                acknowledged += load.acknowledged();
                lost += Math.max(0, load.acknowledged() - its.size());
            }
            reporter.publishEntry(
                    Map.of(
                            "acknowledged", Integer.toString(acknowledged),
                            "acknowledged and lost", Integer.toString(lost)));
        }
    }

    private static void assertRetainedAreKept(Ground ground) throws Exception {
        try (MqttClient late =
                new MqttClient(ground.local().toString(), "late", new MemoryPersistence())) {
            Map<String, List<String>> given = given(ground, late, "test/kept/#");
            assertThat(given).hasSize(RETAINED);
            given.forEach((topic, texts) ->
                    assertThat(texts).containsExactly(topic.replace("test/kept/", "kept ")));
        }
    }
}
