package org.plantdeck.app.cloud;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.cloud.AlertModel.Line;
import org.plantdeck.app.controls.AlarmSymbol;

import java.util.List;

/** Critical alerts; the symbol of one that has cleared is hollow. Threads: the screen's. */
final class AlertList extends VBox {

    private static final double SYMBOL = 22;

    private List<Line> shown = List.of();

    AlertList() {
        getStyleClass().add("alert-list");
    }

    void show(List<Line> lines) {
        if (!lines.equals(shown)) {
            shown = lines;
            getChildren().setAll(lines.stream().map(AlertList::row).toList());
        }
    }

    private static HBox row(Line line) {
        AlarmSymbol symbol = new AlarmSymbol(line.priority(), SYMBOL);
        symbol.hollow(!line.active());
        Label message = new Label(line.message());
        message.getStyleClass().add("alert-message");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        Label since = new Label(line.since());
        since.getStyleClass().add("quiet");
        since.setMinWidth(Region.USE_PREF_SIZE);
        Label outcome = new Label(line.outcome());
        outcome.getStyleClass().add("quiet");
        outcome.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox words = new VBox(message, new HBox(since, gap, outcome));
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(symbol, words);
        row.getStyleClass().add("alert-row");
        return row;
    }
}
