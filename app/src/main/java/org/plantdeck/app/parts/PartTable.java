package org.plantdeck.app.parts;

import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.plantdeck.app.controls.Piecemeal;
import org.plantdeck.app.controls.StateBox;
import org.plantdeck.app.parts.PartControl.Act;
import org.plantdeck.app.words.Words;
import org.plantdeck.plantruntime.parts.PartName;
import org.plantdeck.plantruntime.parts.PartState;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Every part in a line. Threads: the screen's. */
final class PartTable extends GridPane implements Piecemeal {

    private static final Words WORDS = Words.of(PartTable.class);
    private static final List<String> TITLES =
            List.of(
                    "part",
                    "state",
                    "link",
                    "rate",
                    "waiting",
                    "repeated",
                    "missing",
                    "dropped",
                    "since",
                    "version",
                    "control");
    private static final int FIRST_NUMBER = 3;
    private static final int LAST_NUMBER = 7;
    private static final int CONTROL = TITLES.size() - 1;

    private final BiConsumer<Act, PartName> wanted;
    private final List<Row> rows = new ArrayList<>();

    /** The nodes of one part. */
    private static final class Row {
        private final StateBox state = new StateBox();
        private final List<Label> texts = new ArrayList<>();
        private final Map<Act, Button> buttons = new EnumMap<>(Act.class);
        private final Label elsewhere = new Label(WORDS.say("elsewhere"));
        private Optional<PartName> part = Optional.empty();
    }

    /**
     * @param wanted hears which button was pressed
     */
    PartTable(BiConsumer<Act, PartName> wanted) {
        this.wanted = wanted;
        getStyleClass().add("part-table");
        for (int i = 0; i < TITLES.size(); i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHalignment(isNumber(i) ? HPos.RIGHT : HPos.LEFT);
            column.setHgrow(i == CONTROL ? Priority.NEVER : Priority.SOMETIMES);
            getColumnConstraints().add(column);
            Label title = new Label(WORDS.say("column-" + TITLES.get(i)));
            title.getStyleClass().add("note");
            title.setMinWidth(Region.USE_PREF_SIZE);
            if (i == LAST_NUMBER + 1) {
                title.getStyleClass().add("part-after-numbers");
            }
            add(title, i, 0);
        }
    }

    private static boolean isNumber(int column) {
        return column >= FIRST_NUMBER && column <= LAST_NUMBER;
    }

    /**
     * Shows the parts.
     *
     * @param busy whether no button is to be pressed now
     */
    void show(List<StatusModel.Line> lines, boolean busy) {
        while (rows.size() < lines.size()) {
            addRow();
        }
        for (int i = 0; i < lines.size(); i++) {
            show(rows.get(i), lines.get(i), busy);
        }
    }

    private void addRow() {
        Row row = new Row();
        int line = rows.size() + 1;
        rows.add(row);
        for (int i = 0; i < CONTROL; i++) {
            Label text = new Label();
            text.setMinWidth(Region.USE_PREF_SIZE);
            text.getStyleClass().add(isNumber(i) ? "part-number" : "part-text");
            row.texts.add(text);
            if (i == LAST_NUMBER + 1) {
                text.getStyleClass().add("part-after-numbers");
            }
            Node cell = i == 1 ? row.state : text;
            add(cell, i, line);
        }
        row.state.setMinWidth(Region.USE_PREF_SIZE);
        HBox buttons = new HBox(6);
        for (Act act : Act.values()) {
            Button button = new Button(WORDS.say(act.key()));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.getStyleClass().add("part-button");
            button.setOnAction(_ -> row.part.ifPresent(it -> wanted.accept(act, it)));
            row.buttons.put(act, button);
            buttons.getChildren().add(button);
        }
        row.elsewhere.getStyleClass().add("note");
        row.elsewhere.setMinWidth(Region.USE_PREF_SIZE);
        buttons.getChildren().add(row.elsewhere);
        buttons.getStyleClass().add("part-buttons");
        add(buttons, CONTROL, line);
    }

    private static void show(Row row, StatusModel.Line line, boolean busy) {
        row.part = line.part();
        StatusModel.Counts its = line.figures();
        List<String> texts =
                List.of(
                        line.name(),
                        "",
                        its.link(),
                        its.rate(),
                        its.waiting(),
                        its.repeated(),
                        its.missing(),
                        its.dropped(),
                        line.since(),
                        line.version());
        for (int i = 0; i < texts.size(); i++) {
            if (!row.texts.get(i).getText().equals(texts.get(i))) {
                row.texts.get(i).setText(texts.get(i));
            }
        }
        row.state.show(line.state(), line.fill());
        boolean here = line.life().isPresent();
        PartState life = line.life().orElse(PartState.STOPPED);
        row.buttons.forEach((act, button) -> {
            button.setVisible(here);
            button.setManaged(here);
            button.setDisable(busy || !allows(life, act));
            button.setAccessibleText(WORDS.say("act-" + act.key(), line.name()));
        });
        boolean elsewhere = !here && line.part().isPresent();
        row.elsewhere.setVisible(elsewhere);
        row.elsewhere.setManaged(elsewhere);
    }

    private static boolean allows(PartState life, Act act) {
        return switch (life) {
            case RUNNING -> act != Act.START;
            case STOPPED -> act == Act.START;
            case STARTING, STOPPING -> false;
        };
    }
}
