package org.plantdeck.historian.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/** An archive of two tags, and what can be read of it. */
abstract class ArchiveGround {

    static final long START = Instant.parse("2026-11-21T22:30:00Z").toEpochMilli();
    static final long HOUR = Duration.ofHours(1).toMillis();

    @TempDir Path folder;

    Instant now = Instant.parse("2026-11-22T08:00:00Z");
    Archive archive;
    int lane;
    int speed;
    int state;

    /** What a sample is, bit for bit. */
    record Sample(Value value, Quality quality) {
        @Override
        public boolean equals(Object other) {
            if (!(other instanceof Sample(Value theirs, Quality how)) || quality != how) {
                return false;
            }
            if (value instanceof Value.Real(double mine)
                    && theirs instanceof Value.Real(double its)) {
                return Double.doubleToRawLongBits(mine) == Double.doubleToRawLongBits(its);
            }
            return value.equals(theirs);
        }

        @Override
        public int hashCode() {
            return quality.hashCode();
        }
    }

    @BeforeEach
    void open() throws StoreFailure {
        archive = Archive.open(folder, () -> now);
        lane = archive.lane("factory/line1", "a1");
        speed = archive.tag("factory/line1", new TagFacts("line_speed", "NUMBER", "1/min", "x"));
        state = archive.tag("factory/line1", new TagFacts("state", "TEXT", "", ""));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    void reopen() throws StoreFailure {
        archive.close();
        archive = Archive.open(folder, () -> now);
    }

    void sealComplete() throws StoreFailure {
        boolean more = true;
        while (more) {
            more = archive.sealNext();
        }
    }

    NavigableMap<Long, Sample> samples(int tag, long from, long to) throws StoreFailure {
        NavigableMap<Long, Sample> found = new TreeMap<>();
        try (ArchiveReader reader = ArchiveReader.open(folder)) {
            read(reader, tag, from, to, found);
            assertThat(reader.damages()).isEmpty();
        }
        return found;
    }

    void read(ArchiveReader reader, int tag, long from, long to, NavigableMap<Long, Sample> into)
            throws StoreFailure {
        reader.scan(
                new SampleRange(tag, lane, from, to),
                part -> {
                    for (int i = 0; i < part.size(); i++) {
                        if (part.has(i)) {
                            assertThat(into.isEmpty() || into.lastKey() < part.timeMs(i)).isTrue();
                            into.put(part.timeMs(i), new Sample(part.value(i), part.quality(i)));
                        }
                    }
                    return true;
                });
    }
}
