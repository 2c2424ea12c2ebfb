package org.plantdeck.bench.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The memory of a process, as the operating system counts it. */
final class Resident {

    private static final String KEY = "VmRSS:";

    private Resident() {}

    /** Resident memory in kB; empty where the system does not say (only Linux does). */
    static OptionalLong kilobytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(KEY))
                    .mapToLong(line ->
                            Long.parseLong(line.substring(KEY.length()).replace("kB", "").strip()))
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
