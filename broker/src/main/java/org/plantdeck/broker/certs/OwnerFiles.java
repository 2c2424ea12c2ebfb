package org.plantdeck.broker.certs;

import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Files that are there whole or not at all, and that nobody but their owner can read where they are
 * secret: from the first moment on, never opened up and closed afterwards. Threads: any.
 */
final class OwnerFiles {

    /** Who may read a file. */
    enum Readers {
        OWNER("rw-------"),
        EVERYBODY("rw-r--r--");

        private final String permissions;

        Readers(String permissions) {
            this.permissions = permissions;
        }

        FileAttribute<Set<PosixFilePermission>> attribute() {
            return PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString(permissions));
        }
    }

    private static final FileAttribute<?> FOLDER_OF_OWNER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private OwnerFiles() {}

    /** Makes a folder that only its owner can enter; one that is there is left as it is. */
    static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (Files.getFileStore(nearest(folder)).supportsFileAttributeView("posix")) {
            Files.createDirectories(folder, FOLDER_OF_OWNER);
        } else {
            Files.createDirectories(folder);
            keepToOwner(folder);
        }
    }

    private static Path nearest(Path folder) {
        Path there = folder.toAbsolutePath();
        for (Path up = there; up != null; up = up.getParent()) {
            if (Files.exists(up)) {
                return up;
            }
        }
        return there;
    }

    /**
     * Writes a file beside its place and moves it there.
     *
     * @throws PartFailure if the file cannot be written
     */
    static void write(Path file, byte[] content, Readers readers) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            create(fresh, readers);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static void create(Path file, Readers readers) throws IOException {
        if (Files.getFileStore(nearest(file)).supportsFileAttributeView("posix")) {
            Files.createFile(file, readers.attribute());
            return;
        }
        Files.createFile(file);
        if (readers == Readers.OWNER) {
            keepToOwner(file);
        }
    }

    /** Where rights are lists, as on Windows: one entry, the owner's, and nothing inherited. */
    private static void keepToOwner(Path file) throws IOException {
        AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (view != null) {
            view.setAcl(List.of(ownerOnly(Files.getOwner(file), Files.isDirectory(file))));
        }
    }

    static AclEntry ownerOnly(UserPrincipal owner, boolean folder) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .setFlags(
                        folder
                                ? EnumSet.of(
                                        AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                                : EnumSet.noneOf(AclEntryFlag.class))
                .build();
    }

    /** A file or folder that cannot be written, in a sentence. */
    static PartFailure unwritable(Path file, IOException why) {
        return new PartFailure(
                file
                        + " cannot be written ("
                        + reason(why)
                        + "); make room and give the account that runs PlantDeck the right to"
                        + " write there, or choose another directory with --data DIR",
                why);
    }

    /** A file that cannot be read, in a sentence. */
    static PartFailure unreadable(Path file, IOException why) {
        String advice =
                switch (why) {
                    case NoSuchFileException _ -> "put it back or correct the path";
                    case AccessDeniedException _ ->
                            "give the account that runs PlantDeck the right to read it";
                    default -> "put a readable copy in its place";
                };
        return new PartFailure(file + " cannot be read (" + reason(why) + "); " + advice, why);
    }

    private static String reason(IOException why) {
        return switch (why) {
            case NoSuchFileException _ -> "it is not there";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException in -> in.getFile() + " is not a directory";
            default -> String.valueOf(why.getMessage());
        };
    }
}
