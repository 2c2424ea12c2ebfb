package org.plantdeck.app.records;

import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A name and figures in each line, under titles. Threads: the screen's. */
final class FiguresGrid extends GridPane {

    private final List<Label> titles = new ArrayList<>();
    private final List<List<Label>> lines = new ArrayList<>();
    private Optional<BiConsumer<Label, Integer>> names = Optional.empty();

    /**
     * @param words the titles, the first that of the names
     */
    FiguresGrid(List<String> words) {
        getStyleClass().add("values-table");
        for (int i = 0; i < words.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            column.setHgrow(i == 0 ? Priority.ALWAYS : Priority.NEVER);
            column.setMinWidth(i == 0 ? 160 : 60);
            getColumnConstraints().add(column);
            Label title = new Label(words.get(i));
            title.getStyleClass().add("quiet");
            title.setMinWidth(Region.USE_PREF_SIZE);
            titles.add(title);
            add(title, i, 0);
        }
    }

    /**
     * Makes the names something that is gone to by Tab and by mouse.
     *
     * @param made is given the name of each line that is made, and its number from 0
     */
    void names(BiConsumer<Label, Integer> made) {
        names = Optional.of(made);
    }

    /** The number of the pen of each line stands before its name; 0 for none. */
    void marks(List<Integer> numbers) {
        for (int i = 0; i < Math.min(numbers.size(), lines.size()); i++) {
            Label name = lines.get(i).getFirst();
            int number = numbers.get(i);
            boolean same =
                    name.getGraphic() instanceof PenMark mark
                            ? mark.getText().equals(Integer.toString(number))
                            : number == 0;
            if (!same) {
                name.setGraphic(number == 0 ? null : new PenMark(number));
            }
        }
    }

    /** Goes to the name of a line. */
    void goTo(int line) {
        if (line < lines.size()) {
            lines.get(line).getFirst().requestFocus();
        }
    }

    /** Changes the title of the names. */
    void title(String word) {
        titles.getFirst().setText(word);
    }

    /** Shows lines; each has a name and as many figures as there are titles beside it. */
    void show(List<List<String>> rows) {
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

    private static void show(List<Label> line, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (!line.get(i).getText().equals(texts.get(i))) {
                line.get(i).setText(texts.get(i));
            }
        }
    }

    private void addLine() {
        List<Label> line = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            Label label = new Label();
            label.getStyleClass().add(i == 0 ? "values-name" : "values-figure");
            label.setMinWidth(i == 0 ? 0 : Region.USE_PREF_SIZE);
            line.add(label);
            add(label, i, lines.size() + 1);
        }
        lines.add(line);
        names.ifPresent(it -> it.accept(line.getFirst(), lines.size() - 1));
    }
}
