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
 * reals, the whole numbers with the flags, and the texts, each as a column of its own. Where
 * numbers are given up, the places of those that are kept stand behind the marks. Threads: one.
 */
final class ColumnCodec {

    private static final int VERSION = 1;

    /** With places of what is kept. */
    private static final int THINNED = 2;

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
        out.writeByte(column.dropped == null ? VERSION : THINNED);
        out.writeUnsigned(size);
        for (int i = 0; i < size; i++) {
            marks[i] = column.marks[i];
        }
        longs.encode(marks, size, out);
        encodeKept(column, out);
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

    private void encodeKept(Column column, ByteSink out) {
        if (column.dropped == null) {
            return;
        }
        int count = 0;
        int last = -1;
        for (int i = 0; i < column.size; i++) {
            if (isNumber(column.marks[i]) && !column.dropped[i]) {
                part[count++] = (long) i - last;
                last = i;
            }
        }
        out.writeByte(column.held ? 1 : 0);
        out.writeUnsigned(count);
        longs.encode(part, count, out);
    }

    private static boolean isNumber(byte mark) {
        return Mark.kind(mark) >= Mark.REAL && Mark.kind(mark) <= Mark.FLAG;
    }

    private static boolean isKept(Column column, int i) {
        return column.dropped == null || !column.dropped[i];
    }

    private int gather(Column column, int firstKind, int lastKind) {
        int count = 0;
        for (int i = 0; i < column.size; i++) {
            int kind = Mark.kind(column.marks[i]);
            if (kind >= firstKind && kind <= lastKind && isKept(column, i)) {
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
        int version = in.readByte();
        if (version != VERSION && version != THINNED) {
            throw new Damaged("a column of another version");
        }
        int size = in.readCount(SIZE_MAX);
        room(size);
        into.reset(size);
        longs.decode(in, marks, size);
        for (int i = 0; i < size; i++) {
            if (!Mark.isKnown(marks[i])) {
                throw new Damaged("a mark that does not exist");
            }
            into.marks[i] = (byte) marks[i];
        }
        if (version == THINNED) {
            decodeKept(in, into);
        }
        decodeValues(in, into);
        Thinner.restore(into);
    }

    private void decodeKept(ByteSource in, Column into) throws Damaged {
        into.held = in.readByte() == 1;
        int count = in.readCount(into.size);
        longs.decode(in, part, count);
        boolean[] dropped = new boolean[into.size];
        for (int i = 0; i < into.size; i++) {
            dropped[i] = isNumber(into.marks[i]);
        }
        long at = -1;
        for (int i = 0; i < count; i++) {
            at += part[i];
            if (part[i] <= 0 || at >= into.size || !dropped[(int) at]) {
                throw new Damaged("a kept value that is none");
            }
            dropped[(int) at] = false;
        }
        requireEnds(into, dropped);
        into.dropped = dropped;
    }

    /** What is given up is between values of its kind. */
    private static void requireEnds(Column into, boolean[] dropped) throws Damaged {
        int before = -1;
        for (int i = 0; i < into.size; i++) {
            boolean isLast = i == into.size - 1;
            if (dropped[i] && (isLast || before < 0 || into.marks[before] != into.marks[i])) {
                throw new Damaged("a value without the one it comes back by");
            }
            before = into.marks[i] == Mark.NONE ? before : i;
        }
    }

    private void decodeValues(ByteSource in, Column into) throws Damaged {
        int reals = 0;
        int wholes = 0;
        int texts = 0;
        for (int i = 0; i < into.size; i++) {
            int kept = isKept(into, i) ? 1 : 0;
            switch (Mark.kind(into.marks[i])) {
                case Mark.REAL -> reals += kept;
                case Mark.WHOLE, Mark.FLAG -> wholes += kept;
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
            if (kind >= firstKind && kind <= lastKind && isKept(into, i)) {
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
