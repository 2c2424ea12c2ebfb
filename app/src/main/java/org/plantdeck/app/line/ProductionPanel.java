package org.plantdeck.app.line;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.controls.StackedFigure;
import org.plantdeck.app.live.Snapshot;
import org.plantdeck.app.words.Words;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was made and what was rejected. Threads: the screen's. */
final class ProductionPanel {

    private static final Words WORDS = Words.of(ProductionPanel.class);

    private final Panel panel = new Panel(WORDS.say("production"));
    private final QuarterBars bars = new QuarterBars();
    private final Map<String, StackedFigure> rejects = new LinkedHashMap<>();
    private final VBox content;

    ProductionPanel() {
        HBox row = new HBox(14);
        for (String key : List.of("underfilled", "cap", "label")) {
            StackedFigure figure = new StackedFigure(WORDS.say(key));
            rejects.put(key, figure);
            row.getChildren().add(figure);
        }
        row.getStyleClass().add("compact");
        bars.setAccessibleText(WORDS.say("bars"));
        VBox.setVgrow(bars, Priority.ALWAYS);
        content = new VBox(4, row, bars);
        panel.context(WORDS.say("production-context"));
        panel.loading();
    }

    Panel panel() {
        return panel;
    }

    void show(Snapshot now) {
        rejects.forEach((key, figure) -> figure.show(LineModel.line(now, "rejects." + key)));
    }

    void show(List<Quarter> quarters, Instant until) {
        if (quarters.isEmpty()) {
            panel.instead(WORDS.say("production-none"));
            return;
        }
        panel.content(content);
        bars.show(quarters, until);
    }

    void absent(String reason) {
        panel.instead(WORDS.say("production-absent", reason));
    }
}
