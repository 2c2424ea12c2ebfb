package org.plantdeck.app.brokers;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.brokers.BrokersModel.Preview;
import org.plantdeck.app.controls.FiguresTable;
import org.plantdeck.app.controls.Panel;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Words;
import org.plantdeck.signal.brokers.TopicFigures;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The retained messages that a topic filter matches, seen before they are cleared. Threads: the
 * screen's.
 */
final class RetainedPane {

    private static final Words WORDS = Words.of(RetainedPane.class);
    private static final int BYTES_WIDTH = 84;

    private final Panel panel = new Panel(WORDS.say("retained-title"));
    private final TextField filter = new TextField();
    private final Button look = new Button(WORDS.say("preview"));
    private final Button clear = new Button(WORDS.say("clear"));
    private final Button undo = new Button(WORDS.say("undo"));
    private final Label sentence = new Label(WORDS.say("retained-help"));
    private final FiguresTable<TopicFigures> table =
            new FiguresTable<>(
                    WORDS.say("retained-title"), WORDS.say("topic"), 120, TopicFigures::topic);
    private final VBox content;

    /** What somebody wants. */
    interface Wishes {
        void preview(String topicFilter);

        void clear();

        void restore();
    }

    RetainedPane(Wishes wishes) {
        table.number(
                WORDS.say("bytes"), BYTES_WIDTH, TopicFigures::retainedBytes, BrokersModel::whole);
        filter.setPromptText(WORDS.say("filter-prompt"));
        filter.setAccessibleText(WORDS.say("filter-prompt"));
        filter.getStyleClass().add("filter-field");
        filter.setOnAction(_ -> look.fire());
        HBox.setHgrow(filter, Priority.ALWAYS);
        button(look, _ -> wishes.preview(filter.getText().strip()));
        button(clear, _ -> wishes.clear());
        button(undo, _ -> wishes.restore());
        look.disableProperty().bind(filter.textProperty().isEmpty());
        sentence.getStyleClass().add("quiet");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        HBox head = new HBox(8, filter, look);
        head.setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(8, undo, gap, clear);
        VBox.setVgrow(table, Priority.ALWAYS);
        content = new VBox(8, head, sentence, table, foot);
        panel.content(content);
        show(Optional.empty(), false);
    }

    private static void button(Button button, Consumer<Button> act) {
        button.getStyleClass().add("command-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.accept(button));
    }

    Panel panel() {
        return panel;
    }

    /** Offers a topic as the filter. */
    void offer(String topic) {
        filter.setText(topic);
    }

    /** Forgets what was typed. */
    void begin() {
        filter.clear();
        panel.content(content);
        show(Optional.empty(), false);
    }

    void show(Optional<Preview> preview, boolean canUndo) {
        if (content.getParent() == null) {
            panel.content(content);
        }
        undo.setDisable(!canUndo);
        clear.setDisable(preview.filter(Preview::isClearable).isEmpty());
        sentence.setText(preview.map(RetainedPane::words).orElse(WORDS.say("retained-help")));
        boolean rows = preview.filter(Preview::isClearable).isPresent();
        table.setVisible(rows);
        table.show(preview.map(it -> it.rows().rows()).orElse(List.of()));
    }

    private static String words(Preview preview) {
        if (!preview.refused().isEmpty()) {
            return preview.refused();
        }
        return switch (preview.rows().count()) {
            case 0 -> WORDS.say("match-none", preview.filter());
            case 1 -> WORDS.say("match-one", preview.filter());
            default ->
                    WORDS.say("match-some", Numbers.text(preview.rows().count()), preview.filter());
        };
    }

    void instead(String words) {
        panel.instead(words);
    }
}
