package org.plantdeck.app.uncaught;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;

import java.util.List;
import java.util.stream.Collectors;

/** What went wrong, in a sentence, with its details folded. Threads: the screen's. */
final class ErrorPane extends VBox {

    private static final Words WORDS = Words.of(ErrorPane.class);

    private final Label what = new Label();
    private final Label count = new Label();
    private final TextArea details = new TextArea();

    /**
     * @param close takes it away
     * @param resized hears that it wants another height
     */
    ErrorPane(Runnable close, Runnable resized) {
        super(12);
        getStyleClass().add("error-pane");
        Label sentence = new Label(WORDS.say("sentence"));
        sentence.getStyleClass().add("fault-title");
        count.getStyleClass().add("quiet");
        for (Label each : List.of(sentence, what, count)) {
            each.setWrapText(true);
            each.setMinHeight(USE_PREF_SIZE);
        }
        details.setEditable(false);
        details.setAccessibleText(WORDS.say("details"));
        details.getStyleClass().add("event-text");
        details.setPrefRowCount(14);
        VBox.setVgrow(details, Priority.ALWAYS);
        unfold(false);
        ToggleButton unfold = new ToggleButton(WORDS.say("details"));
        unfold.setMinWidth(USE_PREF_SIZE);
        unfold.selectedProperty()
                .addListener((_, _, open) -> {
                    unfold(open);
                    resized.run();
                });
        Button copy = new Button(WORDS.say("copy"));
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(_ -> copy());
        Button closing = new Button(WORDS.say("close"));
        closing.setMinWidth(USE_PREF_SIZE);
        closing.setCancelButton(true);
        closing.setOnAction(_ -> close.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, unfold, copy, gap, closing);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(sentence, what, count, details, buttons);
    }

    private void unfold(boolean open) {
        details.setVisible(open);
        details.setManaged(open);
    }

    /**
     * Shows errors.
     *
     * @param errors the one to speak of last
     */
    void show(List<UncaughtError> errors) {
        UncaughtError last = errors.getLast();
        what.setText(last.summary());
        String often =
                last.count() == 1
                        ? WORDS.say("once", Times.dayAndSecond(last.first()))
                        : WORDS.say(
                                "often",
                                Numbers.text(last.count()),
                                Times.dayAndSecond(last.first()));
        count.setText(
                errors.size() == 1
                        ? often
                        : WORDS.say("others", often, Numbers.text(errors.size() - 1)));
        String all =
                errors.reversed().stream()
                        .map(it ->
                                WORDS.say("one", it.thread(), it.first(), it.count(), it.details()))
                        .collect(Collectors.joining("\n"));
        if (!all.equals(details.getText())) {
            details.setText(all);
        }
    }

    private void copy() {
        ClipboardContent text = new ClipboardContent();
        text.putString(details.getText());
        Clipboard.getSystemClipboard().setContent(text);
    }
}
