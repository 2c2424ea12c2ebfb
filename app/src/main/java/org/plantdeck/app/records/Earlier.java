package org.plantdeck.app.records;

import org.plantdeck.app.door.Door;
import org.plantdeck.app.history.Archive;
import org.plantdeck.app.records.TrendAsker.Outcome;
import org.plantdeck.app.trends.EarlierCourse;
import org.plantdeck.app.trends.Pen;
import org.plantdeck.app.trends.TimeGrid;
import org.plantdeck.historian.store.HistorianQueries;
import org.plantdeck.historian.store.StoredTag;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The same pens some time before, for comparison. Threads: the screen's. */
final class Earlier implements AutoCloseable {

    /** What can be compared with: the hour, shift, day or week before. */
    static final List<Duration> SHIFTS =
            List.of(
                    Duration.ofHours(1),
                    Duration.ofHours(8),
                    Duration.ofDays(1),
                    Duration.ofDays(7));

    /** A picture that follows the plant goes on for this share of it before it is read anew. */
    private static final int AHEAD = 8;

    private final TrendAsker asker;
    private Optional<Duration> shift = Optional.empty();
    private Optional<TrendRequest> present = Optional.empty();
    private Optional<TrendAnswer> answer = Optional.empty();
    private long changes;

    /**
     * @param heard called when there is something else to draw, with why there is nothing; else
     *     with nothing
     */
    Earlier(Archive<HistorianQueries> history, Door door, Consumer<String> heard) {
        asker =
                new TrendAsker(
                        history,
                        door,
                        outcome -> {
                            take(outcome);
                            heard.accept(
                                    outcome instanceof Outcome.Failed failed
                                            ? failed.sentence()
                                            : "");
                        });
    }

    private void take(Outcome outcome) {
        answer =
                outcome instanceof Outcome.Answered answered
                        ? Optional.of(answered.answer())
                        : Optional.empty();
        changes++;
    }

    /** Compares with what was so much earlier; with nothing where there is no shift. */
    void compare(Optional<Duration> with) {
        shift = with;
        answer = Optional.empty();
        changes++;
        present.ifPresent(this::ask);
    }

    /** Asks for what was earlier than a picture that is asked for now. */
    void ask(TrendRequest now) {
        present = Optional.of(now);
        shift.ifPresent(it -> asker.ask(earlier(now, it)));
    }

    /** The same stretch so much earlier; of a picture that moves on, with some of what follows. */
    static TrendRequest earlier(TrendRequest now, Duration shift) {
        TimeGrid grid = now.grid();
        long first = Math.floorDiv(grid.from().minus(shift).toEpochMilli(), grid.columnMillis());
        int columns = grid.columns() + 1 + (now.live() ? grid.columns() / AHEAD : 0);
        return new TrendRequest(
                new TimeGrid(grid.columnMillis(), first, columns), now.tags(), now.newest(), false);
    }

    /** The pen of a tag; none while there is no answer, or nothing to compare with. */
    Optional<Pen> pen(StoredTag tag) {
        return shift.flatMap(by ->
                answer.map(it -> it.courses().get(tag))
                        .map(it -> new Pen(new EarlierCourse(it, by), true)));
    }

    /** How much earlier; empty where nothing is compared. */
    Optional<Duration> shift() {
        return shift;
    }

    /** Counts whatever changes the picture. */
    long changes() {
        return changes;
    }

    @Override
    public void close() {
        asker.close();
    }
}
