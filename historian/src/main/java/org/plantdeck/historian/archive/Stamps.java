package org.plantdeck.historian.archive;

import org.plantdeck.historian.archive.codec.ByteSink;
import org.plantdeck.historian.archive.codec.ByteSource;
import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.historian.archive.codec.LongCodec;

import java.util.Arrays;

/**
 * The instants of one lane in one hour, and which tags have a chunk beside them. Filled again and
 * again. Threads: one.
 */
final class Stamps {

    private static final int VERSION = 1;
    private static final int TAGS_MAX = 10_000_000;

    private final LongCodec longs = new LongCodec();
    private long[] times = new long[0];
    private int size;
    private long[] tagNumbers = new long[0];
    private int[] tags = new int[0];

    long[] times() {
        return times;
    }

    int size() {
        return size;
    }

    int[] tags() {
        return tags;
    }

    void encode(Block block, ByteSink out) {
        out.writeByte(VERSION);
        out.writeUnsigned(block.size());
        longs.encode(block.times(), block.size(), out);
        tagNumbers = block.columns().keySet().stream().mapToLong(it -> it).toArray();
        out.writeUnsigned(tagNumbers.length);
        longs.encode(tagNumbers, tagNumbers.length, out);
    }

    /** Reads the instants alone. */
    void decodeTimes(ByteSource in) throws Damaged {
        if (in.readByte() != VERSION) {
            throw new Damaged("instants of another version");
        }
        size = in.readCount(ColumnCodec.SIZE_MAX);
        if (times.length < size) {
            times = new long[size];
        }
        longs.decode(in, times, size);
    }

    /** Reads the instants and the tags. */
    void decode(ByteSource in) throws Damaged {
        decodeTimes(in);
        int count = in.readCount(TAGS_MAX);
        tagNumbers = new long[count];
        longs.decode(in, tagNumbers, count);
        tags = Arrays.stream(tagNumbers).mapToInt(Math::toIntExact).toArray();
    }
}
