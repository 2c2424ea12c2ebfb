package org.plantdeck.historian.archive;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.archive.codec.ByteSink;
import org.plantdeck.historian.archive.codec.ByteSource;
import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.signal.Quality;
import org.plantdeck.signal.Value;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * What some tags of one lane were at one instant. Threads: one until it is handed over, then it
 * does not change any more.
 */
public final class Snapshot {

    /** The earliest instant there is: the first of year 0. */
    private static final long EARLIEST_MS = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();

    private static final long LATEST_MS = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private static final int TAGS_MAX = 1_000_000;

    final int lane;
    final long measuredAtMs;
    int[] tags = new int[16];
    byte[] marks = new byte[16];
    long[] bits = new long[16];
    private @Nullable String @Nullable [] texts;
    int size;

    private Snapshot(int lane, long measuredAtMs) {
        if (measuredAtMs < EARLIEST_MS || measuredAtMs > LATEST_MS) {
            throw new IllegalArgumentException(
                    "a time stamp outside the years 0 to 9999: " + measuredAtMs + " ms");
        }
        this.lane = lane;
        this.measuredAtMs = measuredAtMs;
    }

    /**
     * One without values.
     *
     * @param lane as {@link Archive#lane} gives it
     * @param measuredAt in the years 0 to 9999; what is below a millisecond is cut off
     */
    public static Snapshot at(int lane, Instant measuredAt) {
        return new Snapshot(lane, measuredAt.toEpochMilli());
    }

    /**
     * One without values.
     *
     * @param measuredAtMs milliseconds since 1970, in the years 0 to 9999
     */
    public static Snapshot atMs(int lane, long measuredAtMs) {
        return new Snapshot(lane, measuredAtMs);
    }

    /**
     * Adds a value.
     *
     * @param tag as {@link Archive#tag} gives it; one of the lane's group
     */
    public Snapshot add(int tag, Value value, Quality quality) {
        long number =
                switch (value) {
                    case Value.Real real -> Double.doubleToRawLongBits(real.value());
                    case Value.Whole whole -> whole.value();
                    case Value.Flag flag -> flag.value() ? 1 : 0;
                    case Value.Text _, Value.Absent _ -> 0;
                };
        String text = value instanceof Value.Text(String it) ? it : null;
        add(tag, Mark.of(value, quality), number, text);
        return this;
    }

    /** Adds that nothing is known of a tag, which replaces no value of the same instant. */
    public Snapshot addUnknown(int tag) {
        add(tag, Mark.UNKNOWN, 0, null);
        return this;
    }

    private void add(int tag, byte mark, long number, @Nullable String text) {
        if (size == tags.length) {
            tags = Arrays.copyOf(tags, size * 2);
            marks = Arrays.copyOf(marks, size * 2);
            bits = Arrays.copyOf(bits, size * 2);
        }
        tags[size] = tag;
        marks[size] = mark;
        bits[size] = number;
        if (text != null) {
            @Nullable String[] all = texts == null ? new String[tags.length] : texts;
            all = all.length < tags.length ? Arrays.copyOf(all, tags.length) : all;
            all[size] = text;
            texts = all;
        }
        size++;
    }

    /** The text of a value; null where it is none. */
    @Nullable String text(int i) {
        return texts == null || i >= texts.length ? null : texts[i];
    }

    /** How many values it has. */
    public int size() {
        return size;
    }

    void writeTo(ByteSink out) {
        out.writeUnsigned(lane);
        out.writeLong(measuredAtMs);
        out.writeUnsigned(size);
        for (int i = 0; i < size; i++) {
            out.writeUnsigned(tags[i]);
            out.writeByte(marks[i]);
            switch (Mark.kind(marks[i])) {
                case Mark.REAL -> out.writeLong(bits[i]);
                case Mark.WHOLE, Mark.FLAG -> out.writeSigned(bits[i]);
                case Mark.TEXT -> out.writeText(Objects.requireNonNullElse(text(i), ""));
                default -> {}
            }
        }
    }

    static Snapshot readFrom(ByteSource in) throws Damaged {
        int lane = in.readCount(Integer.MAX_VALUE);
        long at = in.readLong();
        if (at < EARLIEST_MS || at > LATEST_MS) {
            throw new Damaged("a time stamp outside the years 0 to 9999");
        }
        Snapshot snapshot = new Snapshot(lane, at);
        int size = in.readCount(TAGS_MAX);
        for (int i = 0; i < size; i++) {
            int tag = in.readCount(Integer.MAX_VALUE);
            byte mark = (byte) in.readByte();
            if (!Mark.isKnown(mark) || mark == Mark.NONE) {
                throw new Damaged("a mark that does not exist");
            }
            switch (Mark.kind(mark)) {
                case Mark.REAL -> snapshot.add(tag, mark, in.readLong(), null);
                case Mark.WHOLE, Mark.FLAG -> snapshot.add(tag, mark, in.readSigned(), null);
                case Mark.TEXT -> snapshot.add(tag, mark, 0, in.readText());
                default -> snapshot.add(tag, mark, 0, null);
            }
        }
        return snapshot;
    }
}
