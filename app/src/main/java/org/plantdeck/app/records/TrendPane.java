package org.plantdeck.app.records;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.ScrollArea;
import org.plantdeck.app.desk.Desk;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Words;
import org.plantdeck.historian.store.StoredTag;
import org.plantdeck.signal.Reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Trends of any stored tags: the list, the plots and their values. Threads: the screen's. */
final class TrendPane extends HBox implements AutoCloseable {

    private static final Words WORDS = Words.of(TrendPane.class);

    /** Title, heads and three lines; more are scrolled where the window is low. */
    private static final double LEAST_TABLE = 148;

    /** So many plots are seen without scrolling in the smallest window. */
    private static final int LANES_AT_ONCE = 3;

    private final Desk desk;
    private final TagListModel tags = new TagListModel();
    private final TrendViewModel view;
    private final TrendCursors cursors = new TrendCursors();
    private final TrendGestures gestures;
    private final TrendData data;
    private final NotesModel notes;
    private final TrendStack stack = new TrendStack();
    private final TrendDrawing drawing;
    private final TrendSetBar sets;
    private final TagList list;
    private final ShownTags shown;
    private final Runnable moved;
    private final Panel plots = new Panel(WORDS.say("trend"));
    private final Panel table = new Panel(WORDS.say("values"));
    private final ScrollArea scroll = new ScrollArea(stack);
    private final ValuesTable values = new ValuesTable();
    private boolean fitted;
    private boolean overlaid;
    private Optional<TrendDrawing.State> drawn = Optional.empty();
    private Optional<Snapshot> last = Optional.empty();

    /**
     * @param wanted full names of the tags to begin with
     * @param moved called when another stretch of time is shown
     */
    TrendPane(Desk desk, List<String> wanted, Runnable moved) {
        super(16);
        this.desk = desk;
        this.moved = moved;
        view = new TrendViewModel(desk.session().wallClock());
        gestures = new TrendGestures(stack, view, cursors, this::redraw);
        data = new TrendData(desk, view, new Ear());
        notes = NotesModel.of(desk, this::showPointer, this::tell);
        drawing = new TrendDrawing(tags, view, cursors, data, notes);
        sets =
                new TrendSetBar(
                        new TrendSetsModel(TrendSetFile.of(desk)), this::present, this::show);
        list = new TagList(tags, sets, this::draw);
        shown = new ShownTags(tags, list, wanted);
        list.panel().getStyleClass().add("tag-panel");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        plots.loading();
        ScrollArea rows = new ScrollArea(values);
        rows.setFitToWidth(true);
        rows.setFocusTraversable(false);
        rows.getStyleClass().add("values-scroll");
        table.content(rows);
        VBox right = new VBox(16, plots, table);
        right.setMinWidth(0);
        VBox.setVgrow(plots, Priority.ALWAYS);
        table.setMinHeight(LEAST_TABLE);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(list.panel(), new BorderPane(right));
        HBox.setHgrow(getChildren().getLast(), Priority.ALWAYS);
        values.act(
                new PenActs(
                        tags.pens(),
                        () -> {
                            list.list();
                            redraw();
                        }));
        TagDrag.into(
                plots,
                stack,
                (name, onto) -> {
                    shown.drop(name, onto);
                    redraw();
                });
        data.askContents();
    }

    private TrendDrawing.Manner manner() {
        return new TrendDrawing.Manner(fitted, overlaid, last);
    }

    private void redraw() {
        draw();
        moved.run();
    }

    /** What is shown, without a name. */
    private TrendSet present() {
        return new TrendSet(
                "",
                tags.pens().axes().stream()
                        .map(it -> it.stream().map(pen -> pen.stored().name()).toList())
                        .toList(),
                new TrendSet.View(
                        view.window().span(), view.isLive(), fitted, data.shift(), overlaid));
    }

    /** Shows a set; says which of its tags are not stored. */
    private void show(TrendSet set) {
        shown.show(set.axes());
        TrendSet.View how = set.view();
        view.range(how.range(), how.live());
        fitted = how.fitted();
        overlaid = how.overlaid();
        data.compare(how.earlier());
        redraw();
    }

