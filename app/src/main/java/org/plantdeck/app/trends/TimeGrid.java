package org.plantdeck.app.trends;

import java.time.Duration;
import java.time.Instant;

/**
 * Time in columns of equal width, one a pixel, that stand still while a picture follows the present
 * time: what is drawn moves by whole pixels and keeps its shape. Threads: any.
 *
 * @param columnMillis how wide a column is, at least 1
 * @param first the number of the first column; column 0 begins at the epoch
 * @param columns how many there are, at least 1
 */
public record TimeGrid(long columnMillis, long first, int columns) {

    /** The grid that shows a window, the last column with its right edge. */
    public static TimeGrid of(TimeWindow window, int columns) {
        long width = Math.max(1, Math.ceilDiv(window.span().toMillis(), columns));
        long end = Math.ceilDiv(window.to().toEpochMilli(), width);
        return new TimeGrid(width, end - columns, columns);
    }

    /** Where it begins. */
    public Instant from() {
        return start(0);
    }

    /** Where it ends. */
    public Instant to() {
        return start(columns);
    }

    /** Where a column begins; the number of columns gives the end. */
    public Instant start(int column) {
        return Instant.ofEpochMilli((first + column) * columnMillis);
    }

    /** How long it is. */
    public Duration span() {
        return Duration.ofMillis(columnMillis * columns);
    }

    /** How wide a column is. */
    public Duration columnWidth() {
        return Duration.ofMillis(columnMillis);
    }

    /** What it shows. */
    public TimeWindow window() {
        return new TimeWindow(from(), to());
    }

    /** How many whole columns lie before a time, up to all of them. */
    public int columnsBefore(Instant time) {
        long column = Math.floorDiv(time.toEpochMilli(), columnMillis) - first;
        return Math.clamp(column, 0, columns);
    }
}
