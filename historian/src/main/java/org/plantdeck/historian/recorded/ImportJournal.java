package org.plantdeck.historian.recorded;

import org.plantdeck.historian.archive.codec.ByteSink;
import org.plantdeck.historian.recorded.JournalIndex.JournalTag;
import org.plantdeck.historian.recorded.JournalIndex.Segment;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.TagType;
import org.plantdeck.signal.Value;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file says, written aside beside the archive, ordered by run and hour, until all of it is
 * known to be good. {@link #commit} makes it an import that is taken in as a whole, by whoever
 * writes the history; what is closed before leaves nothing behind. Threads: one.
 */
public final class ImportJournal implements Closeable {

    /** Rows are gathered up to this before they are written. */
    private static final int GATHERED_BYTES = 16 << 20;

    /** So many runs and hours at most, since each holds some memory however little is in it. */
    private static final int GATHERED_SEGMENTS = 20_000;

    /** What taking in needs beside twice the size of the journal. */
    private static final long MARGIN_BYTES = 32L << 20;

    static final long HOUR_MS = 3_600_000;
    static final byte REAL = 1;
    static final byte WHOLE = 2;
    static final byte TRUE = 3;
    static final byte FALSE = 4;
    static final byte TEXT = 5;
    static final byte NONE = 6;

    private final ImportFiles files;
    private final FileChannel channel;
    private final Map<String, Integer> topics = new LinkedHashMap<>();
    private final Map<String, Integer> runs = new LinkedHashMap<>(Map.of("", 0));
    private final List<JournalTag> tags = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final Map<Key, Gathered> gathered = new LinkedHashMap<>();
    private long position;
    private long gatheredBytes;

    private record Key(int topic, int run, long hour) {}

    private static final class Gathered {
        private final ByteSink bytes = new ByteSink();
        private long lastMs;
    }

    private ImportJournal(ImportFiles files, FileChannel channel) {
        this.files = files;
        this.channel = channel;
    }

    /**
     * Begins one; what was set aside before is removed.
     *
     * @param database the tables of the history; its folder is made where it is missing
     * @throws StoreFailure where somebody imports there already, or it cannot be written
     */
    public static ImportJournal begin(Path database) throws StoreFailure {
        ImportFiles files = ImportFiles.of(database);
        try {
            Files.createDirectories(files.folder());
            FileChannel channel =
                    FileChannel.open(
                            files.unfinished(),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (!isOurs(channel)) {
                channel.close();
                throw new StoreFailure(
                        StoreFailure.Kind.PASSING,
                        "Another import is being read into "
                                + files.folder()
                                + "; wait for its end, then import again");
            }
            channel.truncate(0);
            Files.deleteIfExists(files.failed());
            return new ImportJournal(files, channel);
        } catch (IOException e) {
            throw failure(files.unfinished(), e);
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException here) {
            return false;
        }
    }

    static StoreFailure failure(Path file, IOException e) {
        boolean full = String.valueOf(e.getMessage()).contains("No space");
        return new StoreFailure(
                StoreFailure.Kind.PASSING,
                full
                        ? "The disk of " + file + " is full; free some space, then import again"
                        : file + " cannot be written or read: " + e.getMessage(),
                e);
    }

    /** The number of a topic in this import. */
    public int topic(String name) {
        return topics.computeIfAbsent(name, _ -> topics.size());
    }

    /**
     * The number of a tag in this import; to be asked once for each.
     *
     * @param topic its topic's
     * @param key its name there
     * @param unit empty for none
     */
    public int tag(int topic, String key, String unit) {
        tags.add(new JournalTag(topic, key, unit, Optional.empty()));
        return tags.size() - 1;
    }

    /** Writes a row down. Of two with the same place the later counts, value by value. */
    public void add(ImportedRow row) throws StoreFailure {
        int run = runs.computeIfAbsent(row.run, _ -> runs.size());
        long hour = Math.floorDiv(row.measuredAtMs, HOUR_MS);
        Gathered to = gathered.computeIfAbsent(new Key(row.topic, run, hour), _ -> new Gathered());
        int before = to.bytes.size();
        to.bytes.writeSigned(row.measuredAtMs - to.lastMs);
        to.lastMs = row.measuredAtMs;
        to.bytes.writeByte(row.isNumbered ? 1 : 0);
        if (row.isNumbered) {
            to.bytes.writeSigned(row.sequence);
        }
        to.bytes.writeUnsigned(row.size());
        for (int i = 0; i < row.size(); i++) {
            int tag = row.tags.get(i);
            to.bytes.writeUnsigned(tag);
            write(row.values.get(i), to.bytes);
            see(tag, row.values.get(i));
        }
        gatheredBytes += to.bytes.size() - before;
        if (gatheredBytes > GATHERED_BYTES || gathered.size() > GATHERED_SEGMENTS) {
            flush();
        }
    }

    private static void write(Value value, ByteSink to) {
        switch (value) {
            case Value.Real real -> {
                to.writeByte(REAL);
                to.writeLong(Double.doubleToRawLongBits(real.value()));
            }
            case Value.Whole whole -> {
                to.writeByte(WHOLE);
                to.writeSigned(whole.value());
            }
            case Value.Flag flag -> to.writeByte(flag.value() ? TRUE : FALSE);
            case Value.Text text -> {
                to.writeByte(TEXT);
                to.writeText(text.value());
            }
            case Value.Absent _ -> to.writeByte(NONE);
        }
    }

    /** A tag is what its first value is; one that counted first and measures later, a number. */
    private void see(int number, Value value) {
        if (value instanceof Value.Absent) {
            return;
        }
        JournalTag tag = tags.get(number);
        boolean widened =
                value instanceof Value.Real && tag.type().equals(Optional.of(TagType.COUNT));
        if (widened || tag.type().isEmpty()) {
            tags.set(
                    number,
                    new JournalTag(
                            tag.topic(), tag.key(), tag.unit(), Optional.of(TagType.of(value))));
        }
    }

    private void flush() throws StoreFailure {
        try {
            for (Map.Entry<Key, Gathered> each : gathered.entrySet()) {
                Key key = each.getKey();
                ByteSink sink = each.getValue().bytes;
                sink.seal();
                byte[] bytes = sink.toBytes();
                segments.add(
                        new Segment(key.topic(), key.run(), key.hour(), position, bytes.length));
                write(bytes);
            }
        } catch (IOException e) {
            throw failure(files.unfinished(), e);
        }
        gathered.clear();
        gatheredBytes = 0;
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            position += channel.write(buffer);
        }
    }

    /**
     * Makes it an import that will be taken in.
     *
     * @throws StoreFailure where another one waits, or the disk has no room for what is to come;
     *     nothing is left of it then
     */
    public void commit() throws StoreFailure {
        flush();
        try {
            ByteSink index = new ByteSink();
            segments.sort(JournalIndex.ORDER);
            new JournalIndex(
                            List.copyOf(topics.keySet()),
                            List.copyOf(runs.keySet()),
                            tags,
                            segments)
                    .writeTo(index);
            index.seal();
            long at = position;
            write(index.toBytes());
            ByteSink end = new ByteSink();
            end.writeLong(at);
            end.seal();
            write(end.toBytes());
            channel.force(true);
            requireRoom();
            publish();
        } catch (IOException e) {
            throw failure(files.unfinished(), e);
        }
    }

    private void requireRoom() throws IOException, StoreFailure {
        long free = Files.getFileStore(files.folder()).getUsableSpace();
        long needed = 2 * position + MARGIN_BYTES;
        if (free < needed) {
            throw new StoreFailure(
                    StoreFailure.Kind.PASSING,
                    "The import needs %d MB on the disk of %s, which has %d MB free; free some"
                                    .formatted(needed >> 20, files.folder(), free >> 20)
                            + " space, then import again");
        }
    }

    private void publish() throws IOException, StoreFailure {
        if (files.isOpen()) {
            throw new StoreFailure(
                    StoreFailure.Kind.PASSING,
                    "Another import waits in "
                            + files.folder()
                            + " to be taken in; let that end, then import again");
        }
        Files.move(files.unfinished(), files.waiting(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Lets go of it; where it was not committed nothing is left. */
    @Override
    public void close() {
        try (channel) {
            if (channel.isOpen()) {
                Files.deleteIfExists(files.unfinished());
            }
        } catch (IOException left) {
            return; // the next import begins it anew
        }
    }
}
