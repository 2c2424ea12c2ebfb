package org.plantdeck.historian.archive;

import org.plantdeck.historian.store.StoreFailure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * That an archive has one writer: a lock on a file in which the holder's process stands. It ends
 * with the process. Threads: one.
 */
final class WriterLock implements AutoCloseable {

    /** Where the lock is, behind the text, so that others can read who has it also on Windows. */
    private static final long POSITION = 1_000;

    private static final int TEXT_MAX = 200;

    private final FileChannel channel;

    private WriterLock(FileChannel channel) {
        this.channel = channel;
    }

    static WriterLock take(Path file) throws StoreFailure {
        FileChannel channel;
        try {
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw ArchiveFiles.failure(
                    file + " cannot be written; choose a directory you may write", e);
        }
        try {
            FileLock lock = channel.tryLock(POSITION, 1, false);
            if (lock != null) {
                channel.truncate(0);
                channel.write(
                        ByteBuffer.wrap(
                                ("process " + ProcessHandle.current().pid())
                                        .getBytes(StandardCharsets.UTF_8)),
                        0);
                return new WriterLock(channel);
            }
            throw taken(file, channel);
        } catch (OverlappingFileLockException e) {
            throw taken(file, channel);
        } catch (IOException e) {
            throw ArchiveFiles.failure(file + " cannot be locked: " + e.getMessage(), e);
        }
    }

    private static StoreFailure taken(Path file, FileChannel channel) {
        String holder = "another program";
        try (channel) {
            ByteBuffer text = ByteBuffer.allocate(TEXT_MAX);
            channel.read(text, 0);
            if (text.position() > 0) {
                holder = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8);
            }
        } catch (IOException unreadable) {
            holder = "another program, which does not say its name";
        }
        return new StoreFailure(
                StoreFailure.Kind.PASSING,
                "The archive in "
                        + file.getParent()
                        + " is written by "
                        + holder
                        + "; end that, or choose another data directory");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ended) {
            return; // the lock is gone with it
        }
    }
}
