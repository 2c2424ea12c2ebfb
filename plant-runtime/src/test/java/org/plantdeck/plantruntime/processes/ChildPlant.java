package org.plantdeck.plantruntime.processes;

import org.plantdeck.plantruntime.PlantDeck;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** PlantDeck in a process of its own, started from the classes under test. */
final class ChildPlant implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path errors;
    private final BufferedReader out;

    ChildPlant(Path errors, String... arguments) {
        this.errors = errors;
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                // It lives for seconds, beside others on few cores.
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                PlantDeck.class.getName()));
        command.addAll(List.of(arguments));
        try {
            process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out = process.inputReader();
    }

    long pid() {
        return process.pid();
    }

    /** The next line of standard output; null where there is none before the process ends. */
    String line() throws IOException {
        return out.readLine();
    }

    /** Everything standard output says until the process ends. */
    List<String> rest() {
        return out.lines().toList();
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    /** Asks the process to end in order, as kill does. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Ends the process at once, as kill -9 does. */
    void kill() {
        process.destroyForcibly();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the process " + pid() + " does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
