package org.plantdeck.app.records;

import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.records.TrendCursors.Cursor;
import org.plantdeck.app.trends.TimeGrid;
import org.plantdeck.app.trends.TimeWindow;
import org.plantdeck.app.words.Times;
import org.plantdeck.signal.Leaves;
import org.plantdeck.signal.Reading;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is drawn and how, on the screen as in a picture to keep: pens, stretch of time, scales,
 * cursors and newest values. Threads: the screen's.
 *
 * @param tags which pens
 * @param view which stretch of time
 * @param cursors where they stand
 * @param data what is known of the pens
 */
record TrendDrawing(TagListModel tags, TrendViewModel view, TrendCursors cursors, TrendData data) {

    /**
     * How it is drawn.
     *
     * @param fitted whether the scales fit what is in view
     * @param last what is so now; empty before anything is known of the plant
     */
    record Manner(boolean fitted, Optional<Snapshot> last) {}

    /** What a picture depends on; it is drawn anew when that has changed. */
    record State(TimeGrid grid, boolean live, boolean fitted, long changes, List<TagFacts> tags) {}

    State state(Manner manner) {
        return new State(
                view.grid(), view.isLive(), manner.fitted(), data.changes(), tags.chosen());
    }

    /** Draws the pens into the plots of a stack. */
    void draw(TrendStack stack, Manner manner) {
        stack.lanes(tags.chosen());
        TimeGrid grid = view.grid();
        for (TrendLane lane : stack.lanes()) {
            draw(lane, grid, manner);
        }
    }

    private void draw(TrendLane lane, TimeGrid grid, Manner manner) {
        TagFacts facts = lane.facts();
        Optional<Snapshot> last = manner.last();
        lane.earlier(data.earlier(facts.stored()), data.shift());
        lane.show(
                data.of(facts.stored()),
                grid,
                manner.fitted(),
                view.isLive() ? Optional.of(NewestValue.of(facts, last)) : Optional.empty(),
                last.flatMap(it -> facts.source().flatMap(it::reading))
                        .map(Reading::values)
                        .orElseGet(() -> Leaves.builder().build()));
    }

    /** Puts the pointer and the cursors over the plots of a stack. */
    void mark(TrendStack stack, OptionalDouble pointer) {
        TimeWindow shown = view.grid().window();
        stack.pointer(pointer, at(pointer).map(Times::second).orElse(""));
        for (Cursor cursor : Cursor.values()) {
            stack.cursor(cursor, cursors.at(cursor).stream().mapToDouble(shown::share).findFirst());
        }
    }

    private Optional<Instant> at(OptionalDouble pointer) {
        TimeWindow shown = view.grid().window();
        return pointer.stream().mapToObj(shown::at).findFirst();
    }

    /** Shows what the pens read. */
    void read(ValuesTable values, OptionalDouble pointer) {
        TimeWindow shown = view.grid().window();
        Optional<TimeWindow> between = cursors.between(shown);
        List<TagFacts> chosen = tags.chosen();
        values.showCursors(ValuesModel.cursorRows(chosen, data::of, cursors));
        values.show(
                ValuesModel.rows(chosen, data::of, between.orElse(shown), at(pointer)),
                between.isPresent());
    }

    /** Where the cursors stand, or else the pointer, in words. */
    String places(OptionalDouble pointer) {
        return cursors.areNone() ? ValuesModel.pointer(at(pointer)) : ValuesModel.cursors(cursors);
    }
}
