package org.plantdeck.historian.backup;

import org.plantdeck.historian.backup.Course.Cancelled;
import org.plantdeck.signal.PartFailure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A backup that was made, and what its list says is in it. Threads: one. */
final class BackupFile implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MANIFEST_MAX = 16 * 1024 * 1024;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens one and reads its list.
     *
     * @throws PartFailure where it is none, is damaged there, or is of a later version
     */
    static BackupFile open(Path file) {
        if (Files.notExists(file)) {
            throw new PartFailure("There is no " + file + "; name the file of a backup");
        }
        if (Files.isDirectory(file)) {
            throw new PartFailure(file + " is a folder; name the file of a backup in it");
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new BackupFile(file, zip, manifest(file, zip));
            } catch (IOException | PartFailure e) {
                zip.close();
                throw e;
            }
        } catch (IOException e) {
            throw new PartFailure(
                    file
                            + " is no backup, or it is damaged ("
                            + e.getMessage()
                            + "); take another one",
                    e);
        }
    }

    private static Manifest manifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new PartFailure(
                    file + " is no backup of a history; it has no " + Manifest.NAME + " in it");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return Manifest.of(in.readNBytes(MANIFEST_MAX));
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * Takes a file out.
     *
     * @param to made or replaced
     * @return what is wrong with it, in words; empty where it is what was put in
     * @throws IOException where it cannot be written
     */
    Optional<String> extract(Manifest.Entry entry, Path to, Course course)
            throws IOException, Cancelled {
        ZipEntry found = zip.getEntry(entry.name());
        if (found == null) {
            return Optional.of("it is not in the backup");
        }
        MessageDigest digest = Digest.begin();
        long done = 0;
        try (OutputStream out = Files.newOutputStream(to);
                Content in = new Content(zip, found)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                out.write(buffer, 0, count);
                done += count;
                course.at((double) done / Math.max(1, entry.bytes()));
            }
        } catch (Unreadable e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        if (done != entry.bytes() || !Digest.end(digest).equals(entry.sha256())) {
            return Optional.of("it is not what was put into the backup");
        }
        return Optional.empty();
    }

    /** The backup itself cannot be read, which is not to be taken for a full disk. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(IOException cause) {
            super("it cannot be read: " + cause.getMessage(), cause);
        }
    }

    /** The bytes of an entry. */
    private static final class Content implements AutoCloseable {
        private final InputStream in;

        Content(ZipFile zip, ZipEntry entry) throws Unreadable {
            try {
                in = zip.getInputStream(entry);
            } catch (IOException e) {
                throw new Unreadable(e);
            }
        }

        /** How many there were; below 1 at the end. */
        int read(byte[] buffer) throws Unreadable {
            try {
                return in.read(buffer);
            } catch (IOException e) {
                throw new Unreadable(e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new PartFailure(file + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
