package org.plantdeck.app.controls;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.plantdeck.app.live.Shown;
import org.plantdeck.app.words.Numbers;
import org.plantdeck.app.words.Times;

/**
 * A name at the left and a number with its unit at the right, for what has no limits. Threads: the
 * screen's.
 */
public final class Figure extends HBox {

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Label name;
    private final Label number = new Label(Numbers.NONE);

    /** A figure with its name. */
    public Figure(String title) {
        name = new Label(title);
        name.getStyleClass().add("figure-name");
        name.setMinWidth(0);
        number.getStyleClass().add("figure-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        setHgrow(gap, Priority.ALWAYS);
        getStyleClass().add("figure");
        getChildren().addAll(name, gap, number);
    }

    /** Shows a tag's value with its decimals and unit; the age where it is stale. */
    public void show(Shown shown) {
        String unit = shown.tag().unit();
        text(
                Numbers.text(shown.number(), shown.tag().decimals())
                        + (unit.isEmpty() ? "" : " " + unit));
        stale(shown);
    }

    /** Shows words with the freshness of a tag. */
    public void show(String words, Shown of) {
        text(words);
        stale(of);
    }

    private void stale(Shown shown) {
        boolean stale = shown.freshness().isStale();
        number.pseudoClassStateChanged(STALE, stale);
        if (stale) {
            text(number.getText() + " · " + Times.age(shown.freshness().age()));
        }
    }

    /** Shows words that are neither live nor stale. */
    public void text(String words) {
        if (!words.equals(number.getText())) {
            number.setText(words);
            number.setAccessibleText(name.getText() + " " + words);
        }
    }
}
