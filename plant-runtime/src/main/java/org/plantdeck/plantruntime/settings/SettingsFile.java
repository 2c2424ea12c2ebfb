package org.plantdeck.plantruntime.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A text file that is changed as a whole or not at all: what is new is written beside it and takes
 * its place at once. Threads: one at a time; other processes may read it at any time.
 *
 * @param path where it is; through a link, what that leads to is changed
 */
record SettingsFile(Path path) {

    /** No settings are that long; a video somebody chose by mistake is. */
    private static final long LONGEST_BYTES = 1 << 20;

    private static final Set<PosixFilePermission> WRITES =
            EnumSet.of(
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_WRITE);

    /**
     * The text; empty where there is no file.
     *
     * @throws SettingsFailure where it cannot be read
     */
    Optional<String> text() {
        try {
            if (Files.exists(path) && Files.size(path) > LONGEST_BYTES) {
                throw new SettingsFailure(path + " is too long for a file of settings");
            }
            return Files.exists(path) ? Optional.of(YamlFile.text(path)) : Optional.empty();
        } catch (IOException e) {
            throw new SettingsFailure(path + " cannot be read (" + reason(e) + ")", e);
        }
    }

    /**
     * Puts another text in the place of the one that is expected there.
     *
     * @throws SettingsFailure where somebody else has changed it, or it cannot be written; nothing
     *     is changed then
     */
    void replace(Optional<String> expected, String next) {
        if (!text().equals(expected)) {
            throw new SettingsFailure(
                    path
                            + " was changed by somebody else meanwhile; it has been read again,"
                            + " nothing was changed from here");
        }
        write(next);
    }

    /** Writes a text, whatever is there. */
    void write(String next) {
        try {
            Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            if (isProtected(target)) {
                throw new AccessDeniedException(path.toString());
            }
            Path fresh = target.resolveSibling(target.getFileName() + ".part");
            try {
                writeThrough(fresh, target, next);
                Files.move(
                        fresh,
                        target,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw new SettingsFailure(
                    path + " cannot be written (" + reason(e) + "); nothing was changed", e);
        }
    }

    /** Keeps a copy of the file under another name, in the place of an earlier one. */
    void copyTo(Path other) {
        try {
            Files.copy(
                    path,
                    other,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new SettingsFailure(
                    other + " cannot be written (" + reason(e) + "); nothing was changed", e);
        }
    }

    private static boolean isProtected(Path target) throws IOException {
        if (Files.notExists(target)) {
            return false;
        }
        boolean readOnly =
                hasPermissions(target)
                        && Files.getPosixFilePermissions(target).stream()
                                .noneMatch(WRITES::contains);
        return readOnly || !Files.isWritable(target);
    }

    private static boolean hasPermissions(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Nobody reads the new file who must not read the old one; it is on the disk afterwards. */
    private static void writeThrough(Path fresh, Path old, String next) throws IOException {
        Files.deleteIfExists(fresh);
        Files.createFile(fresh);
        if (hasPermissions(fresh) && Files.exists(old)) {
            Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(old));
        }
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(next.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "permission denied";
            case NoSuchFileException missing -> missing.getFile() + " is not there";
            default -> String.valueOf(e.getMessage());
        };
    }
}
