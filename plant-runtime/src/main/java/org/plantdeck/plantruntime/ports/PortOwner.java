package org.plantdeck.plantruntime.ports;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The program that listens on a TCP port of this machine. Linux tells it for the programs of one's
 * own user, and for all of them to root; macOS and Windows are asked by the command they have for
 * it. Threads: any; a look takes some milliseconds, on macOS and Windows up to two seconds.
 */
public final class PortOwner {

    private static final String MAIN_CLASS = "org.plantdeck.plantruntime.PlantDeck";

    private PortOwner() {}

    /**
     * The program, as a person is told of it, such as {@code mosquitto (process 812)}; empty where
     * none listens or the system does not tell.
     */
    public static Optional<String> find(int port) {
        OptionalLong process = process(port);
        return process.isEmpty() ? Optional.empty() : Optional.of(words(process.getAsLong()));
    }

    private static OptionalLong process(int port) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.contains("linux")) {
            return new ProcSockets(Path.of("/proc")).listener(port);
        }
        return system.contains("windows")
                ? ListenerCommand.NETSTAT.listener(port)
                : ListenerCommand.LSOF.listener(port);
    }

    private static String words(long process) {
        return name(process)
                .map(it -> it + " (process " + process + ")")
                .orElse("process " + process);
    }

    private static Optional<String> name(long process) {
        Optional<ProcessHandle.Info> info = ProcessHandle.of(process).map(ProcessHandle::info);
        boolean isPlantDeck =
                info.flatMap(ProcessHandle.Info::arguments)
                        .filter(it -> Arrays.asList(it).contains(MAIN_CLASS))
                        .isPresent();
        if (isPlantDeck) {
            return Optional.of("another PlantDeck");
        }
        return info.flatMap(ProcessHandle.Info::command)
                .map(it -> String.valueOf(Path.of(it).getFileName()))
                .or(() -> ProcSockets.name(process));
    }
}
