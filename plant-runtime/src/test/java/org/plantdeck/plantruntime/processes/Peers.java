package org.plantdeck.plantruntime.processes;

import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Programs of others that PlantDeck is looked at with. Where one is not installed its tests are
 * skipped, unless {@code -Dpeers.required=true} says that they must run.
 */
final class Peers {

    private static final long PATIENCE_SECONDS = 90;

    private Peers() {}

    /** Runs a program to its end and gives the lines it prints. */
    static List<String> run(String program, String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(find(program)));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("peer", ".out");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(out.toFile())
                            .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                fail(program + " does not end");
            }
            List<String> lines = Files.readAllLines(out, StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                fail(program + " ended with " + process.exitValue() + ": " + lines);
            }
            return lines;
        } finally {
            Files.delete(out);
        }
    }

    /** Where a program is; the folders of daemons are looked in too. */
    static String find(String program) throws IOException {
        String path =
                String.join(
                        File.pathSeparator,
                        System.getenv().getOrDefault("PATH", ""),
                        "/usr/sbin",
                        "/usr/local/sbin");
        for (String folder : path.split(Pattern.quote(File.pathSeparator), -1)) {
            Path candidate = Path.of(folder, program);
            if (Files.isExecutable(candidate)) {
                return candidate.toString();
            }
        }
        if (Boolean.getBoolean("peers.required")) {
            fail(program + " is not installed, and -Dpeers.required=true wants its tests run");
        }
        Assumptions.abort(program + " is not installed");
        throw new IOException(program);
    }
}
