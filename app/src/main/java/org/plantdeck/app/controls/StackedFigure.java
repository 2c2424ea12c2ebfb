package org.plantdeck.app.controls;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.plantdeck.app.live.Shown;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;

/**
 * A name with its number below, for what has no limits; dashed where it is stale: its panel says
 * how old it is. Threads: the screen's.
 */
public final class StackedFigure extends VBox {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Label name;
    private final Label number = new Label(Numbers.NONE);

    /** A figure with its name. */
    public StackedFigure(String title) {
        name = new Label(title);
        name.getStyleClass().add("stacked-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        number.getStyleClass().addAll("figure-number", "stacked-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(name, number);
    }

    /** Shows a tag's value with its unit. */
    public void show(Shown shown) {
        String unit = shown.tag().unit();
        String value = Numbers.text(shown.number(), shown.tag().decimals());
        show(unit.isEmpty() ? value : value + " " + unit, shown);
    }

    /** Shows words with the freshness of a tag. */
    public void show(String words, Shown of) {
        boolean stale = of.freshness().isStale();
        number.pseudoClassStateChanged(STALE, stale);
        if (!words.equals(number.getText())) {
            number.setText(words);
        }
        String age = stale ? " " + Times.age(of.freshness().age()) : "";
        number.setAccessibleText(name.getText() + " " + words + age);
    }

    /** Names it otherwise. */
    public void name(String title) {
        if (!title.equals(name.getText())) {
            name.setText(title);
        }
    }
}
