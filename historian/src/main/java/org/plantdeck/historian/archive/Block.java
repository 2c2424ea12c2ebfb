package org.plantdeck.historian.archive;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The samples of one lane in one hour: its instants and a column for each tag. Takes snapshots in
 * any order; {@link #ordered} has each instant once, where what came last counts. Threads: one.
 */
final class Block {

    /**
     * What it has room for at first. Doubled, it comes to an hour of seconds with little to spare,
     * and not to a power of two, by which the same instant of many columns would share a few lines
     * of the processor's cache.
     */
    private static final int CAPACITY = 57;

    private long[] times = new long[CAPACITY];
    private int size;
    private boolean isOrdered = true;
    private final Map<Integer, Column> columns = new TreeMap<>();

    /** The columns of the last snapshot in its order, since the next one mostly has the same. */
    private @Nullable Column[] inOrder = new Column[0];

    private int[] tagsInOrder = new int[0];

    int size() {
        return size;
    }

    long[] times() {
        return times;
    }

    /** By tag. */
    Map<Integer, Column> columns() {
        return columns;
    }

    @Nullable Column column(int tag) {
        Column column = columns.get(tag);
        if (column != null) {
            column.extend(size);
        }
        return column;
    }

    void add(Snapshot snapshot) {
        int position = instant(snapshot.measuredAtMs);
        if (inOrder.length < snapshot.size) {
            inOrder = Arrays.copyOf(inOrder, snapshot.size);
            tagsInOrder = Arrays.copyOf(tagsInOrder, snapshot.size);
        }
        for (int i = 0; i < snapshot.size; i++) {
            Column column = inOrder[i];
            if (column == null || tagsInOrder[i] != snapshot.tags[i]) {
                column = columns.computeIfAbsent(snapshot.tags[i], _ -> new Column(times.length));
                inOrder[i] = column;
                tagsInOrder[i] = snapshot.tags[i];
            }
            column.extend(size);
            column.set(position, snapshot.marks[i], snapshot.bits[i], snapshot.text(i));
        }
    }

    /** The position of an instant: the last one's where it is the same, else a new one. */
    private int instant(long measuredAtMs) {
        if (size > 0 && times[size - 1] == measuredAtMs) {
            return size - 1;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
        }
        isOrdered &= size == 0 || times[size - 1] < measuredAtMs;
        times[size] = measuredAtMs;
        return size++;
    }

    /** Takes over the instants that were sealed, before any snapshot. */
    void begin(long[] sealedTimes, int count) {
        times = Arrays.copyOf(sealedTimes, Math.max(count, CAPACITY));
        size = count;
    }

    /** Takes over a column that was sealed. */
    void begin(int tag, Column column) {
        columns.put(tag, column);
    }

    /** Adds everything another block has, as later. */
    void addAll(Block other) {
        int first = size;
        for (int i = 0; i < other.size; i++) {
            if (size == times.length) {
                times = Arrays.copyOf(times, size * 2);
            }
            isOrdered &= size == 0 || times[size - 1] < other.times[i];
            times[size++] = other.times[i];
        }
        isOrdered &= other.isOrdered;
        for (Map.Entry<Integer, Column> each : other.columns.entrySet()) {
            Column from = each.getValue();
            Column to = columns.computeIfAbsent(each.getKey(), _ -> new Column(times.length));
            to.extend(size);
            for (int i = 0; i < from.size; i++) {
                if (from.has(i)) {
                    to.set(first + i, from, i);
                }
            }
        }
    }

    /**
     * The same with each instant once, in order; itself where it is so. All columns are as long.
     */
    Block ordered() {
        if (isOrdered) {
            columns.values().forEach(it -> it.extend(size));
            return this;
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Long.compare(times[one], times[other])); // stable
        Block result = new Block();
        int[] target = new int[size];
        for (int from : order) {
            target[from] = result.instant(times[from]);
        }
        for (Map.Entry<Integer, Column> each : columns.entrySet()) {
            Column from = each.getValue();
            Column to = new Column(result.size);
            to.extend(result.size);
            for (int position : order) {
                if (position < from.size && from.has(position)) {
                    to.set(target[position], from, position);
                }
            }
            result.columns.put(each.getKey(), to);
        }
        return result;
    }
}
