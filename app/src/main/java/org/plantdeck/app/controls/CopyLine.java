package org.plantdeck.app.controls;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.plantdeck.app.words.Words;

/** A text that can be selected, and a button that copies it. Threads: the screen's. */
public final class CopyLine extends HBox {

    private static final Words WORDS = Words.of(CopyLine.class);

    /**
     * @param name what it is, for those who do not see it
     * @param text what is copied
     */
    public CopyLine(String name, String text) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        TextField field = new TextField(text);
        field.setEditable(false);
        field.getStyleClass().add("copy-field");
        field.setAccessibleText(name);
        HBox.setHgrow(field, Priority.ALWAYS);
        Button copy = new Button();
        copy.setGraphic(new FontIcon(Feather.COPY));
        copy.getStyleClass().add("bar-button");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setAccessibleText(WORDS.say("copy", name));
        copy.setTooltip(new Tooltip(WORDS.say("copy", name)));
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
        getChildren().addAll(field, copy);
    }
}
