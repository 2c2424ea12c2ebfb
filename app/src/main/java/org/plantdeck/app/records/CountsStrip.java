package org.plantdeck.app.records;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Piecemeal;
import org.plantdeck.app.controls.StateBox;
import org.plantdeck.app.controls.StateBox.Fill;
import org.plantdeck.app.words.Words;

import java.util.ArrayList;
import java.util.List;

/** The historian's counts in one line. Threads: the screen's. */
final class CountsStrip extends HBox implements Piecemeal {

    private static final Words WORDS = Words.of(CountsStrip.class);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final List<Cell> cells = new ArrayList<>();
    private final StateBox state = new StateBox();

    private record Cell(Label name, Label figure) {}

    CountsStrip() {
        getStyleClass().addAll("panel", "counts-strip");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleText(WORDS.say("counts"));
        state.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(state);
    }

    void show(CountsModel.Counts counts) {
        while (cells.size() < counts.figures().size()) {
            add();
        }
        for (int i = 0; i < counts.figures().size(); i++) {
            CountsModel.Count count = counts.figures().get(i);
            Cell cell = cells.get(i);
            cell.name().setText(count.name());
            cell.figure().setText(count.figure());
            cell.figure().pseudoClassStateChanged(STALE, !counts.live());
        }
        state.show(counts.state(), counts.live() ? Fill.BRIGHT : Fill.STALE);
    }

    private void add() {
        Cell cell = new Cell(new Label(), new Label());
        cell.name().getStyleClass().add("note");
        cell.figure().getStyleClass().add("count-figure");
        cell.name().setMinWidth(Region.USE_PREF_SIZE);
        cell.figure().setMinWidth(Region.USE_PREF_SIZE);
        cell.name().setLabelFor(cell.figure());
        VBox box = new VBox(cell.name(), cell.figure());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        cells.add(cell);
        getChildren().addAll(getChildren().size() - 1, List.of(box, gap));
    }
}
