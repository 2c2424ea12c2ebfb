package org.plantdeck.historian.recorded;

import org.plantdeck.historian.archive.Snapshot;
import org.plantdeck.historian.archive.codec.ByteSource;
import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.historian.recorded.JournalIndex.JournalTag;
import org.plantdeck.historian.recorded.JournalIndex.Segment;
import org.plantdeck.historian.store.ImportedReading;
import org.plantdeck.historian.store.SqliteReadingStore;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.FactorySource;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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
    private final ArchiveRecorder recorder;
    private final SqliteReadingStore tables;
    private final int[] tagNumbers;
    private int next;

    private PendingImport(
            Path file, FileChannel channel, ArchiveRecorder recorder, SqliteReadingStore tables)
            throws IOException, Damaged, StoreFailure {
        this.file = file;
        this.channel = channel;
        this.recorder = recorder;
        this.tables = tables;
        long size = channel.size();
        long at = read(Math.max(0, size - TRAILER), TRAILER).readLong();
        index = JournalIndex.readFrom(read(at, (int) (size - TRAILER - at)));
        tagNumbers = new int[index.tags().size()];
        for (int i = 0; i < tagNumbers.length; i++) {
            JournalTag tag = index.tags().get(i);
            if (tag.type().isPresent()) {
                String topic = index.topics().get(tag.topic());
                tagNumbers[i] = recorder.tag(topic, tag.key(), tag.type().get(), tag.unit());
            }
        }
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
        Rows rows = rowsOf(first);
        while (next < index.segments().size() && index.segments().get(next).isBeside(first)) {
            Segment segment = index.segments().get(next);
            ByteSource from = read(segment.position(), segment.length());
            long at = 0;
            while (from.hasMore()) {
                at += from.readSigned();
                rows.read(at, from);
                if (rows.values >= VALUES_A_COMMIT) {
                    rows.keep();
                }
            }
            next++;
        }
        rows.keep();
    }

    private Rows rowsOf(Segment segment) {
        String topic = index.topics().get(segment.topic());
        String run = index.runs().get(segment.run());
        Optional<FactorySource> source = FactorySource.ofTopic(topic);
        return source.isPresent() ? new PlantRows(source.get(), run) : new OtherRows(topic, run);
    }

    /** A tag that has no value in all of the import is not made for it. */
    private void add(Snapshot snapshot, int tag, Value value) {
        if (!(value instanceof Value.Absent)) {
            snapshot.add(tagNumbers[tag], value, Quality.GOOD);
        } else if (tagNumbers[tag] > 0) {
            snapshot.addUnknown(tagNumbers[tag]);
        }
    }

    private static Value value(ByteSource in) throws Damaged {
        int kind = in.readByte();
        return switch (kind) {
            case ImportJournal.REAL -> Value.of(Double.longBitsToDouble(in.readLong()));
            case ImportJournal.WHOLE -> Value.of(in.readSigned());
            case ImportJournal.TRUE -> Value.of(true);
            case ImportJournal.FALSE -> Value.of(false);
            case ImportJournal.TEXT -> Value.of(in.readText());
            case ImportJournal.NONE -> Value.absent();
            default -> throw new Damaged("a value of an unknown kind");
        };
    }

    /** Rows on their way from the journal into the history. */
    private abstract static class Rows {
        int values;

        final void read(long atMs, ByteSource from) throws Damaged, StoreFailure {
            OptionalLong sequence =
                    from.readByte() == 1
                            ? OptionalLong.of(from.readSigned())
                            : OptionalLong.empty();
            int count = from.readCount(Integer.MAX_VALUE);
            values += count + 1;
            read(atMs, sequence, count, from);
        }

        abstract void read(long atMs, OptionalLong sequence, int count, ByteSource from)
                throws Damaged, StoreFailure;

        /** Makes what was read durable. */
        abstract void keep() throws StoreFailure;
    }

    /** Rows of a topic that has no table. */
    private final class OtherRows extends Rows {
        private final String topic;
        private final String run;
        private List<Snapshot> snapshots = new ArrayList<>();

        OtherRows(String topic, String run) {
            this.topic = topic;
            this.run = run;
        }

        @Override
        void read(long atMs, OptionalLong sequence, int count, ByteSource from)
                throws Damaged, StoreFailure {
            Snapshot snapshot = Snapshot.atMs(recorder.lane(topic, run), atMs);
            for (int i = 0; i < count; i++) {
                int tag = from.readCount(tagNumbers.length - 1);
                add(snapshot, tag, value(from));
            }
            snapshots.add(snapshot);
        }

        @Override
        void keep() throws StoreFailure {
            recorder.fill(snapshots);
            snapshots = new ArrayList<>();
            values = 0;
        }
    }

    /** Readings of the plant, which have rows beside. */
    private final class PlantRows extends Rows {
        private final FactorySource source;
        private final String run;
        private List<ImportedReading> readings = new ArrayList<>();
        private List<int[]> numbers = new ArrayList<>();

        PlantRows(FactorySource source, String run) {
            this.source = source;
            this.run = run;
        }

        @Override
        void read(long atMs, OptionalLong sequence, int count, ByteSource from) throws Damaged {
            Leaves.Builder values = Leaves.builder();
            int[] own = new int[count];
            for (int i = 0; i < count; i++) {
                int tag = from.readCount(tagNumbers.length - 1);
                own[i] = tag;
                values.put(index.tags().get(tag).key(), value(from));
            }
            numbers.add(own);
            readings.add(
                    new ImportedReading(
                            source, run, sequence, Instant.ofEpochMilli(atMs), values.build()));
        }

        @Override
        void keep() throws StoreFailure {
            if (!readings.isEmpty()) {
                tables.take(source, readings, this::archive);
            }
            readings = new ArrayList<>();
            numbers = new ArrayList<>();
            values = 0;
        }

        private void archive(List<ImportedReading> stored, List<String> runs) throws StoreFailure {
            List<Snapshot> snapshots = new ArrayList<>(stored.size());
            for (int i = 0; i < stored.size(); i++) {
                Snapshot snapshot =
                        Snapshot.atMs(
                                recorder.lane(source.topic(), runs.get(i)),
                                stored.get(i).measuredAt().toEpochMilli());
                for (int tag : numbers.get(i)) {
                    Value value = stored.get(i).values().get(index.tags().get(tag).key());
                    add(snapshot, tag, value);
                }
                snapshots.add(snapshot);
            }
            recorder.fill(snapshots);
        }
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
