package org.plantdeck.app.records;

import org.plantdeck.app.records.TrendSteps.Act;
import org.plantdeck.app.records.TrendSteps.Shown;
import org.plantdeck.app.trends.TimeGrid;
import org.plantdeck.app.trends.TimeWindow;
import org.plantdeck.historian.store.StoredTag;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Which stretch of time is shown, whether it follows the plant, and when the history is to be asked
 * again. Threads: the screen's.
 */
final class TrendViewModel {

    /** The lengths that have a button. */
    static final List<Duration> RANGES =
            List.of(
                    Duration.ofHours(1),
                    Duration.ofHours(8),
                    Duration.ofHours(24),
                    Duration.ofDays(7));

    /** One step of a key or of the wheel shows this much less, or so much more. */
    static final double ZOOM_STEP = 0.8;

    /** One step of an arrow key moves by this share of what is shown. */
    private static final double PAN_STEP = 0.1;

    /** A picture that follows the plant is read anew no more often than this. */
    private static final Duration LEAST_BETWEEN = Duration.ofSeconds(5);

    /** And so seldom that reading takes less than a fiftieth of one processor. */
    private static final int SHARE_OF_TIME = 50;

    private final InstantSource clock;
    private final TrendSteps steps = new TrendSteps();
    private TimeWindow window;
    private Instant oldest;
    private Instant newest;
    private boolean live = true;
    private int columns;
    private Optional<Asked> asked = Optional.empty();
    private Instant askAgainAt = Instant.MAX;

    /** What tells one question from another. */
    private record Asked(TimeGrid grid, List<StoredTag> tags, boolean live, long runs) {

        /** A picture that follows the plant goes on by itself. */
        boolean covers(Asked other) {
            return live
                    ? other.live
                            && grid.columnMillis() == other.grid.columnMillis()
                            && grid.columns() == other.grid.columns()
                            && tags.equals(other.tags)
                            && runs == other.runs
                    : equals(other);
        }
    }

    /**
     * Follows the plant, with the last hour up to now.
     *
     * @param clock wall time
     */
    TrendViewModel(InstantSource clock) {
        this.clock = clock;
        Instant now = clock.instant();
        oldest = now;
        newest = now;
        window = TimeWindow.endingAt(now, RANGES.getFirst());
    }

    /** Says from when to when there is something to see. */
    void extent(Instant first, Instant last) {
        oldest = first;
        newest = last;
        if (live) {
            window = TimeWindow.endingAt(newest, window.span());
        }
    }

    /** Says how many pixels wide the picture is. */
    void columns(int pixels) {
        columns = pixels;
    }

    /** The longest that is shown: all there is, and a week at least. */
    private Duration longest() {
        Duration all = Duration.between(oldest, newest);
        Duration week = RANGES.getLast();
        return all.compareTo(week) > 0 ? all : week;
    }

    private Shown shown() {
        return new Shown(window, live);
    }

    private void leave(Act act) {
        steps.leave(shown(), act, clock.instant());
    }

    private void show(TimeWindow next) {
        window = next.within(oldest, newest);
    }

    /** Shows a length of time that ends where the present one does. */
    void range(Duration span) {
        leave(new Act.Once());
        show(TimeWindow.endingAt(window.to(), span));
    }

    /** The same, and follows the plant or stands still. */
    void range(Duration span, boolean follow) {
        leave(new Act.Once());
        live = follow;
        show(TimeWindow.endingAt(live ? newest : window.to(), span));
    }

    /** Shows everything there is. */
    void all() {
        Duration all = Duration.between(oldest, newest);
        range(all.compareTo(TimeWindow.SHORTEST) > 0 ? all : TimeWindow.SHORTEST);
        show(TimeWindow.endingAt(newest, window.span()));
    }

