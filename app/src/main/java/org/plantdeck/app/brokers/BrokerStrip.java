package org.plantdeck.app.brokers;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Piecemeal;
import org.plantdeck.app.controls.StateBox;
import org.plantdeck.app.controls.StateBox.Fill;
import org.plantdeck.app.live.Feed;
import org.plantdeck.app.words.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Which broker is looked at, how the link to it is, and its totals. Threads: the screen's. */
final class BrokerStrip extends HBox implements Piecemeal {

    private static final Words WORDS = Words.of(BrokerStrip.class);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final StateBox state = new StateBox();
    private final List<Cell> cells = new ArrayList<>();

    private record Cell(Label name, Label figure) {}

    /**
     * @param chosen hears which broker is to be looked at
     */
    BrokerStrip(Consumer<Feed.Broker> chosen) {
        super(8);
        getStyleClass().addAll("panel", "counts-strip");
        setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (Feed.Broker each : Feed.Broker.values()) {
            ToggleButton button = new ToggleButton(WORDS.say("choose-" + each.component()));
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(each == Feed.Broker.LOCAL);
            button.setOnAction(_ -> {
                button.setSelected(true);
                chosen.accept(each);
            });
            getChildren().add(button);
        }
        state.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(state);
    }

    void show(BrokerTotals totals, boolean linked) {
        List<BrokerTotals.Figure> figures = totals.figures();
        while (cells.size() < figures.size()) {
            add();
        }
        for (int i = 0; i < figures.size(); i++) {
            Cell cell = cells.get(i);
            cell.name().setText(figures.get(i).name());
            cell.figure().setText(figures.get(i).value());
            cell.figure().pseudoClassStateChanged(STALE, !linked);
        }
        state.show(
                WORDS.say(linked ? "linked" : "no-link-state"), linked ? Fill.BRIGHT : Fill.STALE);
    }

    private void add() {
        Cell cell = new Cell(new Label(), new Label());
        cell.name().getStyleClass().add("note");
        cell.figure().getStyleClass().add("count-figure");
        cell.name().setMinWidth(Region.USE_PREF_SIZE);
        cell.figure().setMinWidth(Region.USE_PREF_SIZE);
        cell.name().setLabelFor(cell.figure());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        cells.add(cell);
        getChildren().addAll(gap, new VBox(cell.name(), cell.figure()));
    }
}
