package org.plantdeck.historian.recorded;

import org.plantdeck.historian.archive.codec.ByteSource;
import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.historian.recorded.JournalIndex.Segment;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.historian.store.StoreFailure;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * An import that is being taken in, an hour of a run a step. Taking in the same again changes
 * nothing, so after a crash it begins anew. Threads: one.
 */
final class PendingImport implements AutoCloseable {

    /** Values that are made durable together at most. */
    private static final int VALUES_A_COMMIT = 500_000;

    private static final int TRAILER = Long.BYTES + Integer.BYTES;

    private final Path file;
    private final FileChannel channel;
    private final JournalIndex index;
    private final ImportTarget target;
    private int next;

    private PendingImport(
            Path file, FileChannel channel, ArchiveRecorder recorder, SqliteReadingStore tables)
            throws IOException, Damaged, StoreFailure {
        this.file = file;
        this.channel = channel;
        long size = channel.size();
        long at = read(Math.max(0, size - TRAILER), TRAILER).readLong();
        index = JournalIndex.readFrom(read(at, (int) (size - TRAILER - at)));
        target = new ImportTarget(index, recorder, tables);
    }

    /**
     * Opens what waits or was being taken in; empty where there is nothing.
     *
     * @throws StoreFailure where it cannot be read
     */
    static Optional<PendingImport> find(
            ImportFiles files, ArchiveRecorder recorder, SqliteReadingStore tables)
            throws StoreFailure {
        Path taken = files.taken();
        try {
            if (!Files.exists(taken)) {
                if (!Files.exists(files.waiting())) {
                    return Optional.empty();
                }
                Files.move(files.waiting(), taken, StandardCopyOption.ATOMIC_MOVE);
            }
            FileChannel channel = FileChannel.open(taken, StandardOpenOption.READ);
            try {
                return Optional.of(new PendingImport(taken, channel, recorder, tables));
            } catch (IOException | Damaged | StoreFailure | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw ImportJournal.failure(taken, e);
        } catch (Damaged e) {
            throw damaged(taken, e);
        }
    }

    private static StoreFailure damaged(Path file, Damaged e) {
        return new StoreFailure(
                StoreFailure.Kind.LASTING,
                "The import in "
                        + file
                        + " is damaged ("
                        + e.getMessage()
                        + "); remove it and import again",
                e);
    }

    private ByteSource read(long position, int length) throws IOException, Damaged {
        ByteBuffer bytes = ByteBuffer.allocate(Math.max(0, length));
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new Damaged("it ends too early");
            }
        }
        return ByteSource.checked(bytes.array());
    }

    /** How much of it is taken in, 0 to 1. */
    double share() {
        return index.segments().isEmpty() ? 1 : (double) next / index.segments().size();
    }

    /**
     * Takes in the next hour of a run, and removes the import behind the last one.
     *
     * @return whether there is more
     */
    boolean step() throws StoreFailure {
        try {
            if (next < index.segments().size()) {
                hour();
            }
            if (next < index.segments().size()) {
                return true;
            }
            channel.close();
            Files.deleteIfExists(file);
            return false;
        } catch (IOException e) {
            throw ImportJournal.failure(file, e);
        } catch (Damaged e) {
            throw damaged(file, e);
        }
    }

    private void hour() throws IOException, Damaged, StoreFailure {
        Segment first = index.segments().get(next);
        ImportTarget.Rows rows = target.rows(first);
        while (next < index.segments().size() && index.segments().get(next).isBeside(first)) {
            Segment segment = index.segments().get(next);
            ByteSource from = read(segment.position(), segment.length());
            long at = 0;
            while (from.hasMore()) {
                at += from.readSigned();
                rows.read(at, from);
                if (rows.values() >= VALUES_A_COMMIT) {
                    rows.keep();
                }
            }
            next++;
        }
        rows.keep();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ended) {
            return; // it was read alone
        }
    }
}
