package org.plantdeck.app.records;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.plantdeck.app.trends.TimeWindow;
import org.plantdeck.app.words.Times;
import org.plantdeck.app.words.Words;
import org.plantdeck.historian.annotations.Annotation;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks what to note about a time, or changes what was noted; out of sight while it asks nothing.
 * Threads: the screen's.
 */
final class NoteStrip extends HBox {

    private static final Words WORDS = Words.of(NoteStrip.class);

    private final NotesModel notes;
    private final Runnable left;

    /**
     * @param left called when it is out of sight again
     */
    NoteStrip(NotesModel notes, Runnable left) {
        super(12);
        this.notes = notes;
        this.left = left;
        getStyleClass().addAll("panel", "export-pane");
        setAlignment(Pos.CENTER_LEFT);
        show(false);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                it -> {
                    if (it.getCode() == KeyCode.ESCAPE) {
                        leave();
                        it.consume();
                    }
                });
    }

    private void show(boolean shown) {
        setVisible(shown);
        setManaged(shown);
    }

    private void leave() {
        show(false);
        getChildren().clear();
        left.run();
    }

    /** Asks what to note about a moment, or about a stretch. */
    void ask(Instant at, Optional<TimeWindow> stretch) {
        Instant from = stretch.map(TimeWindow::from).orElse(at);
        Instant to = stretch.map(TimeWindow::to).orElse(at);
        String when =
                from.equals(to)
                        ? Times.dayAndSecond(from)
                        : WORDS.say(
                                "note.stretch", Times.dayAndSecond(from), Times.dayAndSecond(to));
        write(
                WORDS.say("note.about", when),
                "",
                WORDS.say("note.add"),
                it -> notes.add(from, to, it));
    }

    /** Changes or removes one. */
    void change(Annotation note) {
        write(
                WORDS.say("note.by", NoteMarks.when(note), note.author()),
                note.text(),
                WORDS.say("note.save"),
                it -> notes.change(note, it));
        Button remove = button("note.remove");
        remove.setOnAction(_ -> {
            notes.remove(note);
            removed(note);
        });
        getChildren().add(remove);
    }

    private void write(String about, String text, String word, Consumer<String> act) {
        Label title = new Label(about);
        title.setMinWidth(USE_PREF_SIZE);
        TextField field = new TextField(text);
        field.setPromptText(WORDS.say("note.prompt"));
        field.setAccessibleText(WORDS.say("note.prompt"));
        field.getStyleClass().add("filter-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        Label wrong = new Label();
        wrong.getStyleClass().add("note");
        wrong.setMinWidth(USE_PREF_SIZE);
        Button go = new Button(word);
        go.setMinWidth(USE_PREF_SIZE);
        Button cancel = button("note.cancel");
        cancel.setOnAction(_ -> leave());
        field.textProperty()
                .addListener((_, _, typed) -> {
                    go.setDisable(!NotesModel.isSound(typed));
                    wrong.setText(
                            typed.strip().length() > Annotation.TEXT_MAX
                                    ? WORDS.say("note.too-long", Annotation.TEXT_MAX)
                                    : "");
                });
        go.setDisable(!NotesModel.isSound(text));
        field.setOnAction(_ -> go.fire());
        go.setOnAction(_ -> {
            act.accept(field.getText());
            leave();
        });
        getChildren().setAll(title, field, wrong, go, cancel);
        show(true);
        field.requestFocus();
        field.end();
    }

    private void removed(Annotation note) {
        Label said = new Label(WORDS.say("note.removed", NoteMarks.when(note)));
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        Button undo = button("note.undo");
        undo.setOnAction(_ -> {
            notes.bringBack();
            leave();
        });
        Button dismiss = button("note.dismiss");
        dismiss.setOnAction(_ -> leave());
        getChildren().setAll(said, undo, dismiss);
        undo.requestFocus();
    }

    private static Button button(String key) {
        Button button = new Button(WORDS.say(key));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
