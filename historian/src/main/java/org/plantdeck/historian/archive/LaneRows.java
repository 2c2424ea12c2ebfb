package org.plantdeck.historian.archive;

import org.jspecify.annotations.Nullable;
import org.plantdeck.historian.store.StoreFailure;
import org.plantdeck.signal.Value;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The values of some tags of a lane, instant by instant in the order of time. Holds an hour in
 * memory, and no lock between two steps; what is stored meanwhile is seen if it lies in a later
 * hour. Threads: the reader's.
 */
public final class LaneRows {

    private static final int HOURS_A_DAY = 24;

    private final SampleFiles samples;
    private final SampleRange wanted;
    private final int[] tags;
    private final Queue<LaneHour> hours = new ArrayDeque<>();
    private final @Nullable Column[] columns;
    private Block block = new Block();
    private int position;

    /**
     * @param wanted the lane and the range; its tag does not matter
     * @param tags which tags of the lane's group, at least one
     */
    LaneRows(SampleFiles samples, SampleRange wanted, int[] tags) throws StoreFailure {
        this.samples = samples;
        this.wanted = wanted;
        this.tags = tags.clone();
        columns = new Column[tags.length];
        if (!wanted.isEmpty()) {
            for (LocalDate day : samples.days(wanted)) {
                long first = day.toEpochDay() * HOURS_A_DAY;
                for (long hour = first; hour < first + HOURS_A_DAY; hour++) {
                    if (hour >= wanted.firstHour().hour() && hour <= wanted.lastHour().hour()) {
                        hours.add(new LaneHour(wanted.lane(), hour));
                    }
                }
            }
        }
    }

    /**
     * Steps to the next instant at which one of the tags has a sample.
     *
     * @return whether there is one
     */
    public boolean next() throws StoreFailure {
        position++;
        while (true) {
            while (position < block.size()) {
                if (isWanted()) {
                    return true;
                }
                position++;
            }
            LaneHour hour = hours.poll();
            if (hour == null) {
                return false;
            }
            samples.look();
            block = samples.hour(hour, tags);
            for (int i = 0; i < tags.length; i++) {
                columns[i] = block.column(tags[i]);
            }
            position = 0;
        }
    }

    private boolean isWanted() {
        long at = block.times()[position];
        if (at < wanted.fromMs() || at >= wanted.toMs()) {
            return false;
        }
        for (Column column : columns) {
            if (column != null && column.has(position)) {
                return true;
            }
        }
        return false;
    }

    /** The instant stepped to, in milliseconds since 1970. */
    public long timeMs() {
        return block.times()[position];
    }

    /** What a tag was at that instant; absent where it has no sample. */
    public Value value(int tag) {
        Column column = columns[tag];
        return column == null ? Value.absent() : column.value(position);
    }
}
