package org.plantdeck.plantruntime.datadir;

import org.plantdeck.plantruntime.settings.SettingsFailure;
import org.plantdeck.signal.IsoTime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a data directory, held by this process. The system lets go of it when the process ends,
 * however it ends; who holds it is written in a file beside it. Threads: any; the set of locks held
 * here guards every look and every change.
 */
public final class PartLock implements AutoCloseable {

    /**
     * The locks this process holds. Kept for the whole process because the system drops a lock as
     * soon as its process closes any descriptor of the file: nobody here may even look at the file
     * of a lock that is held here.
     */
    private static final Set<Path> HELD_HERE = new HashSet<>();

    /** A look at a lock from another process holds it for some microseconds. */
    private static final int TRIES = 2_000;

    private final Path file;
    private final FileChannel channel;

    private PartLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static PartLock take(Path folder, String part) {
        Path file = file(folder, part);
        synchronized (HELD_HERE) {
            if (HELD_HERE.contains(file)) {
                throw heldBy(folder, part);
            }
            try {
                Files.createDirectories(folder);
                FileChannel channel = open(file);
                if (!locked(channel)) {
                    channel.close();
                    throw heldBy(folder, part);
                }
                writeHolder(folder, part);
                HELD_HERE.add(file);
                return new PartLock(file, channel);
            } catch (IOException e) {
                throw new SettingsFailure(
                        file
                                + " cannot be written ("
                                + e.getMessage()
                                + "); choose another data directory with --data DIR",
                        e);
            }
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (channel.tryLock() != null) {
                return true;
            }
            Thread.onSpinWait();
        }
        return false;
    }

    static boolean isHeld(Path folder, String part) {
        Path file = file(folder, part);
        synchronized (HELD_HERE) {
            if (HELD_HERE.contains(file)) {
                return true;
            }
            if (Files.notExists(file)) {
                return false;
            }
            try (FileChannel channel = open(file);
                    FileLock look = channel.tryLock()) {
                return look == null;
            } catch (IOException notOurs) {
                return false;
            }
        }
    }

    private static Path file(Path folder, String part) {
        return folder.resolve(part + ".lock").toAbsolutePath().normalize();
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void writeHolder(Path folder, String part) throws IOException {
        ProcessHandle here = ProcessHandle.current();
        String since =
                here.info().startInstant().map(it -> " since " + IsoTime.format(it)).orElse("");
        Files.writeString(holderFile(folder, part), "process " + here.pid() + since + "\n");
    }

    private static Path holderFile(Path folder, String part) {
        return folder.resolve(part + ".holder");
    }

    private static SettingsFailure heldBy(Path folder, String part) {
        return new SettingsFailure(
                part
                        + " of "
                        + folder.getParent()
                        + " is held by "
                        + holder(folder, part).orElse("another process")
                        + "; end that one or choose another directory with --data DIR");
    }

    private static Optional<String> holder(Path folder, String part) {
        try {
            return Optional.of(Files.readString(holderFile(folder, part)).strip())
                    .filter(it -> !it.isEmpty());
        } catch (IOException notWrittenYet) {
            return Optional.empty();
        }
    }

    /** Lets go of the part. Does nothing the second time. */
    @Override
    public void close() {
        synchronized (HELD_HERE) {
            if (!channel.isOpen()) {
                return;
            }
            HELD_HERE.remove(file);
            try {
                channel.close();
            } catch (IOException e) {
                throw new SettingsFailure(file + " cannot be closed: " + e.getMessage(), e);
            }
        }
    }
}
