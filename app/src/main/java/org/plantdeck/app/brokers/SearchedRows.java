package org.plantdeck.app.brokers;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.controls.FiguresTable;
import org.plantdeck.app.controls.Panel;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * A panel of rows with a field that searches them and, perhaps, a button for the selected row.
 * Threads: the screen's.
 *
 * @param <R> a row
 */
final class SearchedRows<R> {

    private final Panel panel;
    private final FiguresTable<R> table;
    private final TextField search = new TextField();
    private final HBox head = new HBox(8, search);
    private final VBox content;

    /**
     * @param prompt in the empty field
     * @param searched hears what is searched, at each change
     */
    SearchedRows(String title, String prompt, FiguresTable<R> table, Consumer<String> searched) {
        this.table = table;
        panel = new Panel(title);
        search.setPromptText(prompt);
        search.setAccessibleText(prompt);
        search.getStyleClass().add("filter-field");
        search.textProperty().addListener((_, _, text) -> searched.accept(text));
        search.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                        search.clear();
                        event.consume();
                    }
                });
        HBox.setHgrow(search, Priority.ALWAYS);
        search.setMaxWidth(360);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table, Priority.ALWAYS);
        content = new VBox(8, head, table);
        panel.loading();
    }

    /** Adds a button that does something with the selected row. */
    void act(String word, Consumer<R> act) {
        Button button = new Button(word);
        button.getStyleClass().add("command-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setDisable(true);
        button.setOnAction(_ -> table.selected().ifPresent(act));
        table.listen(row -> button.setDisable(row.isEmpty()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().addAll(gap, button);
    }

    Panel panel() {
        return panel;
    }

    /** Empties the field without a word to who hears of searches. */
    void begin() {
        search.clear();
        panel.context("");
        panel.loading();
    }

    void show(Optional<BrokersModel.Rows<R>> rows) {
        if (rows.isPresent()) {
            panel.context(rows.get().context());
            table.show(rows.get().rows());
            if (content.getParent() == null) {
                panel.content(content);
            }
        }
    }

    void instead(String sentence) {
        panel.context("");
        panel.instead(sentence);
    }
}
