package org.plantdeck.installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/** Runs the tools of the JDK and the programs that were made. Threads: any. */
final class Tool {

    private Tool() {}

    /**
     * Runs a tool of this JDK, in this process.
     *
     * @param name such as {@code jlink}
     * @throws IllegalStateException where this Java has no such tool, or it fails; what it says is
     *     on the standard streams
     */
    static void run(String name, List<String> arguments) {
        ToolProvider tool =
                ToolProvider.findFirst(name)
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "this Java has no " + name + "; it takes a JDK 25"));
        int exit = tool.run(System.out, System.err, arguments.toArray(String[]::new));
        if (exit != 0) {
            throw new IllegalStateException(
                    name + " ended with " + exit + ": " + String.join(" ", arguments));
        }
    }

    /**
     * Runs a program and waits for its end; what it says goes into a file.
     *
     * @param environment what is set for it besides
     * @throws IllegalStateException where it ends with another code than 0
     */
    static void program(
            Path executable, List<String> arguments, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(executable.toString());
        line.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        int exit = process.waitFor();
        if (exit != 0) {
            throw new IllegalStateException(
                    executable.getFileName() + " ended with " + exit + "; " + log + " says more");
        }
    }

    /** Whether a program can be run by its name. */
    static boolean isOnPath(String name) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(it -> !it.isEmpty())
                .anyMatch(it -> Files.isExecutable(Path.of(it, name)));
    }
}
