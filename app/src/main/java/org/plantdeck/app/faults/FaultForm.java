package org.plantdeck.app.faults;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.plantdeck.app.faults.FaultsModel.Checked;
import org.plantdeck.app.faults.FaultsModel.Entry;
import org.plantdeck.app.words.Words;
import org.plantdeck.plcsim.physics.Fault;
import org.plantdeck.plcsim.physics.FaultKind;
import org.plantdeck.signal.Tag;

import java.util.Optional;
import java.util.function.Consumer;

/** Size, onset, duration and sensor of the fault somebody wants to start. Threads: the screen's. */
final class FaultForm extends VBox {

    private static final Words WORDS = Words.of(FaultForm.class);

    private final Label name = new Label();
    private final Label sentence = new Label();
    private final Field size = new Field("size");
    private final Field onset = new Field("onset");
    private final Field duration = new Field("duration");
    private final ComboBox<Tag> sensor = new ComboBox<>();
    private final VBox sensorBox;
    private final Button start = new Button(WORDS.say("start"));
    private FaultKind kind = FaultKind.BEARING_WEAR;
    private Optional<Fault> fault = Optional.empty();

    /** A text, its unit, and under it what it may be or what is wrong with it. */
    private final class Field extends VBox {
        private final TextField text = new TextField();
        private final Label unit = new Label();
        private final Label note = new Label();

        Field(String key) {
            super(3);
            Label title = new Label(WORDS.say(key));
            title.getStyleClass().add("figure-name");
            title.setLabelFor(text);
            text.setAccessibleText(WORDS.say(key));
            text.setPromptText(WORDS.say("standard-" + key));
            text.setPrefColumnCount(9);
            text.getStyleClass().add("fault-field");
            text.textProperty().addListener((_, _, _) -> check());
            text.setOnAction(_ -> start.fire());
            unit.getStyleClass().add("quiet");
            note.getStyleClass().add("note");
            note.setWrapText(true);
            note.setMinHeight(USE_PREF_SIZE);
            HBox line = new HBox(8, text, unit);
            line.getStyleClass().add("path-line");
            getChildren().addAll(title, line, note);
        }

        void show(String wrong, String otherwise) {
            note.setText(wrong.isEmpty() ? otherwise : wrong);
            text.setAccessibleHelp(note.getText());
        }
    }

    /**
     * @param wanted hears of a fault that is sound, once its button is pressed
     */
    FaultForm(Consumer<Fault> wanted) {
        super(10);
        name.getStyleClass().add("fault-title");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.getStyleClass().add("quiet");
        sensor.getItems().setAll(FaultsModel.sensors());
        sensor.setConverter(new SensorWords());
        sensor.setMaxWidth(Double.MAX_VALUE);
        sensor.setAccessibleText(WORDS.say("sensor"));
        sensor.valueProperty().addListener((_, _, _) -> check());
        Label title = new Label(WORDS.say("sensor"));
        title.getStyleClass().add("figure-name");
        title.setLabelFor(sensor);
        Label note = new Label(WORDS.say("sensor-note"));
        note.getStyleClass().add("note");
        note.setWrapText(true);
        sensorBox = new VBox(3, title, sensor, note);
        start.getStyleClass().add("command-button");
        start.setMinWidth(Region.USE_PREF_SIZE);
        start.setOnAction(_ -> fault.ifPresent(wanted));
        getChildren().addAll(name, sentence, fields(), start);
        choose(kind);
    }

    private GridPane fields() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("fault-grid");
        for (int i = 0; i < 3; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100 / 3.0);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, size, onset, duration);
        grid.add(sensorBox, 0, 1, 2, 1);
        return grid;
    }

    private static final class SensorWords extends StringConverter<Tag> {

        @Override
        public String toString(@Nullable Tag tag) {
            return tag == null ? "" : WORDS.say("sensor-of", tag.description(), tag.name());
        }

        @Override
        public @Nullable Tag fromString(String text) {
            return null;
        }
    }

    /** Begins with another kind: its standard size, at once, until it is ended. */
    void choose(FaultKind next) {
        kind = next;
        name.setText(FaultsModel.name(kind));
        sentence.setText(WORDS.say("failure", kind.failure(), FaultsModel.visible(kind)));
        size.text.clear();
        onset.text.clear();
        duration.text.clear();
        size.unit.setText(kind.size().unit());
        sensorBox.setVisible(kind.onSensor());
        sensorBox.setManaged(kind.onSensor());
        FaultsModel.standardSensor(kind).ifPresent(sensor::setValue);
        check();
    }

    private void check() {
        Checked checked =
                FaultsModel.check(
                        new Entry(
                                kind,
                                Optional.ofNullable(sensor.getValue()),
                                size.text.getText(),
                                onset.text.getText(),
                                duration.text.getText()));
        fault = checked.fault();
        size.show(checked.size(), FaultsModel.range(kind));
        onset.show(checked.onset(), WORDS.say("onset-note"));
        duration.show(checked.duration(), WORDS.say("duration-note"));
        start.setDisable(fault.isEmpty());
    }
}
