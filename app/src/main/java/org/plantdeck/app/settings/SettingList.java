package org.plantdeck.app.settings;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.GrowingList;
import org.plantdeck.app.controls.WrappedCell;
import org.plantdeck.app.settings.SettingsModel.Row;
import org.plantdeck.app.words.Words;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Settings with what they mean and what holds. Threads: the screen's. */
final class SettingList extends GrowingList<Row> {

    private static final Words WORDS = Words.of(SettingList.class);
    private static final PseudoClass SET = PseudoClass.getPseudoClass("set");
    private static final double VALUE_WIDTH = 200;

    private Optional<String> selected = Optional.empty();
    private boolean filling;

    /**
     * @param chosen hears which setting is selected
     * @param entered hears that somebody wants to change it
     */
    SettingList(Consumer<Optional<Row>> chosen, Runnable entered) {
        getStyleClass().addAll("tag-list", "setting-list");
        setAccessibleText(WORDS.say("list"));
        setCellFactory(_ -> new SettingCell());
        setMinSize(0, 0);
        Label none = new Label(WORDS.say("none-found"));
        none.getStyleClass().add("quiet");
        setPlaceholder(none);
        getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, row) -> {
                    if (!filling && row != null) {
                        selected = Optional.of(row.key());
                        chosen.accept(Optional.of(row));
                    }
                });
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        entered.run();
                        event.consume();
                    }
                });
    }

    /** Shows settings; what is selected stays so while it is there, else the first is. */
    Optional<Row> show(List<Row> rows) {
        if (!rows.equals(getItems())) {
            filling = true;
            getItems().setAll(rows);
            filling = false;
        }
        Optional<Row> again =
                rows.stream()
                        .filter(it -> selected.filter(it.key()::equals).isPresent())
                        .findFirst()
                        .or(() -> rows.stream().findFirst());
        filling = true;
        again.ifPresentOrElse(
                it -> getSelectionModel().select(it), getSelectionModel()::clearSelection);
        filling = false;
        selected = again.map(Row::key).or(() -> selected);
        return again;
    }

    private static final class SettingCell extends WrappedCell<Row> {

        private final Label key = new Label();
        private final Label meaning = new Label();
        private final Label value = new Label();
        private final Label note = new Label();

        SettingCell() {
            key.getStyleClass().add("section-title");
            value.getStyleClass().add("setting-value");
            for (Label each : List.of(key, meaning, value, note)) {
                each.setWrapText(true);
                each.setMinHeight(USE_PREF_SIZE);
                each.setMaxWidth(Double.MAX_VALUE);
            }
            meaning.getStyleClass().add("note");
            note.getStyleClass().add("note");
            VBox what = new VBox(2, key, meaning);
            VBox holds = new VBox(2, value, note);
            holds.setMinWidth(VALUE_WIDTH);
            holds.setMaxWidth(VALUE_WIDTH);
            holds.setPrefWidth(VALUE_WIDTH);
            what.setMinWidth(0);
            HBox.setHgrow(what, Priority.ALWAYS);
            content(new HBox(16, what, holds));
        }

        @Override
        protected String fill(Row row) {
            key.setText(row.key());
            meaning.setText(row.line().setting().meaning());
            value.setText(row.value());
            value.pseudoClassStateChanged(SET, SettingsModel.isSet(row.line()));
            note.setText(row.note());
            return WORDS.say("row", row.key(), row.value(), row.note());
        }
    }
}
