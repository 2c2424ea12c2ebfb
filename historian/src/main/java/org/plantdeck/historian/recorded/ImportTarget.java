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

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where the rows of a journal go: into the archive, and of the plant into tables. Threads: one. */
final class ImportTarget {

    private final JournalIndex index;
    private final ArchiveRecorder recorder;
    private final SqliteReadingStore tables;

    /** Those in the archive of the tags of the journal; 0 of one without a value. */
    private final int[] tagNumbers;

    /**
     * Makes the tags that have values.
     *
     * @throws StoreFailure where they cannot be
     */
    ImportTarget(JournalIndex index, ArchiveRecorder recorder, SqliteReadingStore tables)
            throws StoreFailure {
        this.index = index;
        this.recorder = recorder;
        this.tables = tables;
        tagNumbers = new int[index.tags().size()];
        for (int i = 0; i < tagNumbers.length; i++) {
            JournalTag tag = index.tags().get(i);
            if (tag.type().isPresent()) {
                String topic = index.topics().get(tag.topic());
                tagNumbers[i] = recorder.tag(topic, tag.key(), tag.type().get(), tag.unit());
            }
        }
    }

    /** Begins with the rows of a run of a topic. */
    Rows rows(Segment segment) {
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
    abstract static class Rows {
        private int values;

        /** How many were read since they were last kept. */
        final int values() {
            return values;
        }

        /** Reads the row of an instant, in milliseconds since 1970. */
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
        final void keep() throws StoreFailure {
            store();
            values = 0;
        }

        abstract void store() throws StoreFailure;
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
        void store() throws StoreFailure {
            recorder.fill(snapshots);
            snapshots = new ArrayList<>();
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
        void store() throws StoreFailure {
            if (!readings.isEmpty()) {
                tables.take(source, readings, this::archive);
            }
            readings = new ArrayList<>();
            numbers = new ArrayList<>();
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
}
