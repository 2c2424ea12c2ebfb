package org.plantdeck.broker.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * A text file that only its owner may read and write. It is replaced as a whole, so that nobody
 * reads half of it, and changed under a lock, so that no change is lost. Threads: any; processes:
 * any.
 *
 * @param path where it is
 */
public record OwnerFile(Path path) {

    /** The system's lock keeps other processes out; this one keeps out the threads of ours. */
    private static final ReentrantLock HERE = new ReentrantLock();

    /** The lines; none where there is no file. */
    List<String> lines() {
        try {
            return Files.readAllLines(path, UTF_8);
        } catch (NoSuchFileException noneYet) {
            return List.of();
        } catch (CharacterCodingException e) {
            throw new PartFailure(path + " is no text in UTF-8; write it anew", e);
        } catch (IOException e) {
            throw new PartFailure(
                    path + " cannot be read (" + e.getMessage() + "); see to its permissions", e);
        }
    }

    /**
     * Changes the lines. Where the change gives back the very list it got, or fails, nothing is
     * written.
     *
     * @throws PartFailure where the file cannot be written, or as the change fails
     */
    void change(UnaryOperator<List<String>> change) {
        Path lock = path.resolveSibling("." + path.getFileName() + ".lock");
        HERE.lock();
        try {
            Files.createDirectories(folder());
            try (FileChannel channel =
                            FileChannel.open(
                                    lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = channel.lock()) {
                List<String> before = lines();
                List<String> after = change.apply(before);
                if (!after.equals(before)) {
                    replace(String.join("\n", after) + "\n");
                }
            }
        } catch (IOException e) {
            throw cannotBeWritten(e);
        } finally {
            HERE.unlock();
        }
    }

    /**
     * Writes the file anew, with its folder.
     *
     * @throws PartFailure where it cannot be written
     */
    public void write(String text) {
        try {
            Files.createDirectories(folder());
            replace(text);
        } catch (IOException e) {
            throw cannotBeWritten(e);
        }
    }

    private PartFailure cannotBeWritten(IOException e) {
        return new PartFailure(
                path
                        + " cannot be written ("
                        + e.getMessage()
                        + "); make room there, or choose a directory of yours",
                e);
    }

    private void replace(String text) throws IOException {
        Path fresh = createForOwner(folder());
        try {
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(
                    fresh,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Path folder() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file has a folder");
    }

    /** An empty file beside it that was never anybody else's to read. */
    private Path createForOwner(Path folder) throws IOException {
        String prefix = "." + path.getFileName() + ".";
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            FileAttribute<?> ownerOnly =
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"));
            return Files.createTempFile(folder, prefix, ".new", ownerOnly);
        }
        Path fresh = Files.createTempFile(folder, prefix, ".new");
        AclFileAttributeView acl = Files.getFileAttributeView(fresh, AclFileAttributeView.class);
        if (acl != null) {
            acl.setAcl(
                    List.of(
                            AclEntry.newBuilder()
                                    .setType(AclEntryType.ALLOW)
                                    .setPrincipal(acl.getOwner())
                                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                                    .build()));
        }
        return fresh;
    }
}
