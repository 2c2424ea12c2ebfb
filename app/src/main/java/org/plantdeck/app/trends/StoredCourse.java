package org.plantdeck.app.trends;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A value over a stretch of time: what the history knows of it in columns, and what has arrived
 * since. It is drawn in any other stretch too, as long as no better answer is there, and knows its
 * gaps: more than three intervals between two values. Threads: any; one lock guards all state.
 */
public final class StoredCourse implements Course {

    private static final int INTERVALS = 3;

    private final TimeGrid grid;
    private final TrendSeries series;
    private final long intervalMillis;

    /** Readings without a value, by column. */
    private final NavigableMap<Long, Long> missing = new TreeMap<>();

    private Instant known;

    /** What was found last: a chart and its plot ask for the same. */
    private Optional<Found> found = Optional.empty();

    private record Found(Instant from, Instant to, List<Gap> gaps) {}

    /**
     * @param grid the stretch of the picture it was asked for
     * @param stored as many columns as the grid has
     * @param known up to where everything is in them; later than that nothing is known yet
     */
    public StoredCourse(TimeGrid grid, TrendColumns stored, Instant known) {
        this.grid = grid;
        this.known = known;
        series = new TrendSeries(grid.span(), grid.columns());
        for (int i = 0; i < stored.size(); i++) {
            series.add(grid.start(i), stored, i);
            if (stored.missing(i) > 0) {
                missing.put(grid.first() + i, stored.missing(i));
            }
        }
        intervalMillis = interval(stored, grid.columnMillis());
    }

    /** About how long lies between two values, as they mostly came. */
    private static long interval(TrendColumns stored, long columnMillis) {
        int[] filled = new int[stored.size()];
        int count = 0;
        long values = 0;
        for (int i = 0; i < stored.size(); i++) {
            if (stored.has(i)) {
                filled[count++] = i;
                values += stored.values(i);
            }
        }
        if (count < 2) {
            return columnMillis;
        }
        if (values >= 2L * count) {
            return Math.max(1, columnMillis * count / values);
        }
        int[] steps = new int[count - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = filled[i + 1] - filled[i];
        }
        Arrays.sort(steps);
        return columnMillis * steps[steps.length / 2];
    }

    /** Adds a value that has arrived; not-a-number where the reading has none. */
    public synchronized void add(Instant at, double value) {
        found = Optional.empty();
        if (Double.isFinite(value)) {
            series.add(at, value);
        } else {
            long column = column(at);
            missing.merge(column, 1L, Long::sum);
            missing.headMap(column - grid.columns()).clear();
        }
        know(at);
    }

    private long column(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), grid.columnMillis());
    }

    /** Says that everything up to a time is here. */
    public synchronized void know(Instant upTo) {
        if (upTo.isAfter(known)) {
            known = upTo;
            found = Optional.empty();
        }
    }

    /** The first column that begins at a time or later. */
    private long columnFrom(Instant at) {
        return Math.ceilDiv(at.toEpochMilli(), grid.columnMillis());
    }

    @Override
    public TrendColumns columns(Instant from, Instant to, int columns) {
        return series.columns(from, to, columns);
    }

    @Override
    public int join(Instant from, Instant to, int columns) {
        return (int) (INTERVALS * intervalMillis * columns / Duration.between(from, to).toMillis());
    }

    @Override
    public int filled() {
        return series.filled();
    }

    @Override
    public synchronized List<Gap> gaps(Instant from, Instant to) {
        Found last =
                found.filter(it -> it.from().equals(from) && it.to().equals(to))
                        .orElseGet(() -> new Found(from, to, List.copyOf(look(from, to))));
        found = Optional.of(last);
        return last.gaps();
    }

    private List<Gap> look(Instant from, Instant to) {
        Instant first = later(grid.from(), known.minus(grid.span()));
        Instant begin = later(from, first);
        Instant end = known.isBefore(to) ? known : to;
        List<Gap> gaps = new ArrayList<>();
        if (!begin.isBefore(end)) {
            return gaps;
        }
        long width = grid.columnMillis();
        long least = Math.max(INTERVALS * intervalMillis, width);
        Gaps between = new Gaps(gaps, width, least, begin.toEpochMilli());
        long last = Math.floorDiv(end.toEpochMilli() - 1, width);
        series.visit(Math.floorDiv(between.open, width), last, between);
        between.until(end.toEpochMilli());
        return gaps;
    }

    /** Finds the stretches between columns that hold something. */
    private final class Gaps implements TrendSeries.Visitor {

        private final List<Gap> found;
        private final long width;
        private final long least;
        private long open;

        Gaps(List<Gap> found, long width, long least, long open) {
            this.found = found;
            this.width = width;
            this.least = least;
            this.open = open;
        }

        @Override
        public void bucket(long column, double sum, int values) {
            until(Math.max(open, column * width));
            open = (column + 1) * width;
        }

        void until(long end) {
            if (end - open >= least) {
                Instant from = Instant.ofEpochMilli(open);
                Instant to = Instant.ofEpochMilli(end);
                found.add(new Gap(from, to, missing(from, to) > 0));
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * The value at a time: the mean of its column, or of the last one before it that has values, if
     * that is not a gap ago; not-a-number where there is none.
     */
    public double at(Instant time) {
        long column = column(time);
        long reach = INTERVALS * intervalMillis / grid.columnMillis();
        for (long back = column; back >= column - reach; back--) {
            if (series.has(back)) {
                return series.mean(back);
            }
        }
        return Double.NaN;
    }

    /** What is known of the values in [from, to), to the width of a column. */
    public Figures figures(Instant from, Instant to) {
        return series.figures(from, to);
    }

    /**
     * The standard deviation, as a sample, of the values in [from, to), to the width of a column;
     * not-a-number where there are not two.
     */
    public double deviation(Instant from, Instant to) {
        return series.deviation(from, to);
    }

    /** How many readings in [from, to) have no value, to the width of a column. */
    public synchronized long missing(Instant from, Instant to) {
        return missing.subMap(columnFrom(from), columnFrom(to)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /**
     * The mean over the time of [from, to), to the width of a column: a value counts until the next
     * one, and into a gap no further than a line leads; not-a-number where there is none.
     */
    public synchronized double timeMean(Instant from, Instant to) {
        long end = columnFrom(known.isBefore(to) ? known : to);
        long reach = Math.max(1, INTERVALS * intervalMillis / grid.columnMillis());
        Held held = new Held(reach);
        series.visit(columnFrom(from), end - 1, held);
        held.until(end);
        return held.columns == 0 ? Double.NaN : held.sum / held.columns;
    }

    /** Adds up values for as long as each of them counts. */
    private static final class Held implements TrendSeries.Visitor {

        private final long reach;
        private double value = Double.NaN;
        private long since;
        private double sum;
        private long columns;

        Held(long reach) {
            this.reach = reach;
        }

        @Override
        public void bucket(long column, double total, int values) {
            until(column);
            value = total / values;
            since = column;
        }

        void until(long column) {
            if (!Double.isNaN(value)) {
                long counts = Math.min(reach, column - since);
                sum += value * counts;
                columns += counts;
            }
        }
    }

    /**
     * Figures of some values; not-a-number where there is none.
     *
     * @param least the least of them
     * @param largest the largest
     * @param mean their mean
     * @param values how many there are
     */
    public record Figures(double least, double largest, double mean, long values) {}
}
