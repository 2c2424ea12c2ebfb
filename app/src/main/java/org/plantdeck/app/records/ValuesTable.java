package org.plantdeck.app.records;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.plantdeck.app.words.Words;

import java.util.ArrayList;
import java.util.List;

/** The values of the plots: at the pointer, and of all that is in view. Threads: the screen's. */
final class ValuesTable extends GridPane {

    private static final Words WORDS = Words.of(ValuesTable.class);
    private static final List<String> TITLES =
            List.of("tag", "pointer", "minimum", "maximum", "mean", "samples");

    private final List<List<Label>> lines = new ArrayList<>();

    ValuesTable() {
        getStyleClass().add("values-table");
        for (int i = 0; i < TITLES.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.NEVER);
            column.setMinWidth(i == 0 ? 160 : 96);
            getColumnConstraints().add(column);
            Label title = new Label(WORDS.say(TITLES.get(i)));
            title.getStyleClass().add("quiet");
            title.setMinWidth(Region.USE_PREF_SIZE);
            add(title, i, 0);
        }
    }

    void show(List<ValuesModel.Row> rows) {
        while (lines.size() < rows.size()) {
            addLine();
        }
        for (int i = 0; i < lines.size(); i++) {
            boolean used = i < rows.size();
            lines.get(i)
                    .forEach(it -> {
                        it.setVisible(used);
                        it.setManaged(used);
                    });
            if (used) {
                show(lines.get(i), rows.get(i));
            }
        }
    }

    private static void show(List<Label> line, ValuesModel.Row row) {
        List<String> texts =
                List.of(
                        row.name(),
                        row.pointer(),
                        row.least(),
                        row.largest(),
                        row.mean(),
                        row.samples());
        for (int i = 0; i < texts.size(); i++) {
            if (!line.get(i).getText().equals(texts.get(i))) {
                line.get(i).setText(texts.get(i));
            }
        }
    }

    private void addLine() {
        List<Label> line = new ArrayList<>();
        for (int i = 0; i < TITLES.size(); i++) {
            Label label = new Label();
            label.getStyleClass().add(i == 0 ? "values-name" : "values-figure");
            label.setMinWidth(i == 0 ? 0 : Region.USE_PREF_SIZE);
            line.add(label);
            add(label, i, lines.size() + 1);
        }
        lines.add(line);
    }
}
