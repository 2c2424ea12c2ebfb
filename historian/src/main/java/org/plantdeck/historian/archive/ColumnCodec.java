package org.plantdeck.historian.archive;

import org.plantdeck.historian.archive.codec.ByteSink;
import org.plantdeck.historian.archive.codec.ByteSource;
import org.plantdeck.historian.archive.codec.Damaged;
import org.plantdeck.historian.archive.codec.DoubleCodec;
import org.plantdeck.historian.archive.codec.LongCodec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A column of an hour as the bytes of a chunk: a version, how many instants, the marks, then the
 * reals, the whole numbers with the flags, and the texts, each as a column of its own. Threads:
 * one.
 */
final class ColumnCodec {

    private static final int VERSION = 1;

    /** Instants an hour can have: one a millisecond. */
    static final int SIZE_MAX = 3_600_000;

    private final LongCodec longs = new LongCodec();
    private final DoubleCodec doubles = new DoubleCodec();
    private long[] marks = new long[0];
    private long[] part = new long[0];

    private void room(int count) {
        if (marks.length < count) {
            marks = new long[count];
            part = new long[count];
        }
    }

    /**
     * Writes the column, and says how many decimals its reals have.
     *
     * @return 0 to 12; negative where they have none
     */
    int encode(Column column, ByteSink out) {
        int size = column.size;
        room(size);
        out.writeByte(VERSION);
        out.writeUnsigned(size);
        for (int i = 0; i < size; i++) {
            marks[i] = column.marks[i];
        }
        longs.encode(marks, size, out);
        int reals = gather(column, Mark.REAL, Mark.REAL);
        int decimals = DoubleCodec.decimals(part, reals);
        if (reals > 0) {
            doubles.encode(part, reals, decimals, out);
        }
        int wholes = gather(column, Mark.WHOLE, Mark.FLAG);
        longs.encode(part, wholes, out);
        encodeTexts(column, out);
        return decimals;
    }

    private int gather(Column column, int firstKind, int lastKind) {
        int count = 0;
        for (int i = 0; i < column.size; i++) {
            int kind = Mark.kind(column.marks[i]);
            if (kind >= firstKind && kind <= lastKind) {
                part[count++] = column.bits[i];
            }
        }
        return count;
    }

    private void encodeTexts(Column column, ByteSink out) {
        if (column.texts == null) {
            return;
        }
        Map<String, Integer> words = new HashMap<>();
        List<String> inOrder = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < column.size; i++) {
            if (Mark.kind(column.marks[i]) == Mark.TEXT) {
                String text = column.text(i);
                Integer known = words.putIfAbsent(text, inOrder.size());
                if (known == null) {
                    inOrder.add(text);
                }
                part[count++] = known == null ? inOrder.size() - 1 : known;
            }
        }
        if (count > 0) {
            out.writeUnsigned(inOrder.size());
            inOrder.forEach(out::writeText);
            longs.encode(part, count, out);
        }
    }

    /**
     * Reads a column over what another one held.
     *
     * @throws Damaged where the bytes are not those of a column
     */
    void decode(ByteSource in, Column into) throws Damaged {
        if (in.readByte() != VERSION) {
            throw new Damaged("a column of another version");
        }
        int size = in.readCount(SIZE_MAX);
        room(size);
        into.reset(size);
        longs.decode(in, marks, size);
        int reals = 0;
        int wholes = 0;
        int texts = 0;
        for (int i = 0; i < size; i++) {
            if (!Mark.isKnown(marks[i])) {
                throw new Damaged("a mark that does not exist");
            }
            byte mark = (byte) marks[i];
            into.marks[i] = mark;
            switch (Mark.kind(mark)) {
                case Mark.REAL -> reals++;
                case Mark.WHOLE, Mark.FLAG -> wholes++;
                case Mark.TEXT -> texts++;
                default -> {}
            }
        }
        if (reals > 0) {
            doubles.decode(in, part, reals);
            scatter(into, Mark.REAL, Mark.REAL, reals);
        }
        longs.decode(in, part, wholes);
        scatter(into, Mark.WHOLE, Mark.FLAG, wholes);
        if (texts > 0) {
            decodeTexts(in, into, texts);
        }
    }

    private void scatter(Column into, int firstKind, int lastKind, int count) {
        if (count == into.size) {
            System.arraycopy(part, 0, into.bits, 0, count);
            return;
        }
        for (int i = 0, next = 0; next < count; i++) {
            int kind = Mark.kind(into.marks[i]);
            if (kind >= firstKind && kind <= lastKind) {
                into.bits[i] = part[next++];
            }
        }
    }

    private void decodeTexts(ByteSource in, Column into, int count) throws Damaged {
        int known = in.readCount(count);
        List<String> words = new ArrayList<>(known);
        for (int i = 0; i < known; i++) {
            words.add(in.readText());
        }
        longs.decode(in, part, count);
        for (int i = 0, next = 0; next < count; i++) {
            if (Mark.kind(into.marks[i]) == Mark.TEXT) {
                long word = part[next++];
                if (word < 0 || word >= known) {
                    throw new Damaged("a word that is not in its list");
                }
                into.set(i, into.marks[i], 0, words.get((int) word));
            }
        }
    }
}
