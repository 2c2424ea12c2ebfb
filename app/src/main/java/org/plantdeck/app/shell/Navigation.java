package org.plantdeck.app.shell;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.plantdeck.app.desk.ScreenKind;
import org.plantdeck.app.words.Words;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The screens by level; folds to pictures where the window is narrow. Threads: the screen's. */
final class Navigation extends VBox {

    /** Window width, pixels, under which only pictures are shown. */
    static final double FOLDS_UNDER = 1_400;

    private static final Words WORDS = Words.of(Navigation.class);
    private static final PseudoClass FOLDED = PseudoClass.getPseudoClass("folded");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Map<String, Button> items = new LinkedHashMap<>();
    private final Map<Label, Integer> groups = new LinkedHashMap<>();

    Navigation(List<ScreenKind> kinds, Consumer<ScreenKind> open) {
        getStyleClass().add("navigation");
        int level = 0;
        for (ScreenKind kind : kinds) {
            if (kind.level() != level) {
                level = kind.level();
                Label group = new Label();
                group.getStyleClass().add("navigation-group");
                groups.put(group, level);
                getChildren().add(group);
            }
            Button item = new Button(kind.label(), new FontIcon(kind.icon()));
            item.getStyleClass().setAll("navigation-item");
            item.setGraphicTextGap(10);
            item.setMaxWidth(Double.MAX_VALUE);
            item.setTooltip(new Tooltip(kind.title()));
            item.setAccessibleText(kind.title());
            item.setOnAction(_ -> open.accept(kind));
            items.put(kind.word(), item);
            getChildren().add(item);
        }
        fold(false);
    }

    void fold(boolean folded) {
        pseudoClassStateChanged(FOLDED, folded);
        groups.forEach((label, level) ->
                label.setText(
                        folded
                                ? Integer.toString(level)
                                : level + " " + WORDS.say("level-" + level)));
    }

    void select(ScreenKind kind) {
        items.forEach(
                (word, item) -> item.pseudoClassStateChanged(SELECTED, word.equals(kind.word())));
    }
}
