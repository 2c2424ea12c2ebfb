package org.plantdeck.app.faults;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.plantdeck.app.controls.StateBox;
import org.plantdeck.app.controls.StateBox.Fill;
import org.plantdeck.app.words.Words;
import org.plantdeck.plcsim.physics.FaultKind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The faults that act or wait. Threads: the screen's. */
final class FaultTable extends GridPane {

    private static final Words WORDS = Words.of(FaultTable.class);
    private static final List<String> TITLES = List.of("fault", "size", "state", "begins", "left");

    private final Consumer<FaultKind> end;
    private final Label none = new Label(WORDS.say("none"));
    private final List<Label> titles = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    /** The nodes of one fault; they stay while the fault's words change. */
    private final class Row {
        private final List<Label> texts = new ArrayList<>();
        private final StateBox state = new StateBox();
        private final Button button = new Button(WORDS.say("end"));
        private FaultKind kind = FaultKind.BEARING_WEAR;

        Row(int row) {
            for (int i = 0; i < TITLES.size() - 1; i++) {
                Label text = new Label();
                text.setMinWidth(i == 0 ? 0 : USE_PREF_SIZE);
                texts.add(text);
            }
            Label name = texts.getFirst();
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            name.setMaxWidth(Double.MAX_VALUE);
            setHgrow(name, Priority.ALWAYS);
            state.setMinWidth(USE_PREF_SIZE);
            button.setMinWidth(USE_PREF_SIZE);
            button.getStyleClass().add("command-button");
            button.setOnAction(_ -> end.accept(kind));
            List<Node> cells = new ArrayList<>(texts);
            cells.add(2, state);
            cells.add(button);
            addRow(row, cells.toArray(Node[]::new));
        }

        void show(FaultsModel.Line line) {
            kind = line.kind();
            List<String> its = List.of(line.name(), line.size(), line.begins(), line.left());
            for (int i = 0; i < its.size(); i++) {
                texts.get(i).setText(its.get(i));
            }
            state.show(
                    WORDS.say(line.acts() ? "acts" : "waits"),
                    line.acts() ? Fill.DARK : Fill.BRIGHT);
            button.setAccessibleText(WORDS.say("end-fault", line.name()));
        }

        void remove() {
            getChildren().removeAll(texts);
            getChildren().removeAll(state, button);
        }
    }

    /**
     * @param end hears which kind is to be ended
     */
    FaultTable(Consumer<FaultKind> end) {
        this.end = end;
        getStyleClass().add("fault-table");
        for (String key : TITLES) {
            Label title = new Label(WORDS.say(key));
            title.getStyleClass().add("note");
            title.setMinWidth(Region.USE_PREF_SIZE);
            titles.add(title);
        }
        addRow(0, titles.toArray(Node[]::new));
        none.getStyleClass().add("quiet");
        none.setWrapText(true);
        add(none, 0, 1, TITLES.size() + 1, 1);
        show(List.of());
    }

    void show(List<FaultsModel.Line> lines) {
        boolean empty = lines.isEmpty();
        none.setVisible(empty);
        none.setManaged(empty);
        titles.forEach(it -> {
            it.setVisible(!empty);
            it.setManaged(!empty);
        });
        while (rows.size() > lines.size()) {
            rows.removeLast().remove();
        }
        while (rows.size() < lines.size()) {
            rows.add(new Row(rows.size() + 1));
        }
        for (int i = 0; i < lines.size(); i++) {
            rows.get(i).show(lines.get(i));
        }
    }
}
