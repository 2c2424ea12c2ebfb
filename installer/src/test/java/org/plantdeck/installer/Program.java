package org.plantdeck.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A program as somebody starts it, with nothing in its environment but a path, a home and what is
 * named: no display and no Java of the machine. Threads: one.
 *
 * @param command what is put before the arguments
 * @param home the user's home, for the program and for its Java
 * @param environment what is set besides
 */
record Program(List<String> command, Path home, Map<String, String> environment) {

    /** What one ends with that was asked to by SIGTERM. */
    static final int TERMINATED = 143;

    /** How one ended and what it said. */
    record Ended(int code, String out, String err) {

        /** What is for people: without the log, and Java's word about its options. */
        List<String> sentences() {
            return err.lines()
                    .filter(it -> !it.startsWith("Picked up JAVA_TOOL_OPTIONS"))
                    .filter(it -> !it.matches("\\d{4}-\\d\\d-\\d\\dT.*"))
                    .toList();
        }
    }

    /** One that runs; closing it ends it by force where it has not ended. */
    record Running(Process process, BufferedReader out, Path err) implements AutoCloseable {

        /** Waits until it says a line. */
        void await(String line) throws IOException {
            String said = out.readLine();
            while (!line.equals(said)) {
                if (said == null) {
                    throw new AssertionError("ended without " + line + ":\n" + read(err));
                }
                said = out.readLine();
            }
        }

        /** Asks it to end, as a system does that shuts down. */
        Ended terminate() throws Exception {
            // The process itself would close what it says on its way to the end.
            process.toHandle().destroy();
            return ended();
        }

        private Ended ended() throws Exception {
            StringBuilder rest = new StringBuilder();
            out.lines().forEach(it -> rest.append(it).append('\n'));
            return new Ended(process.waitFor(), rest.toString(), read(err));
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly();
            out.close();
        }
    }

    static Program of(Path executable, Path home) {
        return new Program(List.of(executable.toString()), home, Map.of());
    }

    Program with(String name, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return new Program(command, home, more);
    }

    Program at(Path otherHome) {
        return new Program(command, otherHome, environment);
    }

    /** The same, started by another program. */
    Program through(List<String> other) {
        List<String> all = new ArrayList<>(other);
        all.addAll(command);
        return new Program(all, home, environment);
    }

    Running start(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        Path err = Files.createTempFile("trial", ".err");
        ProcessBuilder builder = new ProcessBuilder(all).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Running(process, process.inputReader(StandardCharsets.UTF_8), err);
    }

    /** A short life: it starts, is ready, is asked to end, and ends in order without complaint. */
    Ended live(String... arguments) throws Exception {
        try (Running running = start(arguments)) {
            running.await("ready");
            Ended ended = running.terminate();
            assertThat(ended.sentences()).isEmpty();
            assertThat(ended.code()).isEqualTo(TERMINATED);
            return ended;
        }
    }

    Ended run(String... arguments) throws Exception {
        try (Running running = start(arguments)) {
            return running.ended();
        }
    }

    private static String read(Path file) {
        try {
            return Objects.requireNonNull(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
