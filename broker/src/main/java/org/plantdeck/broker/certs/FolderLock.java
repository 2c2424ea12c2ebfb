package org.plantdeck.broker.certs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one thread of one process at a time change a folder of certificates; the others wait, which
 * takes milliseconds. The system lets go of it when a process ends, however it ends. Threads: any.
 */
final class FolderLock {

    /** The system's lock is the whole process's, so its own threads take turns first. */
    private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

    private FolderLock() {}

    /**
     * Makes the folder where it is missing and does the work alone.
     *
     * @throws org.plantdeck.signal.PartFailure if the folder cannot be written
     */
    static <T> T alone(CertificateFolder folder, Supplier<T> work) {
        IN_THIS_PROCESS.lock();
        try (FileChannel channel = open(folder);
                FileLock held = channel.lock()) {
            assert held.isValid();
            return work.get();
        } catch (IOException e) {
            throw OwnerFiles.unwritable(folder.path(), e);
        } finally {
            IN_THIS_PROCESS.unlock();
        }
    }

    private static FileChannel open(CertificateFolder folder) throws IOException {
        OwnerFiles.makeFolder(folder.path());
        return FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
