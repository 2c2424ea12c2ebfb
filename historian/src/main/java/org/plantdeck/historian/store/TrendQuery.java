package org.plantdeck.historian.store;

import org.plantdeck.signal.TagType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which figures of which tags to give, column by column of a range of event time.
 *
 * @param topic whose readings
 * @param tags which of {@link HistorianQueries#tags(String)}, at least one; numbers, counts and
 *     flags, not texts
 * @param from the columns begin at this instant
 * @param to they end before this one, later than from by {@link #RANGE_MAX} at most
 * @param columns how many columns of equal width, 1 to {@link #COLUMNS_MAX}
 * @param run the run to look at alone; without one, {@link HistorianQueries#trend(TrendQuery,
 *     java.util.function.BooleanSupplier)} says which
 */
public record TrendQuery(
        String topic,
        List<StoredTag> tags,
        Instant from,
        Instant to,
        int columns,
        Optional<String> run) {

    /** Columns a query has at most. */
    public static final int COLUMNS_MAX = 10_000;

    /** The longest range of a query: a hundred years. */
    public static final Duration RANGE_MAX = Duration.ofDays(36_525);

    public TrendQuery {
        tags = List.copyOf(tags);
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("a trend needs a tag");
        }
        for (StoredTag tag : tags) {
            if (!tag.topic().equals(topic)) {
                throw new IllegalArgumentException(tag.name() + " is no tag of " + topic);
            }
            if (tag.type() == TagType.TEXT) {
                throw new IllegalArgumentException(
                        tag.name() + " is a text; a trend takes numbers and flags");
            }
        }
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(RANGE_MAX) > 0) {
            throw new IllegalArgumentException(
                    "a trend from " + from + " to " + to + " is empty or longer than a century");
        }
        if (columns < 1 || columns > COLUMNS_MAX) {
            throw new IllegalArgumentException(
                    "columns is " + columns + ", must be from 1 to " + COLUMNS_MAX);
        }
    }

    /**
     * Where a column begins, which is where the one before it ends.
     *
     * @param column 0 for the first one; the number of columns gives the end of the range
     */
    public Instant start(int column) {
        long nanos = Duration.between(from, to).toNanos();
        long rest = nanos % columns * column / columns;
        return from.plusNanos(nanos / columns * column + rest);
    }
}
