package org.plantdeck.plantruntime.ports;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What Linux says of sockets and of who holds them: proc_net(5) and proc_pid_fd(5). Threads: any.
 *
 * @param proc where that file system is, /proc
 */
record ProcSockets(Path proc) {

    /** The columns of a line of /proc/net/tcp. */
    private static final int ADDRESS = 1;

    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENING = "0A";

    /** The process that listens on a port; empty where none does or may be seen. */
    OptionalLong listener(int port) {
        List<String> inodes = new ArrayList<>();
        inodes.addAll(listening(proc.resolve("net/tcp"), port));
        inodes.addAll(listening(proc.resolve("net/tcp6"), port));
        return inodes.isEmpty() ? OptionalLong.empty() : holder(inodes);
    }

    private static List<String> listening(Path table, int port) {
        String end = ":%04X".formatted(port);
        try {
            return Files.readAllLines(table).stream()
                    .map(it -> it.strip().split("\\s+"))
                    .filter(it -> it.length > INODE)
                    .filter(it -> it[STATE].equals(LISTENING) && it[ADDRESS].endsWith(end))
                    .map(it -> "socket:[" + it[INODE] + "]")
                    .toList();
        } catch (IOException notThere) {
            return List.of();
        }
    }

    private OptionalLong holder(List<String> sockets) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, sockets)) {
                    return OptionalLong.of(Long.parseLong(process.getFileName().toString()));
                }
            }
        } catch (IOException | DirectoryIteratorException | NumberFormatException notThere) {
            return OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    private static boolean holds(Path process, List<String> sockets) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path each : open) {
                if (sockets.contains(target(each))) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException ofSomebodyElseOrGone) {
            return false;
        }
        return false;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    /** The short name Linux has for a process. */
    static Optional<String> name(long process) {
        try {
            return Optional.of(Files.readString(Path.of("/proc/" + process + "/comm")).strip())
                    .filter(it -> !it.isEmpty());
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
