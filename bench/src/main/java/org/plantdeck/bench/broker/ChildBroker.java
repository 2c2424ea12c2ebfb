package org.plantdeck.bench.broker;

import io.netty.util.concurrent.DefaultThreadFactory;

import org.plantdeck.bench.mqtt.Endpoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A broker in a process of its own with a folder of its own, both gone when it is closed or when
 * this process ends. Threads: one at a time; what it prints is read by a thread of its own.
 */
final class ChildBroker implements Subject {

    private static final long START_SECONDS = 30;
    private static final long END_SECONDS = 10;

    private final Launch launch;
    private final Path folder;
    private final Process process;

    /** Not a virtual one: reading a pipe keeps its carrier, and there are few of those. */
    private final ExecutorService reader =
            Executors.newSingleThreadExecutor(new DefaultThreadFactory("bench-read", true));

    private final Thread atExit;

    /**
     * How a broker is started.
     *
     * @param title for sentences about a failure
     * @param command with its arguments
     * @param ready a pattern of the line that says it serves clients
     * @param endpoint where it will listen
     * @param tls where it will listen with TLS
     */
    record Launch(
            String title, List<String> command, String ready, Endpoint endpoint, Endpoint tls) {}

    private ChildBroker(Launch launch, Path folder, Process process) {
        this.launch = launch;
        this.folder = folder;
        this.process = process;
        this.atExit = Thread.ofPlatform().name("end-" + process.pid()).unstarted(this::end);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** A new folder for a broker. */
    static Path freshFolder() {
        try {
            return Files.createTempDirectory("plantdeck-bench");
        } catch (IOException e) {
            throw new SubjectFailure("no temporary folder can be made: " + e.getMessage(), e);
        }
    }

    /**
     * Starts it and returns when it serves clients.
     *
     * @param folder from {@link #freshFolder()}, its own from now on
     */
    static ChildBroker start(Launch launch, Path folder) {
        Process process;
        try {
            process = new ProcessBuilder(launch.command()).redirectErrorStream(true).start();
        } catch (IOException e) {
            delete(folder);
            throw new SubjectFailure(launch.title() + " cannot be started: " + e.getMessage(), e);
        }
        ChildBroker child = new ChildBroker(launch, folder, process);
        try {
            child.awaitReady();
        } catch (SubjectFailure e) {
            child.close();
            throw e;
        }
        return child;
    }

    private void awaitReady() {
        CompletableFuture<String> ready = new CompletableFuture<>();
        reader.execute(() -> read(launch.ready(), ready));
        try {
            String last = ready.get(START_SECONDS, TimeUnit.SECONDS);
            if (!last.matches(launch.ready())) {
                throw new SubjectFailure(launch.title() + " does not start: " + last);
            }
        } catch (TimeoutException | ExecutionException e) {
            throw new SubjectFailure(
                    launch.title() + " is not ready after " + START_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SubjectFailure("interrupted", e);
        }
    }

    /** Reads all it prints, so that it never waits for a reader. */
    private void read(String wanted, CompletableFuture<String> ready) {
        String last = "it prints nothing";
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
                if (line.matches(wanted)) {
                    ready.complete(line);
                }
            }
        } catch (IOException e) {
            last = String.valueOf(e.getMessage());
        }
        ready.complete(last);
    }

    @Override
    public Endpoint endpoint() {
        return launch.endpoint();
    }

    @Override
    public Optional<Endpoint> tls() {
        return Optional.of(launch.tls());
    }

    @Override
    public OptionalLong pid() {
        return OptionalLong.of(process.pid());
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // this process is ending: the hook does it
        }
        end();
    }

    private void end() {
        process.destroy();
        reader.shutdown();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        delete(folder);
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            // A file of a process that is just going: the system clears its temporary files.
        }
    }
}
