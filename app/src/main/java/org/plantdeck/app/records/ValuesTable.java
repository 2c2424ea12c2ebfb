package org.plantdeck.app.records;

import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;

import org.plantdeck.app.records.ValuesModel.CursorRow;
import org.plantdeck.app.records.ValuesModel.Row;
import org.plantdeck.app.words.Words;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The values of the plots: at the cursors where one is set, at the pointer, and the figures of what
 * is in view or between the cursors. Threads: the screen's.
 */
final class ValuesTable extends VBox {

    private static final Words WORDS = Words.of(ValuesTable.class);

    private final FiguresGrid cursors =
            new FiguresGrid(
                    List.of(
                            WORDS.say("tag"),
                            WORDS.say("at-a"),
                            WORDS.say("at-b"),
                            WORDS.say("difference")));
    private final FiguresGrid figures =
            new FiguresGrid(
                    List.of(
                            WORDS.say("in-view"),
                            WORDS.say("pointer"),
                            WORDS.say("minimum"),
                            WORDS.say("maximum"),
                            WORDS.say("mean"),
                            WORDS.say("time-mean"),
                            WORDS.say("deviation"),
                            WORDS.say("samples"),
                            WORDS.say("missing")));

    private List<TagFacts> pens = List.of();

    ValuesTable() {
        super(8);
        getChildren().addAll(cursors, figures);
    }

    /** Has its pens moved, brought to other axes and taken away from here. */
    void act(PenActs acts) {
        figures.names((name, line) -> {
            Supplier<Optional<TagFacts>> pen = () -> pens.stream().skip(line).findFirst();
            name.setFocusTraversable(true);
            name.setAccessibleHelp(WORDS.say("pen.help"));
            name.setTooltip(new Tooltip(WORDS.say("pen.tip")));
            name.addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> name.requestFocus());
            name.addEventHandler(
                    KeyEvent.KEY_PRESSED,
                    event ->
                            pen.get()
                                    .ifPresent(it -> {
                                        acts.key(event, it);
                                        figures.goTo(Math.max(0, pens.indexOf(it)));
                                    }));
            name.addEventHandler(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                    event ->
                            pen.get()
                                    .ifPresent(it -> {
                                        ContextMenu menu = new ContextMenu();
                                        menu.getItems().setAll(acts.items(it));
                                        menu.show(name, Side.BOTTOM, 0, 0);
                                        event.consume();
                                    }));
            TagDrag.from(name, pen);
        });
    }

    /**
     * Says whose lines they are.
     *
     * @param now all pens, in order
     * @param numbered whether their numbers tell them apart in the plots
     */
    void pens(List<TagFacts> now, Predicate<TagFacts> numbered) {
        pens = now;
        List<Integer> numbers =
                IntStream.range(0, now.size())
                        .map(it -> numbered.test(now.get(it)) ? it + 1 : 0)
                        .boxed()
                        .toList();
        cursors.marks(numbers);
        figures.marks(numbers);
    }

    /** Shows what the cursors read; nothing where there is no line. */
    void showCursors(List<CursorRow> rows) {
        cursors.setVisible(!rows.isEmpty());
        cursors.setManaged(!rows.isEmpty());
        cursors.show(rows.stream().map(CursorRow::texts).toList());
    }

    /**
     * Shows the figures.
     *
     * @param between whether they are of what lies between the cursors
     */
    void show(List<Row> rows, boolean between) {
        figures.title(WORDS.say(between ? "between" : "in-view"));
        figures.show(rows.stream().map(Row::texts).toList());
    }
}
