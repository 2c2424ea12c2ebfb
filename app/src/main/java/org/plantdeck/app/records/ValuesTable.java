package org.plantdeck.app.records;

import javafx.scene.layout.VBox;

import org.plantdeck.app.records.ValuesModel.CursorRow;
import org.plantdeck.app.records.ValuesModel.Row;
import org.plantdeck.app.words.Words;

import java.util.List;

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
                            WORDS.say("samples"),
                            WORDS.say("missing")));

    ValuesTable() {
        super(8);
        getChildren().addAll(cursors, figures);
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
