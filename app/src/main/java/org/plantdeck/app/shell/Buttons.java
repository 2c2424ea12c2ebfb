package org.plantdeck.app.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons of the bars. */
final class Buttons {

    private Buttons() {}

    /** A button with a picture and, for those who do not see it, a name. */
    static Button icon(Ikon icon, String name, Runnable act) {
        Button button = new Button();
        button.setGraphic(new FontIcon(icon));
        button.getStyleClass().add("bar-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        button.setOnAction(_ -> act.run());
        return button;
    }

    /** A button with a word. */
    static Button word(String word, Runnable act) {
        Button button = new Button(word);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