    /**
     * Shows the stretch between two times, whichever is the earlier; where it is too short to be
     * shown alone, with what lies around it.
     */
    void stretch(Instant one, Instant other) {
        leave(new Act.Once());
        live = false;
        Duration between = Duration.between(one, other).abs();
        Instant first = one.isBefore(other) ? one : other;
        Duration lacking = TimeWindow.SHORTEST.minus(between);
        show(
                lacking.isPositive()
                        ? TimeWindow.endingAt(
                                first.plus(between).plus(lacking.dividedBy(2)), TimeWindow.SHORTEST)
                        : new TimeWindow(first, first.plus(between)));
    }

    /** Shows what was shown a step before. */
    void undo() {
        steps.undo(shown()).ifPresent(this::show);
    }

    /** Takes a step again that was undone. */
    void redo() {
        steps.redo(shown()).ifPresent(this::show);
    }

    private void show(Shown again) {
        live = again.live();
        show(live ? TimeWindow.endingAt(newest, again.window().span()) : again.window());
    }

    boolean canUndo() {
        return steps.canUndo();
    }

    boolean canRedo() {
        return steps.canRedo();
    }

    /**
     * Zooms around a place that stands still.
     *
     * @param share of the way from left to right
     * @param times how many steps; above 0 shows less
     */
    void zoomAround(double share, double times) {
        leave(new Act.Run("zoom"));
        TimeWindow next = window.zoomed(share, StrictMath.pow(ZOOM_STEP, times), longest());
        live = live && !next.to().isBefore(newest);
        show(next);
    }

    /** Zooms by keys: around the right edge while it follows the plant, else around the middle. */
    void zoom(double times) {
        zoomAround(live ? 1 : 0.5, times);
    }

    /** Moves by so many steps of the arrow keys, above 0 to later times. */
    void step(int times) {
        leave(new Act.Run("move"));
        move(window, times * PAN_STEP);
    }

    /**
     * Moves.
     *
     * @param begun what was shown when the move began
     * @param share how far from there, in what is shown; above 0 to later times
     */
    void pan(TimeWindow begun, double share) {
        leave(new Act.Drag(begun));
        move(begun, share);
    }

    private void move(TimeWindow begun, double share) {
        live = false;
        show(begun.moved(Duration.ofMillis(Math.round(begun.span().toMillis() * share))));
    }

    /** Goes to the oldest there is. */
    void home() {
        leave(new Act.Once());
        live = false;
        show(new TimeWindow(oldest, oldest.plus(window.span())));
    }

    /** Follows the plant. */
    void follow() {
        if (!live) {
            leave(new Act.Once());
        }
        live = true;
        window = TimeWindow.endingAt(newest, window.span());
    }

    /** Stands still where it is. */
    void hold() {
        leave(new Act.Once());
        live = false;
    }

    boolean isLive() {
        return live;
    }

    TimeWindow window() {
        return window;
    }

    /** What is drawn: the window in whole columns. */
    TimeGrid grid() {
        return TimeGrid.of(window, Math.max(1, columns));
    }

    /**
     * What to ask the history now; empty where what was asked will do.
     *
     * @param runs counts the runs of the plant
     * @param now wall time
     */
    Optional<TrendRequest> due(List<StoredTag> tags, long runs, Instant now) {
        if (columns < 2 || tags.isEmpty()) {
            return Optional.empty();
        }
        Asked next = new Asked(grid(), List.copyOf(tags), live, runs);
        boolean known = asked.map(it -> it.covers(next)).orElse(false);
        if (known && now.isBefore(askAgainAt)) {
            return Optional.empty();
        }
        asked = Optional.of(next);
        askAgainAt = Instant.MAX;
        return Optional.of(new TrendRequest(next.grid(), tags, newest, live));
    }

    /** Says that there was an answer, or that there is none to be had. */
    void settled(Duration took, boolean answered, Instant now) {
        Duration pause = took.multipliedBy(SHARE_OF_TIME);
        Duration wait = pause.compareTo(LEAST_BETWEEN) > 0 ? pause : LEAST_BETWEEN;
        askAgainAt = live || !answered ? now.plus(wait) : Instant.MAX;
    }
}
