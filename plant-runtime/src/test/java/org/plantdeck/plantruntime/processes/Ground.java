package org.plantdeck.plantruntime.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.plantdeck.fixtures.FreePorts;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Processes of one plant: a data directory, two free ports, and whatever runs on them. */
final class Ground implements AutoCloseable {

    private final Path temporary;
    private final int localPort;
    private final int cloudPort;
    private final List<String> settings = new ArrayList<>();
    private final Map<String, ChildPlant> running = new HashMap<>();
    private final Deque<ChildPlant> started = new ArrayDeque<>();

    /** A ground in a directory; each setting is a {@code key=value} for every process. */
    Ground(Path temporary, String... settings) throws IOException {
        this.temporary = temporary;
        localPort = FreePorts.one();
        cloudPort = FreePorts.one();
        this.settings.add("local-broker.port=" + localPort);
        this.settings.add("cloud-broker.port=" + cloudPort);
        this.settings.addAll(List.of(settings));
    }

    Path data() {
        return temporary.resolve("data");
    }

    int localPort() {
        return localPort;
    }

    int cloudPort() {
        return cloudPort;
    }

    URI local() {
        return FreePorts.url(localPort);
    }

    URI cloud() {
        return FreePorts.url(cloudPort);
    }

    /** Starts the whole plant in one process and waits until it is ready. */
    void headless(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("headless"));
        words.addAll(List.of(options));
        awaitReady(start("headless", words));
    }

    /** Starts parts in a process of their own and waits until they are ready. */
    void run(String... parts) throws IOException {
        awaitReady(begin(parts));
    }

    /** Starts parts in a process of their own; for those who cannot be ready yet. */
    ChildPlant begin(String... parts) {
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(List.of(parts));
        return start(parts[0], words);
    }

    private ChildPlant start(String name, List<String> words) {
        words.addAll(List.of("--data", data().toString(), "--log-level", "warn"));
        settings.forEach(setting -> words.addAll(List.of("--set", setting)));
        Path errors = temporary.resolve(name + "-" + started.size() + ".err");
        ChildPlant child = new ChildPlant(errors, words.toArray(String[]::new));
        started.push(child);
        running.put(name, child);
        return child;
    }

    private static void awaitReady(ChildPlant child) throws IOException {
        assertThat(child.line()).as(child.errors()).isEqualTo("ready");
    }

    private ChildPlant running(String name) {
        ChildPlant child = running.get(name);
        assertThat(child).as(name).isNotNull();
        return child;
    }

    /** Ends a process at once, as kill -9 does; it is named after its first part. */
    void kill(String name) throws InterruptedException {
        ChildPlant child = running(name);
        child.kill();
        child.exitCode();
    }

    /** Asks a process to end and waits until it has. */
    void terminate(String name) throws InterruptedException {
        ChildPlant child = running(name);
        child.terminate();
        assertThat(child.exitCode()).isIn(0, 143);
    }

    @Override
    public void close() {
        started.forEach(ChildPlant::close);
    }
}