    private final class Ear implements TrendData.Ear {

        @Override
        public void contents(Optional<StoredContents> contents, String reason) {
            shown.stored(contents, reason);
            draw();
        }

        @Override
        public void tell(String sentence) {
            list.tell(sentence);
        }

        @Override
        public void changed() {
            draw();
        }
    }

    /** What people have noted. */
    NotesModel notes() {
        return notes;
    }

    /** Takes a reading that has arrived. Threads: any. */
    void take(Reading reading) {
        data.take(reading);
    }

    TrendViewModel view() {
        return view;
    }

    /** The time somebody points to: that of the first cursor, the pointer, or the middle. */
    Instant pointed() {
        return drawing.pointed(gestures.pointer());
    }

    /** Where its cursors stand. */
    TrendCursors cursors() {
        return cursors;
    }

    /** The full names of the tags that are shown. */
    List<String> shownTags() {
        return tags.chosenTags().stream().map(StoredTag::name).toList();
    }

    /** Whether the scales fit what is in view. */
    boolean isFitted() {
        return fitted;
    }

    /** Whether all axes are in one plot. */
    boolean isOverlaid() {
        return overlaid;
    }

    /** Puts all axes into one plot, or each into one of its own. */
    void overlay(boolean all) {
        overlaid = all;
        draw();
    }

    /** Says something above the list of tags; empty for nothing any more. */
    void tell(String sentence) {
        list.tell(sentence);
    }

    /** How much earlier what it is compared with is. */
    Optional<Duration> shift() {
        return data.shift();
    }

    /** Has the scales fit what is in view, or be those of the tags. */
    void fit(boolean toView) {
        fitted = toView;
        draw();
    }

    /** Shows what is so now. */
    void show(Snapshot now) {
        last = Optional.of(now);
        data.reach(now.clock().now());
        list.show(now);
        draw();
    }

    /** Asks what is to be asked, and draws what has changed. */
    void draw() {
        drawing.plots(stack, manner());
        view.columns(stack.pixels());
        plots.setMinHeight(stack.leastHeight(LANES_AT_ONCE) + 54);
        showWhatThereIs(tags.chosen());
        Instant wallNow = desk.session().wallClock().instant();
        view.due(tags.chosenTags(), data.runs(), wallNow).ifPresent(data::ask);
        TrendDrawing.State next = drawing.state(stack, manner());
        if (drawn.filter(next::equals).isEmpty()) {
            drawn = Optional.of(next);
            drawing.draw(stack, manner());
            plots.context(ValuesModel.stretch(view.window(), view.isLive()));
        }
        showPointer();
        sets.refresh();
    }

    /** Compares with what was so much earlier; with nothing where there is no shift. */
    void compare(Optional<Duration> shift) {
        data.compare(shift);
        draw();
    }

    private void showWhatThereIs(List<TagFacts> chosen) {
        if (chosen.isEmpty() && data.extent().isPresent()) {
            plots.instead(WORDS.say("nothing-chosen"));
        } else if (!chosen.isEmpty() && scroll.getParent() == null) {
            plots.content(scroll);
        }
    }

    private void showPointer() {
        OptionalDouble pointer = gestures.pointer();
        drawing.mark(stack, pointer);
        drawing.read(values, pointer, manner());
        table.context(drawing.places(pointer));
    }

    /** Draws what is shown into another stack. */
    void drawInto(TrendStack other) {
        drawing.draw(other, manner());
        drawing.mark(other, OptionalDouble.empty());
    }

    /** Reads what is shown into another table. */
    void readInto(ValuesTable other) {
        drawing.read(other, OptionalDouble.empty(), manner());
    }

    /** The plots on the screen. */
    TrendStack stack() {
        return stack;
    }

    /** What the picture is of, where it is taken to a file, the clipboard or paper. */
    PictureModel.Subject subject() {
        return new PictureModel.Subject(
                sets.shown(), view.grid().window(), drawing.places(OptionalDouble.empty()));
    }

    /** Whether the plots it begins with are there. */
    boolean isComplete() {
        return data.isAnswered();
    }

    @Override
    public void close() {
        data.close();
        notes.close();
    }
}
