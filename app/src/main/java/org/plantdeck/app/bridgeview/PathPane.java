package org.plantdeck.app.bridgeview;

import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Figure;
import org.plantdeck.app.controls.Piecemeal;
import org.plantdeck.app.controls.StateBox;
import org.plantdeck.app.words.Words;

import java.util.ArrayList;
import java.util.List;

/** The bridge between its two links, and what it has counted. Threads: the screen's. */
final class PathPane extends VBox implements Piecemeal {

    private static final Words WORDS = Words.of(PathPane.class);

    private final StateBox local = new StateBox();
    private final StateBox bridge = new StateBox();
    private final StateBox cloud = new StateBox();
    private final Label detail = new Label();
    private final GridPane counts = new GridPane();
    private final List<Figure> figures = new ArrayList<>();

    PathPane() {
        getStyleClass().add("bridge-path");
        HBox way =
                new HBox(
                        station(WORDS.say("path.local"), local),
                        line(),
                        station(WORDS.say("path.bridge"), bridge),
                        line(),
                        station(WORDS.say("path.cloud"), cloud));
        way.getStyleClass().add("bridge-way");
        way.setMinHeight(Region.USE_PREF_SIZE);
        detail.getStyleClass().add("bridge-detail");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        counts.getStyleClass().add("bridge-counts");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            counts.getColumnConstraints().add(half);
        }
        counts.add(title(WORDS.say("counts.readings")), 0, 0);
        counts.add(title(WORDS.say("counts.windows")), 1, 0);
        getChildren().addAll(way, counts, detail);
    }

    private static VBox station(String name, StateBox box) {
        Label label = new Label(name);
        label.getStyleClass().add("quiet");
        label.setMinWidth(Region.USE_PREF_SIZE);
        box.setMinWidth(Region.USE_PREF_SIZE);
        VBox station = new VBox(label, box);
        station.getStyleClass().add("bridge-station");
        return station;
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("section-title");
        return title;
    }

    private static Region line() {
        Region line = new Region();
        line.getStyleClass().add("bridge-line");
        HBox.setHgrow(line, Priority.ALWAYS);
        return line;
    }

    void show(BridgeModel.Path path) {
        show(local, path.local());
        show(bridge, path.bridge());
        show(cloud, path.cloud());
        if (!path.detail().equals(detail.getText())) {
            detail.setText(path.detail());
        }
        for (int i = 0; i < path.counts().size(); i++) {
            if (i >= figures.size()) {
                Figure figure = new Figure(path.counts().get(i).name());
                figures.add(figure);
                counts.add(figure, i % 2, 1 + i / 2);
            }
            figures.get(i).text(path.counts().get(i).value());
        }
    }

    private static void show(StateBox box, BridgeModel.State state) {
        StateBox.Fill fill =
                switch (state.look()) {
                    case WORKS -> StateBox.Fill.BRIGHT;
                    case DOES_NOT -> StateBox.Fill.DARK;
                    case UNKNOWN -> StateBox.Fill.STALE;
                };
        box.show(state.word(), fill);
    }
}
