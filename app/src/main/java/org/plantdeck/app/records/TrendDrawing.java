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
 * @param notes what people have noted
 */
record TrendDrawing(
        TagListModel tags,
        TrendViewModel view,
        TrendCursors cursors,
        TrendData data,
        NotesModel notes) {

    /**
     * How it is drawn.
     *
     * @param fitted whether the scales fit what is in view
     * @param overlaid whether all axes are in one plot
     * @param last what is so now; empty before anything is known of the plant
     */
    record Manner(boolean fitted, boolean overlaid, Optional<Snapshot> last) {}

    /** What a picture depends on; it is drawn anew when that has changed. */
    record State(
            TimeGrid grid,
            boolean live,
            boolean fitted,
            long changes,
            List<TrendLane.Spec> plots) {}

    /** The state of a stack whose plots are there. */
    State state(TrendStack stack, Manner manner) {
        return new State(
                view.grid(),
                view.isLive(),
                manner.fitted(),
                data.changes(),
                stack.lanes().stream().map(TrendLane::spec).toList());
    }

    /** Has a stack show the plots of the pens, with nothing in them yet. */
    void plots(TrendStack stack, Manner manner) {
        stack.lanes(tags.pens().axes(), manner.overlaid());
    }

    /** Draws the pens into the plots of a stack. */
    void draw(TrendStack stack, Manner manner) {
        plots(stack, manner);
        TimeGrid grid = view.grid();
        for (TrendLane lane : stack.lanes()) {
            lane.earlier(data.shift());
            lane.show(
                    lane.spec().pens().stream().map(it -> known(it, manner)).toList(),
                    grid,
                    manner.fitted());
        }
    }

    private TrendLane.Known known(TagFacts facts, Manner manner) {
        Optional<Snapshot> last = manner.last();
        return new TrendLane.Known(
                facts,
                data.of(facts.stored()),
                data.earlier(facts.stored()),
                view.isLive() ? Optional.of(NewestValue.of(facts, last)) : Optional.empty(),
                last.flatMap(it -> facts.source().flatMap(it::reading))
                        .map(Reading::values)
                        .orElseGet(() -> Leaves.builder().build()));
    }

    /** Puts notes, the pointer and the cursors over the plots of a stack. */
    void mark(TrendStack stack, OptionalDouble pointer) {
        TimeWindow shown = view.grid().window();
        notes.look(shown);
        stack.notes().show(stack.lanes().isEmpty() ? List.of() : notes.notes(), shown);
        stack.pointer(pointer, at(pointer).map(Times::second).orElse(""));
        for (Cursor cursor : Cursor.values()) {
            stack.cursor(cursor, cursors.at(cursor).stream().mapToDouble(shown::share).findFirst());
        }
    }

    private Optional<Instant> at(OptionalDouble pointer) {
        TimeWindow shown = view.grid().window();
        return pointer.stream().mapToObj(shown::at).findFirst();
    }

    /** The time somebody points to: that of the first cursor, the pointer, or the middle. */
    Instant pointed(OptionalDouble pointer) {
        return cursors.at(Cursor.A).orElse(view.grid().window().at(pointer.orElse(0.5)));
    }

    /** Shows what the pens read. */
    void read(ValuesTable values, OptionalDouble pointer, Manner manner) {
        TimeWindow shown = view.grid().window();
        Optional<TimeWindow> between = cursors.between(shown);
        List<TagFacts> chosen = tags.chosen();
        data.reads().look(cursors, tags.chosenTags());
        values.showCursors(ValuesModel.cursorRows(chosen, data::of, cursors, data.reads()::at));
        values.show(
                ValuesModel.rows(chosen, data::of, between.orElse(shown), at(pointer)),
                between.isPresent());
        values.pens(
                chosen, it -> tags.pens().shares(it) || (manner.overlaid() && chosen.size() > 1));
    }

    /** Where the cursors stand, or else the pointer, in words. */
    String places(OptionalDouble pointer) {
        return cursors.areNone() ? ValuesModel.pointer(at(pointer)) : ValuesModel.cursors(cursors);
    }
}
